package dev.llmagents.team.svea.text;

import java.util.Locale;
import java.util.Set;

/** Whether what a passage says at a place is denied. */
public final class Negation {
    /** So many words before and behind are looked at. */
    private static final int BEFORE = 6;

    private static final int BEHIND = 4;
    private static final Set<String> WORDS = Set.of(
            "inte", "ej", "icke", "aldrig", "ingen", "inget", "inga", "utan", "saknar", "saknas", "slopat", "slopats",
            "upphört", "not", "no", "never", "without", "lacks");

    private Negation() {}

    /**
     * Whether a word of denial stands near {@code hit}, in the same clause. "Inte bara" denies nothing of what follows it,
     * "aldrig bara" does.
     */
    public static boolean isNear(Passage passage, PhraseBook.Hit hit) {
        return isBefore(passage.folded(), hit.from()) || isBehind(passage.folded(), hit.to());
    }

    private static boolean isBefore(String text, int end) {
        int at = end;
        String behind = "";
        for (int words = 0; words < BEFORE; words++) {
            int to = at;
            while (to > 0 && !Character.isLetterOrDigit(text.charAt(to - 1))) {
                if (isClauseEnd(text, to - 1)) {
                    return false;
                }
                to--;
            }
            int from = to;
            while (from > 0 && Character.isLetterOrDigit(text.charAt(from - 1))) {
                from--;
            }
            if (from == to) {
                return false;
            }
            String word = text.substring(from, to);
            if (WORDS.contains(word)) {
                boolean isSofter = word.equals("inte") || word.equals("ej") || word.equals("not");
                return !isSofter || !behind.equals("bara") && !behind.equals("enbart") && !behind.equals("only");
            }
            if (word.equals("men") || word.equals("but") || word.equals("som") || word.equals("och")) {
                return false;
            }
            behind = word;
            at = from;
        }
        return false;
    }

    private static boolean isBehind(String text, int start) {
        int at = start;
        for (int words = 0; words < BEHIND; words++) {
            while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
                if (isClauseEnd(text, at)) {
                    return false;
                }
                at++;
            }
            int from = at;
            while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
                at++;
            }
            String word = text.substring(from, at).toLowerCase(Locale.ROOT);
            if (word.isEmpty() || word.equals("men") || word.equals("och") || word.equals("utan")) {
                return false;
            }
            if (WORDS.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isClauseEnd(String text, int at) {
        char c = text.charAt(at);
        return c == ';'
                || c == ':'
                || c == '('
                || c == ')'
                || c == ','
                || c == '.' && at + 1 < text.length() && text.charAt(at + 1) == ' ';
    }
}
