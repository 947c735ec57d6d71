package dev.llmagents.report;

/**
 * How many columns of a terminal text takes: two for East Asian wide letters and emoji, none for marks that sit on the
 * letter before, one for the rest. The ranges follow Unicode's East Asian Width (UAX 11), coarsely.
 */
public final class Columns {
    private Columns() {}

    public static int of(String text) {
        int columns = 0;
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            at += Character.charCount(letter);
            columns += of(letter);
        }
        return columns;
    }

    static int of(int letter) {
        if (letter < 0x300) {
            return 1;
        }
        int type = Character.getType(letter);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(letter) ? 2 : 1;
    }

    private static boolean isWide(int letter) {
        return letter >= 0x1100
                && (letter <= 0x115F
                        || (letter >= 0x2E80 && letter <= 0xA4CF)
                        || (letter >= 0xAC00 && letter <= 0xD7A3)
                        || (letter >= 0xF900 && letter <= 0xFAFF)
                        || (letter >= 0xFE30 && letter <= 0xFE6F)
                        || (letter >= 0xFF00 && letter <= 0xFF60)
                        || (letter >= 0xFFE0 && letter <= 0xFFE6)
                        || (letter >= 0x1F300 && letter <= 0x1FAFF)
                        || (letter >= 0x20000 && letter <= 0x3FFFD));
    }

    /** {@code text} with blanks up to {@code columns}. */
    public static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - of(text)));
    }

    /** {@code text}, cut with an ellipsis where it takes more than {@code most} columns. */
    public static String cut(String text, int most) {
        if (of(text) <= most) {
            return text;
        }
        int columns = 0;
        int at = 0;
        while (at < text.length() && columns + of(text.codePointAt(at)) < most) {
            columns += of(text.codePointAt(at));
            at += Character.charCount(text.codePointAt(at));
        }
        return text.substring(0, at).stripTrailing() + "…";
    }
}
