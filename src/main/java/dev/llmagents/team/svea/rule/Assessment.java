package dev.llmagents.team.svea.rule;

import dev.llmagents.agent.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects what checks find in one input and which rules they applied. Not safe for use by several threads.
 *
 * <p>A rule that was applied and found nothing is {@link Coverage.State#RAN}: the report must be able to say so.
 */
public final class Assessment {
    private final RuleCatalogue catalogue;
    private final String file;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Coverage> coverage = new TreeMap<>();

    /** @param file the input's name, for the places of findings */
    public Assessment(RuleCatalogue catalogue, String file) {
        this.catalogue = catalogue;
        this.file = file;
    }

    public String file() {
        return file;
    }

    public RuleCatalogue catalogue() {
        return catalogue;
    }

    public Place place() {
        return Place.of(file);
    }

    public Place line(int line) {
        return Place.of(file, line);
    }

    /** Says that a rule was applied to this input, whatever came of it. */
    public void ran(String ruleId) {
        catalogue.get(ruleId);
        coverage.put(ruleId, new Coverage(ruleId, Coverage.State.RAN, ""));
    }

    /** Says that a rule could not be applied, and why, in Swedish; ignored if it ran elsewhere in this input. */
    public void notAssessed(String ruleId, String reason) {
        catalogue.get(ruleId);
        coverage.putIfAbsent(ruleId, new Coverage(ruleId, Coverage.State.NOT_ASSESSED, reason));
    }

    /**
     * Adds a finding of a rule.
     *
     * @param evidence names and values in turns; each also stands for {@code {name}} in the rule's texts
     */
    public void find(String ruleId, Place place, String... evidence) {
        find(ruleId, catalogue.get(ruleId).severity(), place, evidence);
    }

    /** Adds a finding that weighs other than its rule says. */
    public void find(String ruleId, Severity severity, Place place, String... evidence) {
        if (evidence.length % 2 != 0) {
            throw new IllegalArgumentException("evidence of " + ruleId + " must be names and values in turns");
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < evidence.length; i += 2) {
            values.put(evidence[i], evidence[i + 1]);
        }
        Rule rule = catalogue.get(ruleId);
        ran(ruleId);
        findings.add(new Finding(
                rule,
                severity,
                filled(rule.title(), values),
                place,
                values,
                filled(rule.suggestion(), values),
                Source.RULES));
    }

    /** The text with the values in the places of their names, in one pass: a value is never read as a place. */
    private static String filled(String text, Map<String, String> values) {
        StringBuilder filled = new StringBuilder(text.length() + 32);
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            String value = values.get(text.substring(open + 1, close));
            filled.append(text, from, open).append(value == null ? text.substring(open, close + 1) : value);
            from = close + 1;
        }
        return filled.append(text, from, text.length()).toString();
    }

    /** In the order in which they were made. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** By rule id. */
    public List<Coverage> coverage() {
        return List.copyOf(coverage.values());
    }
}
