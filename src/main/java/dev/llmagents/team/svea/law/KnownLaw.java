package dev.llmagents.team.svea.law;

import dev.llmagents.team.svea.rule.Rule;
import dev.llmagents.team.svea.rule.RuleCatalogue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the rule catalogue rests on: the measure for references to law that somebody else has written. Immutable. */
public final class KnownLaw {
    private final LawText texts = LawText.builtIn();
    private final Set<LawReference> known = new LinkedHashSet<>();

    /** @param more grounds beside the catalogue's, as they are printed */
    public KnownLaw(RuleCatalogue catalogue, List<String> more) {
        for (Rule rule : catalogue.all()) {
            add(rule.ground());
        }
        more.forEach(this::add);
    }

    private void add(String ground) {
        // Each ground stands alone: the act of one must not be read into the next.
        for (String part : ground.split(";", -1)) {
            texts.in(part).forEach(found -> known.add(found.reference()));
        }
    }

    /** References in {@code text} that neither are in the catalogue nor contain a place that is. */
    public List<String> unknownIn(String text) {
        List<String> unknown = new ArrayList<>();
        for (LawText.Found found : texts.in(text)) {
            boolean isKnown = known.stream().anyMatch(place -> found.reference().covers(place));
            if (!isKnown) {
                unknown.add(text.substring(found.from(), found.to()));
            }
        }
        return unknown;
    }

    /** The text without its references, so that their numbers are not taken for amounts. */
    public String withoutReferences(String text) {
        StringBuilder bare = new StringBuilder(text);
        for (LawText.Found found : texts.in(text)) {
            for (int at = found.from(); at < found.to(); at++) {
                bare.setCharAt(at, ' ');
            }
        }
        return bare.toString();
    }
}
