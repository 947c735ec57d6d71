package dev.llmagents.team.felicia.portfolio;

import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * When weights are found anew: at the close of the first bar of each period, which is known without looking at the next.
 */
public enum Rebalance {
    DAILY,
    WEEKLY,
    MONTHLY,
    QUARTERLY,
    YEARLY,
    /** Once, at the start. */
    NEVER;

    /** Whether {@code day} begins a period that {@code before}, the bar before it, was not in. */
    public boolean isDue(LocalDate before, LocalDate day) {
        return switch (this) {
            case DAILY -> true;
            case WEEKLY ->
                week(before) != week(day)
                        || before.get(IsoFields.WEEK_BASED_YEAR) != day.get(IsoFields.WEEK_BASED_YEAR);
            case MONTHLY -> before.getMonthValue() != day.getMonthValue() || before.getYear() != day.getYear();
            case QUARTERLY ->
                before.get(IsoFields.QUARTER_OF_YEAR) != day.get(IsoFields.QUARTER_OF_YEAR)
                        || before.getYear() != day.getYear();
            case YEARLY -> before.get(ChronoField.YEAR) != day.get(ChronoField.YEAR);
            case NEVER -> false;
        };
    }

    private static int week(LocalDate day) {
        return day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Rebalance> ofCode(String code) {
        return Arrays.stream(values())
                .filter(every -> every.code().equals(code))
                .findFirst();
    }
}
