package dev.llmagents.team.meetmind.date;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * Turns the meaning of a phrase into a day, seen from the day of the meeting. Weeks run from Monday (ISO 8601). A date said
 * without its year lies in the first year in which it is not before the meeting.
 */
final class DueCalendar {
    private DueCalendar() {}

    /** The day meant, if it is certain and not before the meeting; without an anchor only full dates are. */
    static Optional<LocalDate> day(Meaning meaning, int n, Said said, Optional<LocalDate> anchor) {
        try {
            Optional<LocalDate> day =
                    anchor.isPresent() ? relative(meaning, n, said, anchor.get()) : absolute(meaning, said);
            return day.filter(found -> anchor.isEmpty() || !found.isBefore(anchor.get()));
        } catch (DateTimeException impossible) {
            return Optional.empty(); // the 31st of June, week 53 of a short year
        }
    }

    private static Optional<LocalDate> absolute(Meaning meaning, Said said) {
        boolean yearSaid = said.number(Slot.YEAR).isPresent();
        if (meaning == Meaning.ISO) {
            return Optional.of(LocalDate.parse(said.numeric()));
        }
        if (meaning == Meaning.DATE && yearSaid) {
            return Optional.of(LocalDate.of(year(said), month(said), said.dayOfMonth()));
        }
        if (meaning == Meaning.MONTH_NAMED_END && yearSaid) {
            return Optional.of(YearMonth.of(year(said), month(said)).atEndOfMonth());
        }
        boolean numeric = meaning == Meaning.NUMERIC_DAY_FIRST || meaning == Meaning.NUMERIC_EITHER_ORDER;
        return numeric
                ? NumericDate.read(said.numeric()).flatMap(date -> date.day(meaning, Optional.empty()))
                : Optional.empty();
    }

    private static Optional<LocalDate> relative(Meaning meaning, int n, Said said, LocalDate from) {
        int count = said.count();
        return switch (meaning) {
            case DAY -> Optional.of(from.plusDays(n));
            case PART -> Optional.of(from);
            case HOURS_AHEAD -> Optional.of(from.plusDays(count / 24));
            case DAYS_AHEAD -> Optional.of(from.plusDays((long) n * count));
            case WORKDAYS_AHEAD -> Optional.of(plusWorkdays(from, count));
            case WEEKS_AHEAD -> Optional.of(from.plusWeeks((long) n * count));
            case MONTHS_AHEAD -> Optional.of(from.plusMonths(count));
            case YEARS_AHEAD -> Optional.of(from.plusYears(count));
            case WEEKS_FROM_TOMORROW -> Optional.of(from.plusDays(1).plusWeeks(count));
            case WEEKDAY -> Optional.of(from.with(TemporalAdjusters.next(weekday(said))));
            case WEEKDAY_OR_TODAY -> Optional.of(from.with(TemporalAdjusters.nextOrSame(weekday(said))));
            case WEEKDAY_OF_WEEK -> Optional.of(inWeek(from, n, weekday(said)));
            case WEEKDAY_OF_WEEKS_AHEAD -> Optional.of(inWeek(from, count, weekday(said)));
            case WEEKDAY_PLUS_WEEKS ->
                Optional.of(from.with(TemporalAdjusters.next(weekday(said))).plusWeeks(count));
            case WEEKDAY_OF_NUMBERED_WEEK -> Optional.of(inNumberedWeek(from, said.week(), weekday(said)));
            case WEEK_START -> Optional.of(inWeek(from, n, DayOfWeek.MONDAY));
            case WEEK_END -> Optional.of(fridayOrLater(from, n));
            case WEEKEND -> Optional.of(inWeek(from, n, DayOfWeek.SUNDAY));
            case WEEK_NUMBER -> Optional.of(inNumberedWeek(from, said.week(), DayOfWeek.FRIDAY));
            case MONTH_END -> Optional.of(YearMonth.from(from).plusMonths(n).atEndOfMonth());
            case MONTH_NAMED_END -> Optional.of(endOfMonth(from, said));
            case MONTH_NAMED_START -> Optional.of(upcoming(from, month(said), 1).minusDays(1));
            case QUARTER_END ->
                Optional.of(endOfQuarter(from).plusMonths(3L * n).with(TemporalAdjusters.lastDayOfMonth()));
            case QUARTER_NUMBERED_END -> {
                LocalDate end = endOfQuarter(
                        LocalDate.of(from.getYear(), said.number(Slot.Q).orElse(1) * 3, 1));
                yield Optional.of(end.isBefore(from) ? end.plusYears(1).with(TemporalAdjusters.lastDayOfMonth()) : end);
            }
            case HALF_YEAR_END -> Optional.of(upcoming(from, 6, 30));
            case YEAR_END -> Optional.of(LocalDate.of(from.getYear() + n, 12, 31));
            case DAY_OF_MONTH -> Optional.of(dayOfMonth(from, said.dayOfMonth()));
            case DAY_OF_NEXT_MONTH ->
                Optional.of(YearMonth.from(from).plusMonths(1).atDay(said.dayOfMonth()));
            case DATE ->
                Optional.of(
                        said.number(Slot.YEAR).isPresent()
                                ? LocalDate.of(year(said), month(said), said.dayOfMonth())
                                : upcoming(from, month(said), said.dayOfMonth()));
            case ISO -> Optional.of(LocalDate.parse(said.numeric()));
            case NUMERIC_DAY_FIRST, NUMERIC_EITHER_ORDER ->
                NumericDate.read(said.numeric()).flatMap(date -> date.day(meaning, Optional.of(from)));
            case OPEN, NONE -> Optional.empty();
        };
    }

