package dev.llmagents.usage.stats;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/**
 * Reads the times of usage lines, in milliseconds since 1970. Most lines are of the same day as the line before, whose date
 * need not be reckoned again. For one thread.
 */
final class LineTime {
    /** Stands for a time that cannot be read. */
    static final long NONE = Long.MIN_VALUE;

    private static final int DATE = 10;
    private static final int SHORTEST = 20;
    private static final int LONGEST = 40;

    private final byte[] date = new byte[DATE];
    private long midnight;

    /** The time that stands in these bytes, in RFC 3339's form; {@link #NONE} if it is none. */
    long millis(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length < SHORTEST || length > LONGEST) {
            return NONE;
        }
        boolean usual = bytes[to - 1] == 'Z'
                && bytes[from + 10] == 'T'
                && bytes[from + 13] == ':'
                && bytes[from + 16] == ':'
                && (length == SHORTEST || (bytes[from + 19] == '.' && length > SHORTEST + 1));
        if (!usual || !isSameDate(bytes, from)) {
            return slow(bytes, from, to);
        }
        int hour = two(bytes, from + 11);
        int minute = two(bytes, from + 14);
        int second = two(bytes, from + 17);
        int fraction = length == SHORTEST ? 0 : fraction(bytes, from + 20, to - 1);
        if ((hour | minute | second | fraction) < 0 || hour > 23 || minute > 59 || second > 59) {
            return NONE;
        }
        return midnight + ((hour * 60 + minute) * 60 + second) * 1000L + fraction;
    }

    private boolean isSameDate(byte[] bytes, int from) {
        for (int i = DATE - 1; i >= 0; i--) {
            if (bytes[from + i] != date[i]) {
                return false;
            }
        }
        return true;
    }

    private long slow(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.US_ASCII);
        try {
            long time = OffsetDateTime.parse(text).toInstant().toEpochMilli();
            midnight = LocalDate.parse(text.substring(0, DATE))
                    .atStartOfDay()
                    .toInstant(ZoneOffset.UTC)
                    .toEpochMilli();
            System.arraycopy(bytes, from, date, 0, DATE);
            return Math.abs(time)
                            > TimeUnit.DAYS.toMillis(LocalDate.of(9999, 12, 31).toEpochDay())
                    ? NONE
                    : time;
        } catch (DateTimeException | ArithmeticException | StringIndexOutOfBoundsException noTime) {
            return NONE;
        }
    }

    private static int two(byte[] bytes, int at) {
        int tens = bytes[at] - '0';
        int ones = bytes[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }

    private static int fraction(byte[] bytes, int from, int to) {
        int millis = 0;
        int unit = 100;
        for (int at = from; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            millis += digit * unit;
            unit /= 10;
        }
        return millis;
    }
}
