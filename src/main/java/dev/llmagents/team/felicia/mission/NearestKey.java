package dev.llmagents.team.felicia.mission;

import java.util.Collection;
import java.util.Optional;

/** Finds the key that somebody probably meant to write. */
final class NearestKey {
    private static final int LONGEST = 60;

    private NearestKey() {}

    /**
     * The known word fewest single-letter changes away (Levenshtein distance), the first of several; empty if all are so far
     * away that the suggestion would be a riddle.
     */
    static Optional<String> to(String written, Collection<String> known) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String nearest = "";
        int least = Math.max(2, written.length() / 2) + 1;
        for (String word : known) {
            int distance = distance(written, word);
            if (distance < least) {
                least = distance;
                nearest = word;
            }
        }
        return nearest.isEmpty() ? Optional.empty() : Optional.of(nearest);
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
