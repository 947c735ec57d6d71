package dev.llmagents.privacy;

/** Views of a text in which numbers and addresses are easier to find, each character standing where it stood. */
final class Spelling {
    // Unicode, block "Halfwidth and Fullwidth Forms": the printable characters of ASCII once more, as wide as Chinese
    // ones.
    private static final char FIRST_WIDE = '\uFF01';
    private static final char LAST_WIDE = '\uFF5E';
    private static final int WIDE_TO_ASCII = FIRST_WIDE - '!';
    private static final char WIDE_BLANK = '\u3000';

    private Spelling() {}

    /** {@code text} with plain characters in the place of wide ones. */
    static String plain(String text) {
        int first = 0;
        while (first < text.length() && !isWide(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        char[] plain = text.toCharArray();
        for (int at = first; at < plain.length; at++) {
            if (isWide(plain[at])) {
                plain[at] = plain[at] == WIDE_BLANK ? ' ' : (char) (plain[at] - WIDE_TO_ASCII);
            }
        }
        return new String(plain);
    }

    private static boolean isWide(char c) {
        return c >= WIDE_BLANK && (c == WIDE_BLANK || (c >= FIRST_WIDE && c <= LAST_WIDE));
    }

    /** {@code text} with blanks in the place of single line ends within what may be a number or an address. */
    static String unwrapped(String text) {
        char[] joined = null;
        for (int at = text.indexOf('\n', 1); at >= 0 && at + 1 < text.length(); at = text.indexOf('\n', at + 1)) {
            int before = text.charAt(at - 1) == '\r' ? at - 2 : at - 1;
            if (before >= 0 && maySplit(text.charAt(before)) && Character.isLetterOrDigit(text.charAt(at + 1))) {
                joined = joined == null ? text.toCharArray() : joined;
                for (int end = before + 1; end <= at; end++) {
                    joined[end] = ' ';
                }
            }
        }
        return joined == null ? text : new String(joined);
    }

    private static boolean maySplit(char c) {
        return Character.isDigit(c) || c == '-' || c == '@' || Character.getType(c) == Character.DASH_PUNCTUATION;
    }
}
