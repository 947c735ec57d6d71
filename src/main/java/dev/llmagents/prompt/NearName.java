package dev.llmagents.prompt;

import java.util.Collection;
import java.util.Optional;

/** Finds the name somebody probably meant to write. */
public final class NearName {
    private NearName() {}

    /**
     * The one of {@code known} that takes the fewest changes of single letters (Levenshtein distance), the first of several;
     * empty if even that one differs in more than half of its letters, so that it is no likely slip.
     */
    public static Optional<String> to(String written, Collection<String> known) {
        String nearest = "";
        int fewest = Integer.MAX_VALUE;
        for (String name : known) {
            int changes = Math.abs(name.length() - written.length()) > name.length() ? fewest : distance(written, name);
            if (changes < fewest) {
                fewest = changes;
                nearest = name;
            }
        }
        return fewest <= (nearest.length() + 1) / 2 ? Optional.of(nearest) : Optional.empty();
    }

    /** {@code : did you mean 'x'?}, or else the known ones, or nothing if there are none; ends a sentence in each case. */
    public static String hint(String written, Collection<String> known) {
        Optional<String> near = to(written, known);
        if (near.isPresent()) {
            return ": did you mean '" + near.get() + "'?";
        }
        return known.isEmpty() ? "." : ": there are " + String.join(", ", known) + ".";
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int substituted = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
