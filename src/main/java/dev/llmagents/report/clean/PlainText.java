package dev.llmagents.report.clean;

/**
 * Text of others as one line that shows all there is: fit for a terminal, and the start of every other cleaning.
 *
 * <p>Line ends, tabs and runs of blanks become one space. What is invisible or turns the direction of writing (zero-width
 * characters, bidirectional overrides and isolates, tags, soft hyphens) goes; what commands a terminal (C0 and C1 controls,
 * so every escape sequence) and half characters become U+FFFD, so that a reader sees that something was there. Pure and
 * safe for threads.
 */
public final class PlainText {
    private static final int REPLACEMENT = 0xFFFD;
    private static final char ELLIPSIS = '…';
    // Languages stack two or three marks on a letter; towers of them run over the lines above and below.
    private static final int MOST_MARKS = 4;
    // How far back a cut looks for the end of a word.
    private static final int LONGEST_STEP_BACK = 24;

    private PlainText() {}

    /** {@code text} on one line. */
    public static String of(String text) {
        return of(text, Integer.MAX_VALUE - 1);
    }

    /**
     * {@code text} on one line, cut behind a word if it is too long.
     *
     * @param most characters (code points) at most, an ellipsis included
     */
    public static String of(String text, int most) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), most) + 1);
        int length = 0;
        int marks = 0;
        int last = 0;
        boolean blank = false;
        for (int at = 0; at < text.length() && length <= most; ) {
            int letter = text.codePointAt(at);
            at += Character.charCount(letter);
            if (isBlank(letter)) {
                blank = length > 0;
                continue;
            }
            if (isInvisible(letter)) {
                continue;
            }
            marks = isMark(letter) ? marks + 1 : 0;
            int shown = isCommand(letter) ? REPLACEMENT : letter;
            boolean repeated = shown == REPLACEMENT && last == REPLACEMENT && !blank;
            if (marks > MOST_MARKS || repeated) {
                continue;
            }
            if (blank) {
                line.append(' ');
                length++;
                blank = false;
            }
            line.appendCodePoint(shown);
            length++;
            last = shown;
        }
        return length <= most ? line.toString() : cut(line, most);
    }

    private static String cut(StringBuilder line, int most) {
        int end = line.offsetByCodePoints(0, Math.max(0, most - 1));
        int space = line.lastIndexOf(" ", end);
        int kept = space > 0 && end - space <= LONGEST_STEP_BACK ? space : end;
        while (kept > 0 && line.charAt(kept - 1) == ' ') {
            kept--;
        }
        return line.substring(0, kept) + ELLIPSIS;
    }

    private static boolean isBlank(int letter) {
        // NEL is a line end that Java does not count among the blanks.
        return letter == ' ' || letter == 0x85 || Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }

    /** Whether nothing shows where {@code letter} stands, though it may change what stands around it. */
    static boolean isInvisible(int letter) {
        if (letter < 0x80) {
            return false;
        }
        boolean filler = letter == 0x3164 || letter == 0xFFA0 || letter == 0x034F;
        boolean selector = letter >= 0xE0100 && letter <= 0xE01EF;
        return filler || selector || Character.getType(letter) == Character.FORMAT;
    }

    private static boolean isMark(int letter) {
        int type = letter < 0x300 ? Character.UNASSIGNED : Character.getType(letter);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isCommand(int letter) {
        boolean half = letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE;
        boolean noCharacter = (letter & 0xFFFE) == 0xFFFE || (letter >= 0xFDD0 && letter <= 0xFDEF);
        return Character.isISOControl(letter) || half || noCharacter;
    }
}
