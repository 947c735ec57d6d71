package dev.llmagents.team.svea.sie;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads dates of the form {@code yyyymmdd}; the same day is always the same object. */
final class DateReader {
    private final Map<Integer, Optional<LocalDate>> days = new HashMap<>();
    private int last;
    private Optional<LocalDate> lastDay = Optional.empty();

    /** Empty if the range is no date. */
    Optional<LocalDate> read(byte[] bytes, int from, int to) {
        int value = to - from == 8 ? digits(bytes, from, to) : -1;
        if (value < 0) {
            return Optional.empty();
        }
        if (value != last) {
            last = value;
            lastDay = days.computeIfAbsent(value, DateReader::day);
        }
        return lastDay;
    }

    /** The whole number of at most nine digits in the range; -1 if it is none. */
    static int digits(byte[] bytes, int from, int to) {
        if (from >= to || to - from > 9) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return -1;
            }
            value = value * 10 + bytes[i] - '0';
        }
        return value;
    }

    private static Optional<LocalDate> day(int value) {
        int year = value / 10000;
        int month = value / 100 % 100;
        int day = value % 100;
        if (year < 1
                || month < 1
                || month > 12
                || day < 1
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            return Optional.empty();
        }
        return Optional.of(LocalDate.of(year, month, day));
    }
}
