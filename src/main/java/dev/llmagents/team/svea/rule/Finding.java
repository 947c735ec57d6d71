package dev.llmagents.team.svea.rule;

import dev.llmagents.agent.Source;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a rule has found.
 *
 * @param severity the rule's, unless the check had reason to say otherwise
 * @param message the rule's title with the values in it
 * @param evidence what the finding rests on, by name, in the order in which it is to be read
 * @param suggestion what to do; may be empty
 * @param source who found it; {@link Source#RULES} for everything that is proven
 */
public record Finding(
        Rule rule,
        Severity severity,
        String message,
        Place place,
        Map<String, String> evidence,
        String suggestion,
        Source source) {
    public Finding {
        evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
    }
}
