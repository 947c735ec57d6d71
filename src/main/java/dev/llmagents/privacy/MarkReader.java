package dev.llmagents.privacy;

import java.util.Optional;

/**
 * Reads marks in a text, also as models rewrite them: in other case, with one bracket or none, with blanks inside the
 * brackets, with a hyphen, a blank or an escaped underscore for the underscore. Pure functions.
 */
final class MarkReader {
    private static final PiiKind[] KINDS = PiiKind.values();
    private static final int MOST_DIGITS = 6;
    private static final int MOST_BLANKS = 2;
    /** No mark is longer, however it is written. */
    static final int LONGEST = 48;

    private MarkReader() {}

    /**
     * A mark in a text.
     *
     * @param from index of its first character, a bracket that belongs to it included
     * @param to index behind its last
     */
    record Found(Mark mark, int from, int to) {}

    /** The mark that begins at {@code at}. */
    static Optional<Found> at(CharSequence text, int at) {
        char c = text.charAt(at);
        if (c == '[') {
            int start = skipBlanks(text, at + 1);
            // Lists of JSON have brackets, too, and most hold something else.
            if (start == text.length() || !mayOpen(text.charAt(start))) {
                return Optional.empty();
            }
            Body loose = body(text, start, true);
            if (loose != null) {
                int close = skipBlanks(text, loose.end());
                if (close < text.length() && text.charAt(close) == ']') {
                    return Optional.of(new Found(loose.mark(), at, close + 1));
                }
            }
            Body strict = body(text, start, false);
            // "[PERSON_1, PERSON_2]" is a list: its bracket is not the mark's.
            return strict == null || is(text, skipBlanks(text, strict.end()), ',')
                    ? Optional.empty()
                    : Optional.of(new Found(strict.mark(), at, strict.end()));
        }
        if (!mayOpen(c) || !isWordStart(text, at)) {
            return Optional.empty();
        }
        Body strict = body(text, at, false);
        if (strict == null) {
            return Optional.empty();
        }
        boolean closed = is(text, strict.end(), ']') && !endsList(text, at);
        return Optional.of(new Found(strict.mark(), at, strict.end() + (closed ? 1 : 0)));
    }

    /** Whether what {@code text} holds from {@code at} to its end may be the beginning of a mark. */
    static boolean mayBegin(CharSequence text, int at) {
        char c = text.charAt(at);
        int start = at;
        if (c == '[') {
            start = skipBlanks(text, at + 1);
            if (start == text.length()) {
                return true;
            }
        } else if (!mayOpen(c) || !isWordStart(text, at)) {
            return false;
        }
        for (PiiKind kind : KINDS) {
            if (mayBegin(kind.name(), text, start)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayBegin(String label, CharSequence text, int start) {
        int at = start;
        for (int i = 0; i < label.length(); i++, at++) {
            if (at == text.length()) {
                return true;
            }
            if (!sameLetter(text.charAt(at), label.charAt(i))) {
                return false;
            }
        }
        // The rest of a mark is digits and what stands between them.
        while (at < text.length() && at - start < LONGEST) {
            char c = text.charAt(at);
            if (!(c >= '0' && c <= '9') && "_-\\ ".indexOf(c) < 0) {
                return false;
            }
            at++;
        }
        return at == text.length();
    }

    private record Body(Mark mark, int end) {}

    /** Null if there is no kind and number at {@code at}; {@code loose} allows more than an underscore between them. */
    private static Body body(CharSequence text, int at, boolean loose) {
        for (PiiKind kind : KINDS) {
            int end = labelEnd(kind.name(), text, at);
            int digits = end < 0 ? -1 : separatorEnd(text, end, loose);
            int after = digits < 0 ? -1 : digitsEnd(text, digits);
            if (after > digits) {
                int number = number(text, digits, after);
                int more = separatorEnd(text, after, false);
                int partEnd = more < 0 ? -1 : digitsEnd(text, more);
                return partEnd > more && more > 0
                        ? new Body(new Mark(kind, number, number(text, more, partEnd)), partEnd)
                        : new Body(new Mark(kind, number, 0), after);
            }
        }
        return null;
    }

    private static int labelEnd(String label, CharSequence text, int at) {
        if (at + label.length() > text.length()) {
            return -1;
        }
        for (int i = 0; i < label.length(); i++) {
            if (!sameLetter(text.charAt(at + i), label.charAt(i))) {
                return -1;
            }
        }
        return at + label.length();
    }

    private static boolean sameLetter(char c, char capital) {
        return c == capital || c == capital + ('a' - 'A');
    }

    private static int separatorEnd(CharSequence text, int at, boolean loose) {
        if (is(text, at, '_') || (loose && (is(text, at, '-') || is(text, at, ' ')))) {
            return at + 1;
        }
        if (!is(text, at, '\\')) {
            return -1;
        }
        // An escaped underscore of Markdown, perhaps escaped once more by JSON.
        int underscore = is(text, at + 1, '\\') ? at + 2 : at + 1;
        return is(text, underscore, '_') ? underscore + 1 : -1;
    }

    private static int digitsEnd(CharSequence text, int at) {
        int end = at;
        while (end < text.length() && end - at < MOST_DIGITS && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static int number(CharSequence text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static boolean is(CharSequence text, int at, char wanted) {
        return at < text.length() && text.charAt(at) == wanted;
    }

    private static int skipBlanks(CharSequence text, int at) {
        int end = at;
        while (end - at < MOST_BLANKS && is(text, end, ' ')) {
            end++;
        }
        return end;
    }

    /** First letters of the kinds. */
    private static boolean mayOpen(char c) {
        return switch (c) {
            case 'P', 'E', 'O', 'B', 'I', 'C', 'L', 'S', 'p', 'e', 'o', 'b', 'i', 'c', 'l', 's' -> true;
            default -> false;
        };
    }

    private static boolean isWordStart(CharSequence text, int at) {
        if (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) {
            return true;
        }
        return at > 1 && text.charAt(at - 2) == '\\';
    }

    private static boolean endsList(CharSequence text, int at) {
        int before = at - 1;
        while (at - before <= MOST_BLANKS && before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        return before >= 0 && text.charAt(before) == ',';
    }
}
