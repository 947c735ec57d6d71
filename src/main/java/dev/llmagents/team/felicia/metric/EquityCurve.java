package dev.llmagents.team.felicia.metric;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * What an account was worth at the close of each day. The array is not copied and must not be changed.
 *
 * @param start worth before the first day
 */
public record EquityCurve(double start, List<LocalDate> dates, double[] values) {
    public EquityCurve {
        dates = List.copyOf(dates);
        if (dates.size() != values.length || values.length == 0) {
            throw new IllegalArgumentException("an equity curve needs one value a day, and a day");
        }
    }

    public double last() {
        return values[values.length - 1];
    }

    /** Days {@code from} to before {@code to}, begun with what the account was worth before. */
    public EquityCurve part(int from, int to) {
        double before = from == 0 ? start : values[from - 1];
        return new EquityCurve(before, dates.subList(from, to), Arrays.copyOfRange(values, from, to));
    }
}
