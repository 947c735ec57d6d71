package dev.llmagents.ident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {
    /** The weekdays of a year on which a calendar is closed, as {@code MM-dd}. */
    private static List<String> closedWeekdays(BusinessCalendar calendar, int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !calendar.isBusinessDay(day))
                .map(day -> day.toString().substring(5))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        // Compared with QuantLib 1.29.
        "TARGET, 1998, 01-01 12-25 12-31",
        "TARGET, 1999, 01-01 12-31",
        "TARGET, 2000, 04-21 04-24 05-01 12-25 12-26",
        "TARGET, 2001, 01-01 04-13 04-16 05-01 12-25 12-26 12-31",
        "TARGET, 2016, 01-01 03-25 03-28 12-26",
        "TARGET, 2026, 01-01 04-03 04-06 05-01 12-25",
        "SWEDEN, 2004, 01-01 01-06 04-09 04-12 05-20 05-31 06-25 12-24 12-31",
        "SWEDEN, 2005, 01-06 03-25 03-28 05-05 06-06 06-24 12-26",
        "SWEDEN, 2016, 01-01 01-06 03-25 03-28 05-05 06-06 06-24 12-26",
        "SWEDEN, 2026, 01-01 01-06 04-03 04-06 05-01 05-14 06-19 12-24 12-25 12-31",
    })
    void is_closed_on_the_holidays_of_a_year(BusinessCalendar calendar, int year, String days) {
        assertEquals(Arrays.asList(days.split(" ")), closedWeekdays(calendar, year));
    }

    @ParameterizedTest
    @CsvSource({"1961-04-02", "2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21", "2038-04-25", "2285-03-22"})
    void easter_falls_on(LocalDate sunday) {
        assertEquals(sunday, Easter.sunday(sunday.getYear()));
    }

    @Test
    void easter_is_always_a_sunday_between_22_march_and_25_april() {
        for (int year = 1583; year < 4000; year++) {
            LocalDate day = Easter.sunday(year);
            assertEquals(DayOfWeek.SUNDAY, day.getDayOfWeek(), day.toString());
            assertFalse(
                    day.isBefore(LocalDate.of(year, 3, 22)) || day.isAfter(LocalDate.of(year, 4, 25)), day.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TARGET, 2026-12-24, 1, 2026-12-28",
        "SWEDEN, 2026-12-24, 1, 2026-12-28",
        "TARGET, 2015-12-31, 1, 2016-01-04",
        "SWEDEN, 2016-01-05, 1, 2016-01-07",
        "TARGET, 2016-01-05, 1, 2016-01-06",
        "TARGET, 2016-01-02, 0, 2016-01-04",
        "TARGET, 2016-01-02, 1, 2016-01-04",
        "TARGET, 2016-01-02, 2, 2016-01-05",
        "SWEDEN, 2016-03-24, 2, 2016-03-30",
    })
    void counts_business_days(BusinessCalendar calendar, LocalDate from, int days, LocalDate expected) {
        assertEquals(expected, calendar.plus(from, days));
    }

    @Test
    void names_a_holiday_also_on_a_sunday() {
        assertEquals(
                BusinessCalendar.Holiday.MAY_DAY,
                BusinessCalendar.TARGET.holiday(LocalDate.of(2016, 5, 1)).orElseThrow());
        assertEquals(
                BusinessCalendar.Holiday.ASCENSION_DAY,
                BusinessCalendar.SWEDEN.holiday(LocalDate.of(2016, 5, 5)).orElseThrow());
    }

    @Test
    void does_not_count_backwards() {
        assertThrows(IllegalArgumentException.class, () -> BusinessCalendar.TARGET.plus(LocalDate.of(2016, 1, 4), -1));
    }
}
