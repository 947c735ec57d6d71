package dev.llmagents.ident;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** The runs of digits in a text and what stands between them. Digits of every script count. */
final class DigitGroups {

    /** What stands between a group and the next. */
    enum Gap {
        /** Something that no number is written across. */
        NONE,
        SPACE,
        HYPHEN,
        /** A hyphen with blanks around it. */
        WIDE_HYPHEN,
        PLUS,
        DOT,
        SLASH,
        /** A bracket, perhaps with a blank or a hyphen beside it. */
        BRACKET
    }

    private static final int LONGEST_GAP = 3;
    private static final int FARTHEST_WORD = 32;
    private static final int LONGEST_WORD = 20;

    private final String text;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    /** Behind the last word before each group; -1 if a line ends in between or there is none. */
    private int[] wordEnds = new int[16];

    private final Gap[] gaps;
    private int size;

    DigitGroups(String text) {
        this.text = text;
        int wordEnd = -1;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (digit(c) < 0) {
                at++;
                wordEnd = isLetter(c) ? at : c == '\n' || c == '\r' ? -1 : wordEnd;
                continue;
            }
            int start = at;
            while (at < text.length() && digit(text.charAt(at)) >= 0) {
                at++;
            }
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, size * 2);
                ends = Arrays.copyOf(ends, size * 2);
                wordEnds = Arrays.copyOf(wordEnds, size * 2);
            }
            starts[size] = start;
            ends[size] = at;
            wordEnds[size++] = wordEnd;
        }
        gaps = new Gap[size];
        for (int group = 0; group < size; group++) {
            gaps[group] = gap(group);
        }
    }

    int size() {
        return size;
    }

    int start(int group) {
        return starts[group];
    }

    int end(int group) {
        return ends[group];
    }

    int length(int group) {
        return ends[group] - starts[group];
    }

    /** Appends the digits of a group as 0 to 9. */
    void append(int group, StringBuilder digits) {
        for (int at = starts[group]; at < ends[group]; at++) {
            digits.append((char) ('0' + digit(text.charAt(at))));
        }
    }

    /** What stands behind {@code group}; {@link Gap#NONE} behind the last. */
    Gap gapAfter(int group) {
        return gaps[group];
    }

    private Gap gap(int group) {
        if (group + 1 >= size || starts[group + 1] - ends[group] > LONGEST_GAP) {
            return Gap.NONE;
        }
        int blanks = 0;
        int hyphens = 0;
        int brackets = 0;
        int length = starts[group + 1] - ends[group];
        for (int at = ends[group]; at < starts[group + 1]; at++) {
            char c = text.charAt(at);
            if (isBlank(c)) {
                blanks++;
            } else if (isHyphen(c)) {
                hyphens++;
            } else if (c == '(' || c == ')') {
                brackets++;
            } else if (length == 1) {
                return c == '+' ? Gap.PLUS : c == '.' ? Gap.DOT : c == '/' ? Gap.SLASH : Gap.NONE;
            } else {
                return Gap.NONE;
            }
        }
        if (brackets > 0) {
            return brackets == 1 && hyphens <= 1 ? Gap.BRACKET : Gap.NONE;
        }
        if (hyphens == 0) {
            return blanks <= 2 ? Gap.SPACE : Gap.NONE;
        }
        if (hyphens > 1) {
            return Gap.NONE;
        }
        return blanks == 0 ? Gap.HYPHEN : Gap.WIDE_HYPHEN;
    }

    /** Whether one of the {@code most} words in front of {@code group}, on the same line and near, is one of {@code words}. */
    boolean follows(int group, int most, Set<String> words) {
        int end = wordEnds[group];
        for (int seen = 0; seen < most; seen++) {
            if (end < 0 || starts[group] - end > FARTHEST_WORD) {
                return false;
            }
            int start = end;
            while (start > 0 && end - start <= LONGEST_WORD && Character.isLetter(text.charAt(start - 1))) {
                start--;
            }
            if (words.contains(text.substring(start, end).toLowerCase(Locale.ROOT))) {
                return true;
            }
            end = start;
            while (end > 0 && starts[group] - end <= FARTHEST_WORD && !Character.isLetter(text.charAt(end - 1))) {
                end = text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r' ? 0 : end - 1;
            }
            end = end == 0 ? -1 : end;
        }
        return false;
    }

    /**
     * Whether a number may begin at {@code at}: not inside a word, nor behind the point, colon or hyphen of another
     * number. Commas and strokes are left out, since lists are written with them.
     */
    boolean mayBegin(int at) {
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        if (Character.isLetterOrDigit(before)) {
            return isEscape(text, at - 1);
        }
        return !joinsNumbers(before) || at < 2 || digit(text.charAt(at - 2)) < 0;
    }

    /** Whether a number may end before {@code at}. */
    boolean mayEnd(int at) {
        if (at >= text.length()) {
            return true;
        }
        char next = text.charAt(at);
        if (Character.isLetterOrDigit(next)) {
            return false;
        }
        return !joinsNumbers(next) || at + 1 >= text.length() || digit(text.charAt(at + 1)) < 0;
    }

    private static boolean joinsNumbers(char c) {
        return c == '.' || c == ':' || isHyphen(c);
    }

    /** Whether the letter at {@code at} is the {@code n} of a line end as JSON writes it, and so no letter of a word. */
    static boolean isEscape(String text, int at) {
        char c = text.charAt(at);
        return at > 0 && text.charAt(at - 1) == '\\' && (c == 'n' || c == 't' || c == 'r');
    }

    /** Most texts are letters of ASCII, and this is asked of each. */
    private static boolean isLetter(char c) {
        return c < 128 ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') : Character.isLetter(c);
    }

    static int digit(char c) {
        if (c < 128) {
            return c >= '0' && c <= '9' ? c - '0' : -1;
        }
        return Character.isDigit(c) ? Character.digit(c, 10) : -1;
    }

    /** A blank on the same line, of any width, also of none. */
    static boolean isBlank(char c) {
        if (c < 128) {
            return c == ' ' || c == '\t';
        }
        int type = Character.getType(c);
        return type == Character.SPACE_SEPARATOR || type == Character.FORMAT;
    }

    /** A hyphen, dash or minus sign. */
    static boolean isHyphen(char c) {
        return c == '-' || (c > 127 && (Character.getType(c) == Character.DASH_PUNCTUATION || c == '\u2212'));
    }
}
