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
    private static final int LONGEST_KNOWN = 48;
    private static final byte[][] LITERALS = {
        "true".getBytes(StandardCharsets.US_ASCII),
        "false".getBytes(StandardCharsets.US_ASCII),
        "null".getBytes(StandardCharsets.US_ASCII)
    };

    /** What stands in a field. */
    private enum Kind {
        ABSENT,
        TEXT,
        ESCAPED_TEXT,
        NUMBER,
        OTHER
    }

    private final int[] from = new int[FIELDS];
    private final int[] to = new int[FIELDS];
    private final Kind[] kinds = new Kind[FIELDS];
    private byte[] bytes = new byte[0];

    // The line before: the bytes of its names with the quote behind, and what they stand for.
    private final byte[][] knownNames = new byte[MOST_KNOWN][];
    private final int[] knownFields = new int[MOST_KNOWN];

    private boolean valid;
    private boolean escaped;

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
        Arrays.fill(kinds, Kind.ABSENT);
        valid = false;
        int at = readObject(blanks(start));
        while (bytes[at] != '\n') {
            at++;
        }
        return Math.min(at, limit);
    }

    /** Whether the line was a whole JSON object. */
    boolean isValid() {
        return valid;
    }

    /** Steps over the object; stops in the line where something is wrong, at its end if all is well. */
    private int readObject(int start) {
        if (bytes[start] != '{') {
            return start;
        }
        int at = blanks(start + 1);
        if (bytes[at] == '}') {
            return end(at + 1);
        }
        for (int number = 0; ; number++) {
            if (bytes[at] != '"') {
                return at;
            }
            int nameFrom = at + 1;
            int nameTo = endOfKnownName(nameFrom, number);
            int field;
            if (nameTo >= 0) {
                field = knownFields[number];
            } else {
                nameTo = endOfString(nameFrom);
                if (bytes[nameTo] != '"') {
                    return nameTo;
                }
                field = fieldOf(nameFrom, nameTo);
                learn(number, nameFrom, nameTo, field);
            }
            at = blanks(nameTo + 1);
            if (bytes[at] != ':') {
                return at;
            }
            at = blanks(at + 1);
            int after = readValue(at, field);
            if (after < 0) {
                return -after - 1;
            }
            at = blanks(after);
            if (bytes[at] == '}') {
                return end(at + 1);
            }
            if (bytes[at] != ',') {
                return at;
            }
            at = blanks(at + 1);
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

    /** Where the quote stands behind the name, if it is the one at this place of the line before; else -1. */
    private int endOfKnownName(int start, int number) {
        if (number >= MOST_KNOWN || knownNames[number] == null) {
            return -1;
        }
        byte[] known = knownNames[number];
        int at = start;
        // The quote at the end of the known name differs from all that could run over the end of the line.
        for (byte letter : known) {
            if (bytes[at] != letter) {
                return -1;
            }
            at++;
        }
        return at - 1;
    }

    private void learn(int number, int nameFrom, int nameTo, int field) {
        if (number < MOST_KNOWN && nameTo - nameFrom <= LONGEST_KNOWN) {
            knownNames[number] = Arrays.copyOfRange(bytes, nameFrom, nameTo + 1);
            knownFields[number] = field;
        }
    }

    private int fieldOf(int nameFrom, int nameTo) {
        if (!escaped) {
            return Field.numberOf(bytes, nameFrom, nameTo);
        }
        byte[] name = JsonString.decode(bytes, nameFrom, nameTo).getBytes(StandardCharsets.UTF_8);
        return Field.numberOf(name, 0, name.length);
    }

    /** The place behind the value; {@code -place - 1} of what is wrong. */
    private int readValue(int start, int field) {
        byte b = bytes[start];
        Kind kind;
        int valueFrom = start;
        int valueTo;
        int after;
        if (b == '"') {
            valueFrom = start + 1;
            valueTo = endOfString(valueFrom);
            if (bytes[valueTo] != '"') {
                return -valueTo - 1;
            }
            kind = escaped ? Kind.ESCAPED_TEXT : Kind.TEXT;
            after = valueTo + 1;
        } else if (b == '-' || (b >= '0' && b <= '9')) {
            valueTo = start + 1;
            while (IN_NUMBER[bytes[valueTo] & 0xFF]) {
                valueTo++;
            }
            kind = Kind.NUMBER;
            after = valueTo;
        } else {
            after = b == '{' || b == '[' ? endOfNested(start) : endOfLiteral(start);
            if (after < 0) {
                return after;
            }
            valueTo = after;
            kind = Kind.OTHER;
        }
        if (field >= 0) {
            from[field] = valueFrom;
            to[field] = valueTo;
            kinds[field] = kind;
        }
        return after;
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
        Kind kind = kinds[field.ordinal()];
        return kind == Kind.TEXT || kind == Kind.ESCAPED_TEXT;
    }

    boolean isNumber(Field field) {
        return kinds[field.ordinal()] == Kind.NUMBER;
    }

    /** Whether the field is the literal {@code true}. */
    boolean isTrue(Field field) {
        return kinds[field.ordinal()] == Kind.OTHER && bytes[from(field)] == 't';
    }

    /** The text of the field, decoded; empty if it holds none. */
    String text(Field field) {
        return isText(field) ? JsonString.decode(bytes, from(field), to(field)) : "";
    }

    /** Whether the field is this text. */
    boolean is(Field field, byte[] utf8) {
        Kind kind = kinds[field.ordinal()];
        if (kind == Kind.ESCAPED_TEXT) {
            return Arrays.equals(text(field).getBytes(StandardCharsets.UTF_8), utf8);
        }
        int at = from[field.ordinal()];
        if (kind != Kind.TEXT || to[field.ordinal()] - at != utf8.length) {
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
