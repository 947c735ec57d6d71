package dev.llmagents.team.svea.sie;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A räkenskapsår (#RAR).
 *
 * @param number 0 for the file's own year, -1 for the one before
 * @param start first day
 * @param end last day
 */
public record FiscalYear(int number, LocalDate start, LocalDate end, int line) {

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }

    /** Whole months, a begun one counted. */
    public int months() {
        return (int) ChronoUnit.MONTHS.between(start.withDayOfMonth(1), end.withDayOfMonth(1)) + 1;
    }

    /** {@code 2024-01-01–2024-12-31}. */
    public String period() {
        return start + "–" + end;
    }
}
