package dev.llmagents.ident;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;

/**
 * The days on which payments are settled: Monday to Friday without the holidays of a payment system. The holidays are
 * computed, so every year from 1583 on is known. Safe for threads.
 */
public enum BusinessCalendar {
    /**
     * Payments in euro. Closed on 1 January, Good Friday, Easter Monday, 1 May, 25 and 26 December since 2000 (ECB press
     * release of 14 December 2000); before that on 1 January and 25 December, and on the last day of 1998, 1999 and 2001
     * for the changes of currency.
     */
    TARGET {
        @Override
        Optional<Holiday> fixedHoliday(LocalDate day) {
            int year = day.getYear();
            boolean sinceReform = year >= 2000;
            if (is(day, Month.JANUARY, 1)) {
                return Optional.of(Holiday.NEW_YEARS_DAY);
            }
            if (sinceReform && is(day, Month.MAY, 1)) {
                return Optional.of(Holiday.MAY_DAY);
            }
            if (is(day, Month.DECEMBER, 25)) {
                return Optional.of(Holiday.CHRISTMAS_DAY);
            }
            if (sinceReform && is(day, Month.DECEMBER, 26)) {
                return Optional.of(Holiday.BOXING_DAY);
            }
            boolean changeover = year == 1998 || year == 1999 || year == 2001;
            return changeover && is(day, Month.DECEMBER, 31) ? Optional.of(Holiday.CHANGEOVER) : Optional.empty();
        }

        @Override
        Optional<Holiday> easterHoliday(LocalDate day, int daysFromEaster) {
            if (day.getYear() < 2000) {
                return Optional.empty();
            }
            return switch (daysFromEaster) {
                case -2 -> Optional.of(Holiday.GOOD_FRIDAY);
                case 1 -> Optional.of(Holiday.EASTER_MONDAY);
                default -> Optional.empty();
            };
        }
    },

    /**
     * Payments in Swedish kronor: the holidays of lag (1989:253) om allmänna helgdagar, of which Whit Monday gave way to
     * 6 June in 2005, and the three eves on which Swedish banks are closed as on a holiday.
     */
    SWEDEN {
        @Override
        Optional<Holiday> fixedHoliday(LocalDate day) {
            return switch (day.getMonth()) {
                case JANUARY ->
                    switch (day.getDayOfMonth()) {
                        case 1 -> Optional.of(Holiday.NEW_YEARS_DAY);
                        case 6 -> Optional.of(Holiday.EPIPHANY);
                        default -> Optional.empty();
                    };
                case MAY -> day.getDayOfMonth() == 1 ? Optional.of(Holiday.MAY_DAY) : Optional.empty();
                case JUNE -> inJune(day);
                case DECEMBER ->
                    switch (day.getDayOfMonth()) {
                        case 24 -> Optional.of(Holiday.CHRISTMAS_EVE);
                        case 25 -> Optional.of(Holiday.CHRISTMAS_DAY);
                        case 26 -> Optional.of(Holiday.BOXING_DAY);
                        case 31 -> Optional.of(Holiday.NEW_YEARS_EVE);
                        default -> Optional.empty();
                    };
                default -> Optional.empty();
            };
        }

        private Optional<Holiday> inJune(LocalDate day) {
            int date = day.getDayOfMonth();
            if (date == 6 && day.getYear() >= 2005) {
                return Optional.of(Holiday.NATIONAL_DAY);
            }
            boolean eve = day.getDayOfWeek() == DayOfWeek.FRIDAY && date >= 19 && date <= 25;
            return eve ? Optional.of(Holiday.MIDSUMMER_EVE) : Optional.empty();
        }

        @Override
        Optional<Holiday> easterHoliday(LocalDate day, int daysFromEaster) {
            return switch (daysFromEaster) {
                case -2 -> Optional.of(Holiday.GOOD_FRIDAY);
                case 1 -> Optional.of(Holiday.EASTER_MONDAY);
                case 39 -> Optional.of(Holiday.ASCENSION_DAY);
                case 50 -> day.getYear() < 2005 ? Optional.of(Holiday.WHIT_MONDAY) : Optional.empty();
                default -> Optional.empty();
            };
        }
    };

    /** Why a weekday is no business day. */
    public enum Holiday {
        NEW_YEARS_DAY,
        EPIPHANY,
        GOOD_FRIDAY,
        EASTER_MONDAY,
        MAY_DAY,
        ASCENSION_DAY,
        WHIT_MONDAY,
        NATIONAL_DAY,
        MIDSUMMER_EVE,
        CHRISTMAS_EVE,
        CHRISTMAS_DAY,
        BOXING_DAY,
        NEW_YEARS_EVE,
        /** The last day of a year after which currencies changed. */
        CHANGEOVER
    }

    abstract Optional<Holiday> fixedHoliday(LocalDate day);

    abstract Optional<Holiday> easterHoliday(LocalDate day, int daysFromEaster);

    private static boolean is(LocalDate day, Month month, int date) {
        return day.getMonth() == month && day.getDayOfMonth() == date;
    }

    /** The holiday that falls on {@code day}, also where the day is a Saturday or Sunday. */
    public Optional<Holiday> holiday(LocalDate day) {
        Optional<Holiday> fixed = fixedHoliday(day);
        if (fixed.isPresent()) {
            return fixed;
        }
        int fromEaster =
                Math.toIntExact(day.toEpochDay() - Easter.sunday(day.getYear()).toEpochDay());
        return easterHoliday(day, fromEaster);
    }

    public boolean isBusinessDay(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY
                && weekday != DayOfWeek.SUNDAY
                && holiday(day).isEmpty();
    }

    /** {@code day} itself if it is a business day, else the next one. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate candidate = day;
        while (!isBusinessDay(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    /**
     * The business day that is {@code days} business days after {@code day}; with 0, {@link #onOrAfter}.
     *
     * @throws IllegalArgumentException if {@code days} is negative
     */
    public LocalDate plus(LocalDate day, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("business days are counted forwards");
        }
        LocalDate at = onOrAfter(day);
        // From a holiday the first business day already is the first step.
        int left = at.equals(day) ? days : Math.max(0, days - 1);
        for (; left > 0; left--) {
            at = onOrAfter(at.plusDays(1));
        }
        return at;
    }
}
