package dev.llmagents.privacy;

import java.text.Normalizer;
import java.util.Locale;

/** Spellings of a word that count as the same: case, accents and characters nobody sees make no difference. */
final class Folding {
    private Folding() {}

    static String of(String word) {
        boolean plain = true;
        for (int i = 0; i < word.length() && plain; i++) {
            plain = word.charAt(i) < 128;
        }
        if (plain) {
            return word.toLowerCase(Locale.ROOT);
        }
        String apart = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            switch (c) {
                case 'ø' -> folded.append('o');
                case 'æ' -> folded.append("ae");
                case 'ß' -> folded.append("ss");
                case 'ł' -> folded.append('l');
                case 'đ', 'ð' -> folded.append('d');
                case 'ı' -> folded.append('i');
                default -> {
                    if (!isMark(c)) {
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
