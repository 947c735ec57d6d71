package dev.llmagents.privacy;

import java.text.Normalizer;
import java.util.Locale;

/** Spellings of a word that count as the same: case, accents and characters nobody sees make no difference. */
final class Folding {
    private Folding() {}

    /** What U+00E0 to U+00FF become; a blank stands for two letters. Spares loading the Unicode tables for most of Europe. */
    private static final String LATIN = "aaaaaa ceeeeiiiidnooooo/ouuuuy y";

    static String of(String word) {
        boolean plain = true;
        boolean latin = true;
        for (int i = 0; i < word.length() && latin; i++) {
            plain &= word.charAt(i) < 128;
            latin = word.charAt(i) <= 255;
        }
        String small = word.toLowerCase(Locale.ROOT);
        if (plain) {
            return small;
        }
        String apart =
                latin ? small : Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            switch (c) {
                case 'æ' -> folded.append("ae");
                case 'ß' -> folded.append("ss");
                case 'þ' -> folded.append("th");
                case 'ł' -> folded.append('l');
                case 'đ' -> folded.append('d');
                case 'ı' -> folded.append('i');
                default -> {
                    if (c >= '\u00e0' && c <= '\u00ff') {
                        folded.append(LATIN.charAt(c - '\u00e0'));
                    } else if (!isMark(c)) {
                        folded.append(c);
                    }
                }
            }
        }
        return folded.toString();
    }

    /** Whether a word may hold {@code c}: letters, digits, accents and what is invisible. */
    static boolean isWordPart(char c) {
        if (c < 128) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        return Character.isLetterOrDigit(c) || isMark(c);
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.FORMAT;
    }
}
