package dev.llmagents.json;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the key or name somebody probably meant to write. */
public final class NearName {
    /** More letters are no name but something pasted, and would take long to compare. */
    private static final int LONGEST = 64;

    private NearName() {}

    /**
     * The one of {@code known} that takes the fewest changes of single letters (Levenshtein distance), the first of several;
     * empty if even that one differs in more than half of its letters, so that it is no likely slip.
     */
    public static Optional<String> to(String written, Collection<String> known) {
        return written.length() > LONGEST
                ? Optional.empty()
                : nearest(written, known, 1).stream()
                        .filter(name -> distance(written, name) <= (name.length() + 1) / 2)
                        .findFirst();
    }

    /** The {@code most} nearest of {@code known}, the nearest first, however far away they are. */
    public static List<String> nearest(String written, Collection<String> known, int most) {
        String start = written.substring(0, Math.min(written.length(), LONGEST));
        return known.stream()
                .sorted(Comparator.comparingInt(name -> distance(start, name)))
                .limit(most)
                .toList();
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
