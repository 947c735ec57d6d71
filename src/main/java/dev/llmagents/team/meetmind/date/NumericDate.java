package dev.llmagents.team.meetmind.date;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/** A date in two or three numbers, "13/11", "16.3" or "3/12/2026", before it is known which number is the month. */
record NumericDate(int first, int second, OptionalInt year) {

    /** Reads the numbers; empty unless there are two of them, or three of which the last is a year. */
    static Optional<NumericDate> read(String text) {
        String[] parts = text.split("[/.]", 4);
        if (parts.length < 2 || parts.length > 3 || !isNumber(parts[0], 2) || !isNumber(parts[1], 2)) {
            return Optional.empty();
        }
        if (parts.length == 2) {
            return Optional.of(
                    new NumericDate(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), OptionalInt.empty()));
        }
        if (!isNumber(parts[2], 4) || parts[2].length() % 2 != 0) {
            return Optional.empty();
        }
        int year = Integer.parseInt(parts[2]);
        return Optional.of(new NumericDate(
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                OptionalInt.of(year < 100 ? 2000 + year : year)));
    }

    /** The day, unless the order is in doubt. */
    Optional<LocalDate> day(Meaning meaning, Optional<LocalDate> from) {
        if (meaning == Meaning.NUMERIC_DAY_FIRST) {
            return of(first, second, from);
        }
        if (first == second || first > 12) {
            return of(first, second, from);
        }
        return second > 12 ? of(second, first, from) : Optional.empty();
    }

    private Optional<LocalDate> of(int day, int month, Optional<LocalDate> from) {
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            return Optional.empty();
        }
        if (year.isPresent()) {
            return Optional.of(LocalDate.of(year.getAsInt(), month, day));
        }
        return from.map(anchor -> DueCalendar.upcoming(anchor, month, day));
    }

    private static boolean isNumber(String text, int longest) {
        if (text.isEmpty() || text.length() > longest) {
            return false;
        }
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                return false;
            }
        }
        return true;
    }
}
