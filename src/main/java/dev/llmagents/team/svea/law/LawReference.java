package dev.llmagents.team.svea.law;

import java.util.Optional;

/**
 * A place in a law or standard.
 *
 * @param act short name ({@code BFL}), or kind and number ({@code BFNAR 2013:2}, {@code SFS 2018:1277})
 * @param chapter of the act; empty for acts without, and where only the act is named
 * @param section paragraph, or article of an EU act; empty if none is named
 */
public record LawReference(String act, Optional<String> chapter, Optional<String> section) {

    /** Whether {@code other} is this place or lies in it: an act without a section covers all its sections. */
    public boolean covers(LawReference other) {
        return act.equals(other.act)
                && (chapter.isEmpty() || chapter.equals(other.chapter))
                && (section.isEmpty() || section.equals(other.section));
    }

    @Override
    public String toString() {
        return act + chapter.map(number -> " " + number + " kap.").orElse("")
                + section.map(number -> act.equals("GDPR") ? " art. " + number : " " + number + " §")
                        .orElse("");
    }
}
