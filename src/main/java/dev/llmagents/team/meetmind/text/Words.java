package dev.llmagents.team.meetmind.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a text.
 *
 * <p>A word is a run of letters and digits; an apostrophe or hyphen between two letters and a decimal mark between two
 * digits belong to it ({@code don't}, {@code user-friendly}, {@code 12.5}). Acronyms that a transcriber spelled with
 * underscores become one word ({@code L_C_D_} is {@code lcd}).
 */
public final class Words {

    private Words() {}

    /** The words of {@code text} in lower case, in order; curly apostrophes become straight ones. */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>(text.length() / 6 + 1);
        StringBuilder word = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (Character.isLetterOrDigit(letter)) {
                word.append(Character.toLowerCase(letter));
            } else if (word.length() > 0 && joins(text, at)) {
                if (letter != '_') {
                    word.append(letter == '\u2019' ? '\'' : letter);
                }
            } else if (word.length() > 0) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (word.length() > 0) {
            words.add(word.toString());
        }
        return words;
    }

    private static boolean joins(String text, int at) {
        if (at + 1 >= text.length()) {
            return false;
        }
        char before = text.charAt(at - 1);
        char after = text.charAt(at + 1);
        switch (text.charAt(at)) {
            case '\'', '\u2019', '-', '\u2011':
                return Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
            case '.', ',':
                return Character.isDigit(before) && Character.isDigit(after);
            case '_':
                return isLoneLetter(text, at - 1) && isLoneLetter(text, at + 1);
            default:
                return false;
        }
    }

    private static boolean isLoneLetter(String text, int at) {
        return Character.isLetter(text.charAt(at))
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                && (at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1)));
    }
}
