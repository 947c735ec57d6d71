package dev.llmagents.ident;

import java.util.Locale;
import java.util.Set;

/** The words in front of a number, which may say what it is. */
final class WordsBefore {
    private static final int FARTHEST = 32;

    private WordsBefore() {}

    /** Whether one of the {@code most} words before {@code at}, on the same line and near, is one of {@code words}. */
    static boolean hold(String text, int at, int most, Set<String> words) {
        int end = at;
        for (int seen = 0; seen < most; seen++) {
            while (end > 0 && at - end < FARTHEST && !Character.isLetter(text.charAt(end - 1))) {
                if (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r') {
                    return false;
                }
                end--;
            }
            int start = end;
            while (start > 0 && at - start < FARTHEST && Character.isLetter(text.charAt(start - 1))) {
                start--;
            }
            if (start == end) {
                return false;
            }
            if (words.contains(text.substring(start, end).toLowerCase(Locale.ROOT))) {
                return true;
            }
            end = start;
        }
        return false;
    }
}
