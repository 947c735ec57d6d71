package dev.llmagents.usage.stats;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One line of the usage log, as the places of its fields' values in the bytes it was read from: a scanner for one flat JSON
 * object (RFC 8259) that may hold objects and arrays, which it steps over. Reused for line after line; for one thread.
 *
 * <p>Lines come from few writers, so the names of fields are first compared with those of the line before.
 */
final class UsageLine {
    private static final byte PLAIN = 0;
    private static final byte QUOTE = 1;
    private static final byte BACKSLASH = 2;
    private static final byte CONTROL = 3;
    private static final byte[] IN_STRING = stringBytes();
    private static final boolean[] IN_NUMBER = numberBytes();

    private static final int FIELDS = Field.values().length;
    private static final int MOST_KNOWN = 64;
    private static final int LONGEST_KNOWN = 64;
    private static final byte[][] LITERALS = {
        "true".getBytes(StandardCharsets.US_ASCII),
        "false".getBytes(StandardCharsets.US_ASCII),
        "null".getBytes(StandardCharsets.US_ASCII)
    };

    // What stands in a field; bytes and no enum, since storing an object of an array is checked each time.
    private static final byte ABSENT = 0;
    private static final byte TEXT = 1;
    private static final byte ESCAPED_TEXT = 2;
    private static final byte NUMBER = 3;
    private static final byte OTHER = 4;

    private final int[] from = new int[FIELDS];
    private final int[] to = new int[FIELDS];
    private final byte[] kinds = new byte[FIELDS];
    private byte[] bytes = new byte[0];

    // What stood between the values of the line before, names included, and the fields that came behind.
    private final byte[][] knownGaps = new byte[MOST_KNOWN][];
    private final int[] knownFields = new int[MOST_KNOWN];
    private int known;

    private boolean valid;
    private boolean escaped;
    private int newField;

    private static byte[] stringBytes() {
        byte[] kinds = new byte[256];
        Arrays.fill(kinds, 0, ' ', CONTROL);
        kinds['"'] = QUOTE;
        kinds['\\'] = BACKSLASH;
        return kinds;
    }

    private static boolean[] numberBytes() {
        boolean[] kinds = new boolean[256];
        for (char c : "0123456789+-.eE".toCharArray()) {
            kinds[c] = true;
        }
        return kinds;
    }

    /**
     * Reads the line that begins at {@code start}.
     *
     * @param limit the end of what there is; a line feed must stand there
     * @return where the line feed stands that ends the line; {@code limit} if the line may go on behind it
     */
    int read(byte[] source, int start, int limit) {
        bytes = source;
        Arrays.fill(kinds, ABSENT);
        valid = false;
        int at = readObject(source, start);
        while (source[at] != '\n') {
            at++;
        }
        return at;
    }

    /** Whether the line was a whole JSON object. */
    boolean isValid() {
        return valid;
    }

    /**
     * Steps over the object; stops in the line where something is wrong, at its end if all is well. Long, because it runs
     * for each field of millions of lines, often without an optimising compiler, to which every call counts.
     */
    private int readObject(byte[] source, int start) {
        int at = start;
        for (int number = 0; ; number++) {
            int field = -1;
            int valueFrom = endOfKnownGap(source, at, number);
            if (valueFrom >= 0) {
                field = knownFields[number];
            } else {
                valueFrom = endOfNewGap(source, at, number);
                if (valueFrom < 0) {
                    return -valueFrom - 1;
                }
                field = newField;
            }
            byte kind;
            int after;
            byte first = source[valueFrom];
            if (first == '"') {
                valueFrom++;
                after = valueFrom;
                while (IN_STRING[source[after] & 0xFF] == PLAIN) {
                    after++;
                }
                kind = TEXT;
                if (source[after] != '"') {
                    after = endOfString(valueFrom);
                    kind = ESCAPED_TEXT;
                    if (source[after] != '"') {
                        return after;
                    }
                }
                at = after + 1;
            } else if (first <= '9' && (first >= '0' || first == '-')) {
                after = valueFrom + 1;
                while (IN_NUMBER[source[after] & 0xFF]) {
                    after++;
                }
                kind = NUMBER;
                at = after;
            } else {
                after = first == '{' || first == '[' ? endOfNested(valueFrom) : endOfLiteral(valueFrom);
                if (after < 0) {
                    return -after - 1;
                }
                kind = OTHER;
                at = after;
            }
            if (field >= 0) {
                from[field] = valueFrom;
                to[field] = after;
                kinds[field] = kind;
            }
            if (source[at] == '}') {
                return end(at + 1);
            }
        }
    }

    private int end(int behind) {
        int at = blanks(behind);
        valid = bytes[at] == '\n';
        return at;
    }

    private int blanks(int start) {
        int at = start;
        byte b = bytes[at];
        while (b == ' ' || b == '\t' || b == '\r') {
            b = bytes[++at];
        }
        return at;
    }

