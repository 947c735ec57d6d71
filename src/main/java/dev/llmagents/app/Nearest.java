package dev.llmagents.app;

import java.util.List;

/** Finds what somebody probably meant to write. */
public final class Nearest {
    private Nearest() {}

    /** The one of {@code known} that takes the fewest single-letter changes (Levenshtein distance); the first of several. */
    public static String to(String written, List<String> known) {
        String nearest = known.get(0);
        for (String name : known) {
            if (distance(written, name) < distance(written, nearest)) {
                nearest = name;
            }
        }
        return nearest;
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