    /** The first day of that name from the meeting on, this year or a later one (29 February may wait eight years). */
    static LocalDate upcoming(LocalDate from, int month, int day) {
        for (int year = from.getYear(); year <= from.getYear() + 8; year++) {
            if (day <= YearMonth.of(year, month).lengthOfMonth()) {
                LocalDate date = LocalDate.of(year, month, day);
                if (!date.isBefore(from)) {
                    return date;
                }
            }
        }
        throw new DateTimeException("no day " + day + " in month " + month);
    }

    private static LocalDate dayOfMonth(LocalDate from, int day) {
        for (YearMonth month = YearMonth.from(from); ; month = month.plusMonths(1)) {
            if (day <= month.lengthOfMonth() && !month.atDay(day).isBefore(from)) {
                return month.atDay(day);
            }
        }
    }

    private static LocalDate inWeek(LocalDate from, int weeks, DayOfWeek weekday) {
        return monday(from).plusWeeks(weeks).with(TemporalAdjusters.nextOrSame(weekday));
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Said on a weekend, "this week" has no Friday left: then its Sunday. */
    private static LocalDate fridayOrLater(LocalDate from, int weeks) {
        LocalDate friday = inWeek(from, weeks, DayOfWeek.FRIDAY);
        return friday.isBefore(from) ? friday.plusDays(2) : friday;
    }

    private static LocalDate inNumberedWeek(LocalDate from, int week, DayOfWeek weekday) {
        LocalDate day = weekOfYear(from.get(IsoFields.WEEK_BASED_YEAR), week, weekday);
        return day.isBefore(from) ? weekOfYear(from.get(IsoFields.WEEK_BASED_YEAR) + 1, week, weekday) : day;
    }

    private static LocalDate weekOfYear(int year, int week, DayOfWeek weekday) {
        // The week that holds 4 January is week 1.
        LocalDate day = monday(LocalDate.of(year, 1, 4)).plusWeeks(week - 1L).plusDays(weekday.getValue() - 1L);
        if (day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) != week) {
            throw new DateTimeException("no week " + week + " in " + year);
        }
        return day;
    }

    private static LocalDate endOfMonth(LocalDate from, Said said) {
        int month = month(said);
        int year = said.number(Slot.YEAR).orElse(month < from.getMonthValue() ? from.getYear() + 1 : from.getYear());
        return YearMonth.of(year, month).atEndOfMonth();
    }

    private static LocalDate endOfQuarter(LocalDate day) {
        int lastMonth = (day.getMonthValue() + 2) / 3 * 3;
        return YearMonth.of(day.getYear(), lastMonth).atEndOfMonth();
    }

    private static LocalDate plusWorkdays(LocalDate from, int count) {
        LocalDate day = from.plusWeeks(count / 5);
        for (int left = count % 5; left > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek().getValue() <= 5) {
                left--;
            }
        }
        return day;
    }

    private static DayOfWeek weekday(Said said) {
        return DayOfWeek.of(said.weekday());
    }

    private static int month(Said said) {
        return said.number(Slot.MON).orElse(1);
    }

    private static int year(Said said) {
        return said.number(Slot.YEAR).orElse(1);
    }
}