    /** Where the value begins behind the gap, if that is the same as at this place of the line before; else -1. */
    private int endOfKnownGap(byte[] source, int start, int number) {
        if (number >= known) {
            return -1;
        }
        // A gap has no line feed in it, so no comparison runs over the end of the line.
        int at = start;
        for (byte letter : knownGaps[number]) {
            if (source[at] != letter) {
                return -1;
            }
            at++;
        }
        return at;
    }

    /**
     * Reads what stands before a value: a brace or comma, the name, the colon. Leaves the name's field in {@link
     * #newField}.
     *
     * @return where the value begins; {@code -place - 1} of what is wrong, or of the end of the object
     */
    private int endOfNewGap(byte[] source, int start, int number) {
        int at = blanks(start);
        if (number > 0 && source[at] == '}') {
            return -end(at + 1) - 1;
        }
        if (source[at] != (number == 0 ? '{' : ',')) {
            return -at - 1;
        }
        at = blanks(at + 1);
        if (number == 0 && source[at] == '}') {
            return -end(at + 1) - 1;
        }
        if (source[at] != '"') {
            return -at - 1;
        }
        int nameFrom = at + 1;
        int nameTo = endOfString(nameFrom);
        if (source[nameTo] != '"') {
            return -nameTo - 1;
        }
        newField = fieldOf(nameFrom, nameTo);
        at = blanks(nameTo + 1);
        if (source[at] != ':') {
            return -at - 1;
        }
        at = blanks(at + 1);
        if (number <= known && number < MOST_KNOWN && at - start <= LONGEST_KNOWN) {
            knownGaps[number] = Arrays.copyOfRange(source, start, at);
            knownFields[number] = newField;
            known = Math.max(known, number + 1);
        }
        return at;
    }

    private int fieldOf(int nameFrom, int nameTo) {
        if (!escaped) {
            return Field.numberOf(bytes, nameFrom, nameTo);
        }
        byte[] name = JsonString.decode(bytes, nameFrom, nameTo).getBytes(StandardCharsets.UTF_8);
        return Field.numberOf(name, 0, name.length);
    }

    /** Where the closing quote stands, or the line feed that comes before one; notes whether there are escapes. */
    private int endOfString(int start) {
        int at = start;
        escaped = false;
        byte[] source = bytes;
        while (true) {
            byte kind = IN_STRING[source[at] & 0xFF];
            if (kind == PLAIN) {
                at++;
            } else if (kind == BACKSLASH && source[at + 1] != '\n') {
                escaped = true;
                at += 2;
            } else {
                return kind == BACKSLASH ? at + 1 : at;
            }
        }
    }

    private int endOfNested(int start) {
        int depth = 0;
        int at = start;
        while (true) {
            byte b = bytes[at];
            if (b == '\n') {
                return -at - 1;
            }
            if (b == '"') {
                at = endOfString(at + 1);
                if (bytes[at] != '"') {
                    return -at - 1;
                }
            } else if (b == '{' || b == '[') {
                depth++;
            } else if (b == '}' || b == ']') {
                depth--;
                if (depth == 0) {
                    return at + 1;
                }
            }
            at++;
        }
    }

    private int endOfLiteral(int start) {
        for (byte[] literal : LITERALS) {
            int matched = 0;
            while (matched < literal.length && bytes[start + matched] == literal[matched]) {
                matched++;
            }
            if (matched == literal.length) {
                return start + matched;
            }
        }
        return -start - 1;
    }

    byte[] bytes() {
        return bytes;
    }

    int from(Field field) {
        return from[field.ordinal()];
    }

    int to(Field field) {
        return to[field.ordinal()];
    }

    boolean isText(Field field) {
        byte kind = kinds[field.ordinal()];
        return kind == TEXT || kind == ESCAPED_TEXT;
    }

    boolean isNumber(Field field) {
        return kinds[field.ordinal()] == NUMBER;
    }

    /** Whether the field is the literal {@code true}. */
    boolean isTrue(Field field) {
        return kinds[field.ordinal()] == OTHER && bytes[from(field)] == 't';
    }

    /** The text of the field, decoded; empty if it holds none. */
    String text(Field field) {
        return isText(field) ? JsonString.decode(bytes, from(field), to(field)) : "";
    }

    /** Whether the field is this text. */
    boolean is(Field field, byte[] utf8) {
        byte kind = kinds[field.ordinal()];
        if (kind == ESCAPED_TEXT) {
            return Arrays.equals(text(field).getBytes(StandardCharsets.UTF_8), utf8);
        }
        int at = from[field.ordinal()];
        if (kind != TEXT || to[field.ordinal()] - at != utf8.length) {
            return false;
        }
        for (byte letter : utf8) {
            if (bytes[at++] != letter) {
                return false;
            }
        }
        return true;
    }
}
