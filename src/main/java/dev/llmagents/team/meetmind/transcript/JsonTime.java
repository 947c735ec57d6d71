package dev.llmagents.team.meetmind.transcript;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A time in JSON.
 *
 * @param value in seconds, or for a plain number in a unit that only the whole input shows; NaN if unknown
 * @param kind what {@code value} counts
 */
record JsonTime(double value, Kind kind) {
    static final JsonTime UNKNOWN = new JsonTime(Double.NaN, Kind.SECONDS);

    enum Kind {
        SECONDS,
        /** Seconds or milliseconds. */
        NUMBER,
        /** Seconds since 1970. */
        INSTANT
    }

    boolean isKnown() {
        return !Double.isNaN(value);
    }

    /** A number, {@code 00:01:02.5}, {@code PT2.5S} or a date with a time. */
    static JsonTime of(JsonValue value, boolean milliseconds) {
        if (value instanceof JsonValue.Figure figure) {
            return ofNumber(figure.value(), milliseconds);
        }
        return value instanceof JsonValue.Text text ? ofText(SourceText.strip(text.value()), milliseconds) : UNKNOWN;
    }

    private static JsonTime ofNumber(double number, boolean milliseconds) {
        if (!(number >= 0 && number < 1e13)) {
            return UNKNOWN;
        }
        return milliseconds ? new JsonTime(number / 1000, Kind.SECONDS) : new JsonTime(number, Kind.NUMBER);
    }

    private static JsonTime ofText(String text, boolean milliseconds) {
        if (text.isEmpty() || text.length() > 40) {
            return UNKNOWN;
        }
        Optional<TimeText> written = TimeText.whole(text);
        if (written.isPresent()) {
            return new JsonTime(written.get().value().toMillis() / 1000.0, Kind.SECONDS);
        }
        try {
            if (text.startsWith("PT")) {
                return new JsonTime(Duration.parse(text).toMillis() / 1000.0, Kind.SECONDS);
            }
            if (text.indexOf('T') == 10) {
                return new JsonTime(OffsetDateTime.parse(text).toInstant().toEpochMilli() / 1000.0, Kind.INSTANT);
            }
            String number = text.endsWith("s") ? text.substring(0, text.length() - 1) : text;
            return isNumber(number) ? ofNumber(Double.parseDouble(number), milliseconds) : UNKNOWN;
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            return UNKNOWN;
        }
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!TimeText.isDigit(text.charAt(i)) && text.charAt(i) != '.') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
