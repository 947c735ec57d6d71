package dev.llmagents.team.felicia.market;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Dates read straight from bytes, as days since 1970: 2015-12-31 (a time may follow), 20151231, 2015/12/31, 31.12.2015,
 * 12/31/2015 or 31/12/2015, Dec 31 2015, 31 Dec 2015, and seconds or milliseconds since 1970. Thread-safe.
 */
final class PlainDate {
    /** Returned for what is no date. */
    static final int NONE = Integer.MIN_VALUE;

    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2300;
    private static final int LONGEST = 40;
    /** Days every month has. */
    private static final int SURE_DAYS = 28;
    /** Days from the first of March of the year 0 to the beginning of 1970. */
    private static final int MARCH_OF_YEAR_0 = 719_468;

    private static final long SECONDS_A_DAY = 86_400;
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private PlainDate() {}

    /** Reads a date; {@code dayFirst} decides 05/04/2015. */
    static int read(byte[] bytes, int from, int to, boolean dayFirst) {
        int start = from;
        while (start < to && bytes[start] <= ' ' && bytes[start] >= 0) {
            start++;
        }
        if (to - start >= 10 && bytes[start + 4] == '-' && bytes[start + 7] == '-') {
            int year = digits(bytes, start, start + 4);
            int month = digits(bytes, start + 5, start + 7);
            int day = digits(bytes, start + 8, start + 10);
            boolean ends = start + 10 == to || bytes[start + 10] == 'T' || (bytes[start + 10] & 0xFF) <= ' ';
            return ends ? epochDay(year, month, day) : NONE;
        }
        if (to - start > LONGEST || start >= to) {
            return NONE;
        }
        return read(new String(bytes, start, to - start, StandardCharsets.UTF_8).strip(), dayFirst);
    }

    private static int read(String text, boolean dayFirst) {
        String[] parts = text.split("[-/., ]+", -1);
        if (parts.length == 1) {
            return ofDigits(text);
        }
        if (parts.length < 3) {
            return NONE;
        }
        int first = number(parts[0]);
        int second = number(parts[1]);
        int third = number(parts[2]);
        if (first < 0) {
            return epochDay(third, month(parts[0]), second);
        }
        if (second < 0) {
            return epochDay(third, month(parts[1]), first);
        }
        if (parts[0].length() == 4) {
            return epochDay(first, second, third);
        }
        if (parts[2].length() != 4) {
            return NONE;
        }
        return text.indexOf('/') < 0 || dayFirst ? epochDay(third, second, first) : epochDay(third, first, second);
    }

    /** Whether a date with slashes can only have its day first (1), only its month first (-1), or either (0). */
    static int order(byte[] bytes, int from, int to) {
        if (to - from > LONGEST) {
            return 0;
        }
        String[] parts = new String(bytes, from, to - from, StandardCharsets.UTF_8)
                .strip()
                .split("[/ ]", -1);
        if (parts.length < 3 || parts[0].length() > 2) {
            return 0;
        }
        if (number(parts[0]) > 12) {
            return 1;
        }
        return number(parts[1]) > 12 ? -1 : 0;
    }

    private static int ofDigits(String text) {
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || text.length() > 13) {
                return NONE;
            }
            number = number * 10 + digit;
        }
        return switch (text.length()) {
            case 8 -> epochDay((int) (number / 10_000), (int) (number / 100 % 100), (int) (number % 100));
            case 9, 10 -> (int) (number / SECONDS_A_DAY);
            case 12, 13 -> (int) (number / 1000 / SECONDS_A_DAY);
            default -> NONE;
        };
    }

    private static int month(String word) {
        String start = word.toLowerCase(Locale.ROOT);
        return start.length() < 3 ? -1 : MONTHS.indexOf(start.substring(0, 3)) + 1;
    }

    private static int number(String text) {
        if (text.isEmpty() || text.length() > 4) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static int digits(byte[] bytes, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static int epochDay(int year, int month, int day) {
        if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31) {
            return NONE;
        }
        if (day <= SURE_DAYS) {
            // March begins the year, so that the leap day is its last (Hinnant, days_from_civil).
            int shifted = month > 2 ? year : year - 1;
            int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
            return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - MARCH_OF_YEAR_0;
        }
        try {
            return (int) LocalDate.of(year, month, day).toEpochDay();
        } catch (DateTimeException noSuchDay) {
            return NONE;
        }
    }
}
