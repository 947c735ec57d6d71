package dev.llmagents.team.svea.book;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Swedish working days: lag (1989:253) om allmänna helgdagar, with the eves on which banks and offices are closed. */
final class Workdays {
    private Workdays() {}

    static boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !isHoliday(day);
    }

    /** The first working day after {@code day}. */
    static LocalDate after(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!isWorkday(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** Working days after {@code from} up to and with {@code to}, never counting more than a year of days. */
    static int between(LocalDate from, LocalDate to) {
        int days = 0;
        LocalDate last = to.isAfter(from.plusYears(1)) ? from.plusYears(1) : to;
        for (LocalDate day = from.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            days += isWorkday(day) ? 1 : 0;
        }
        return days;
    }

    static boolean isHoliday(LocalDate day) {
        int date = day.getMonthValue() * 100 + day.getDayOfMonth();
        boolean fixed = switch (date) {
            case 101, 106, 501, 606, 1224, 1225, 1226, 1231 -> true;
            default -> false;
        };
        // Midsummer's eve is the Friday between 19 and 25 June.
        boolean midsummer = day.getDayOfWeek() == DayOfWeek.FRIDAY && date >= 619 && date <= 625;
        if (fixed || midsummer) {
            return true;
        }
        LocalDate easter = easter(day.getYear());
        return day.equals(easter.minusDays(2)) || day.equals(easter.plusDays(1)) || day.equals(easter.plusDays(39));
    }

    /** Easter Sunday of the Gregorian calendar, after the anonymous algorithm (Meeus, Jones, Butcher). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int day = h + l - 7 * m + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }
}
