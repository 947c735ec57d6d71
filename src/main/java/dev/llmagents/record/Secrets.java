package dev.llmagents.record;

import dev.llmagents.llm.ModelTarget;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Finds keys and passwords: those that are known, and what has the form of one. Safe for threads. */
public final class Secrets {
    private static final int SHORTEST = 8;
    private static final String REMOVED = "(secret)";
    /** Forms the makers of keys publish, so that leaked ones can be found, and passwords in addresses. */
    private static final Pattern FORMS = Pattern.compile("\\bsk-[A-Za-z0-9_-]{16,300}"
            + "|\\bA(?:KIA|SIA)[A-Z0-9]{16}\\b"
            + "|\\bAIza[A-Za-z0-9_-]{30,60}"
            + "|\\bgh[pousr]_[A-Za-z0-9]{30,255}"
            + "|(?<=://)[^/\\s:@]{1,200}:[^/\\s@]{1,200}(?=@)");

    private final List<String> known;

    /** @param known values that must not be shown; those too short to be secrets are left out */
    public Secrets(Collection<String> known) {
        this.known = known.stream()
                .map(String::strip)
                .filter(value -> value.length() >= SHORTEST)
                .distinct()
                // A secret may be a part of another.
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** {@code text} without them. */
    public String scrub(String text) {
        String scrubbed = text;
        for (String secret : known) {
            scrubbed = scrubbed.replace(secret, REMOVED);
        }
        return FORMS.matcher(scrubbed).replaceAll(REMOVED);
    }

    /** A model somebody has pasted a key in the place of. */
    public ModelTarget scrub(ModelTarget target) {
        return new ModelTarget(target.provider(), scrub(target.model()));
    }

    /** Whether there is one in {@code text}. */
    public boolean areIn(String text) {
        return known.stream().anyMatch(text::contains) || FORMS.matcher(text).find();
    }
}
