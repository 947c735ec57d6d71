package dev.llmagents.team.felicia.market;

import java.nio.charset.StandardCharsets;

/**
 * Numbers read straight from bytes, correctly rounded. One object reads many; the notes of the last reading stand in its
 * fields. Not thread-safe.
 */
final class PlainNumber {
    // Up to here a decimal is exact in a double, and so is its quotient by a power of ten (Clinger's fast path).
    private static final long EXACT = 1L << 53;
    private static final int EXACT_POWER = 22;
    /** Powers of ten that are exact. */
    static final double[] POWERS = powers();

    /** What a field was. */
    enum Kind {
        NUMBER,
        DECIMAL_COMMA,
        MISSING,
        UNREADABLE
    }

    private double value;

    double value() {
        return value;
    }

    /** Reads the bytes between {@code from} and {@code to}; commas between groups of three are taken when unmistakable. */
    Kind read(byte[] bytes, int from, int to, boolean whole) {
        int start = from;
        int end = to;
        while (start < end && (bytes[start] & 0xFF) <= ' ') {
            start++;
        }
        while (end > start && (bytes[end - 1] & 0xFF) <= ' ') {
            end--;
        }
        value = Double.NaN;
        if (start == end) {
            return Kind.MISSING;
        }
        long mantissa = 0;
        int decimals = 0;
        int digits = 0;
        boolean point = false;
        int i = start;
        boolean negative = bytes[i] == '-';
        if (negative || bytes[i] == '+') {
            i++;
        }
        for (; i < end; i++) {
            int c = bytes[i] - '0';
            if (c >= 0 && c <= 9) {
                digits++;
                if (mantissa > EXACT) {
                    return slow(bytes, start, end, whole);
                }
                mantissa = mantissa * 10 + c;
                decimals += point ? 1 : 0;
            } else if (bytes[i] == '.' && !point) {
                point = true;
            } else {
                return slow(bytes, start, end, whole);
            }
        }
        if (digits == 0 || mantissa > EXACT || decimals > EXACT_POWER) {
            return slow(bytes, start, end, whole);
        }
        double size = mantissa / POWERS[decimals];
        value = negative ? -size : size;
        return Kind.NUMBER;
    }

    private Kind slow(byte[] bytes, int start, int end, boolean whole) {
        if (end - start > 40) {
            return Kind.UNREADABLE;
        }
        String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        if (isWordForNothing(text)) {
            return Kind.MISSING;
        }
        int commas = (int) text.chars().filter(c -> c == ',').count();
        boolean point = text.indexOf('.') >= 0;
        if (commas == 0) {
            return plain(text) ? Kind.NUMBER : Kind.UNREADABLE;
        }
        if ((commas > 1 || point || whole) && grouped(text)) {
            return plain(text.replace(",", "")) ? Kind.NUMBER : Kind.UNREADABLE;
        }
        if (commas == 1 && !point && plain(text.replace(',', '.'))) {
            return Kind.DECIMAL_COMMA;
        }
        return Kind.UNREADABLE;
    }

    /** Whether three digits follow each comma, up to the next comma, the point or the end. */
    private static boolean grouped(String text) {
        int end = text.indexOf('.') < 0 ? text.length() : text.indexOf('.');
        int next = end;
        for (int i = end - 1; i >= 0; i--) {
            if (text.charAt(i) == ',') {
                if (next - i != 4) {
                    return false;
                }
                next = i;
            }
        }
        return text.indexOf(',', end) < 0 && text.charAt(0) != ',';
    }

    private boolean plain(String text) {
        boolean digit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digit |= c >= '0' && c <= '9';
            // Double.parseDouble takes more than prices are written with: hexadecimal, a final "d", "Infinity".
            if (!(c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E')) {
                return false;
            }
        }
        if (!digit) {
            return false;
        }
        try {
            double read = Double.parseDouble(text);
            if (!Double.isFinite(read)) {
                return false;
            }
            value = read;
            return true;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    private static boolean isWordForNothing(String text) {
        return text.equalsIgnoreCase("null")
                || text.equalsIgnoreCase("nan")
                || text.equalsIgnoreCase("n/a")
                || text.equalsIgnoreCase("na")
                || text.equals("-");
    }

    private static double[] powers() {
        double[] powers = new double[EXACT_POWER + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
