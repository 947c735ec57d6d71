package dev.llmagents.team.svea.sie;

import java.util.Arrays;

/**
 * Splits a line into fields: bare, in quotation marks, or a list of objects in braces (SIE 4B, 5.7). Works on byte ranges
 * and makes no strings; one instance serves all lines of a file.
 */
final class LineFields {
    /** A fault of the line as a whole. */
    enum Fault {
        NONE,
        OPEN_QUOTE,
        OPEN_BRACE,
        CONTROL_CHARACTER
    }

    private final byte[] bytes;
    private int[] froms = new int[16];
    private int[] tos = new int[16];
    private boolean[] escaped = new boolean[16];
    private boolean[] lists = new boolean[16];
    private int count;
    private Fault fault = Fault.NONE;

    LineFields(byte[] bytes) {
        this.bytes = bytes;
    }

    int count() {
        return count;
    }

    int from(int field) {
        return froms[field];
    }

    int to(int field) {
        return tos[field];
    }

    boolean isEscaped(int field) {
        return escaped[field];
    }

    /** Whether the field is the inside of a pair of braces. */
    boolean isList(int field) {
        return lists[field];
    }

    Fault fault() {
        return fault;
    }

    /** Takes the fields between two positions. */
    void split(int from, int to) {
        count = 0;
        fault = Fault.NONE;
        int at = from;
        while (at < to) {
            byte one = bytes[at];
            if (isBlank(one)) {
                at++;
            } else if (one == '"') {
                at = quoted(at + 1, to);
            } else if (one == '{') {
                at = list(at + 1, to);
            } else {
                int start = at;
                while (at < to && !isBlank(bytes[at])) {
                    at++;
                }
                add(start, at, false, false);
            }
        }
    }

    private static boolean isBlank(byte one) {
        return one == ' ' || one == '\t';
    }

    private int quoted(int from, int to) {
        boolean isEscaped = false;
        int at = from;
        while (at < to && bytes[at] != '"') {
            if (bytes[at] == '\\' && at + 1 < to && bytes[at + 1] == '"') {
                if (isLast(at + 2, to)) {
                    // A path that ends in a backslash, not a quotation mark in a text.
                    add(from, at + 1, isEscaped, false);
                    return to;
                }
                isEscaped = true;
                at++;
            } else if (bytes[at] >= 0 && bytes[at] < ' ' || bytes[at] == 127) {
                fault = Fault.CONTROL_CHARACTER;
            }
            at++;
        }
        if (at >= to) {
            fault = Fault.OPEN_QUOTE;
        }
        add(from, Math.min(at, to), isEscaped, false);
        return at + 1;
    }

    private boolean isLast(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isBlank(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    private int list(int from, int to) {
        boolean inQuotes = false;
        int at = from;
        while (at < to && (inQuotes || bytes[at] != '}')) {
            if (bytes[at] == '\\' && at + 1 < to && bytes[at + 1] == '"') {
                at++;
            } else if (bytes[at] == '"') {
                inQuotes = !inQuotes;
            }
            at++;
        }
        if (at >= to) {
            fault = Fault.OPEN_BRACE;
        }
        add(from, Math.min(at, to), false, true);
        return at + 1;
    }

    private void add(int from, int to, boolean isEscaped, boolean isList) {
        if (count == froms.length) {
            froms = Arrays.copyOf(froms, count * 2);
            tos = Arrays.copyOf(tos, count * 2);
            escaped = Arrays.copyOf(escaped, count * 2);
            lists = Arrays.copyOf(lists, count * 2);
        }
        froms[count] = from;
        tos[count] = to;
        escaped[count] = isEscaped;
        lists[count] = isList;
        count++;
    }
}
