package dev.llmagents.team.felicia.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PerformanceTest {
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 30);

    @Test
    void the_worst_fall_runs_from_peak_to_recovery() {
        Drawdown fall = Drawdown.of(curve(100, 80, 120, 60, 119, 130));
        assertEquals(new Drawdown(-0.5, FIRST.plusDays(1), FIRST.plusDays(2), Optional.of(FIRST.plusDays(4)), 3), fall);
    }

    @Test
    void a_fall_from_the_starting_balance_counts() {
        assertEquals(new Drawdown(80 / 100.0 - 1, FIRST, FIRST, Optional.empty(), 1), Drawdown.of(curve(100, 80, 90)));
        assertEquals(0, Drawdown.of(curve(100, 101, 102)).depth());
    }

    @Test
    void sharpe_and_sortino_are_of_a_year() {
        assertEquals(Math.sqrt(2) * Math.sqrt(252), Returns.sharpe(new double[] {0.01, 0.03}, 0), 1e-9);
        assertEquals(0, Returns.sharpe(new double[] {0.01, 0.03}, 0.02 * 252), 1e-9);
        // Mean 0.01; one loss of 0.01 in four days: 0.005.
        assertEquals(2 * Math.sqrt(252), Returns.sortino(new double[] {0.02, -0.01, 0.02, 0.01}, 0), 1e-9);
    }

    @Test
    void value_at_risk_is_the_quantile_of_type_seven() {
        assertEquals(2.2, Returns.quantile(new double[] {4, 1, 3, 2}, 0.4), 1e-12);
        double[] returns =
                IntStream.range(0, 21).mapToDouble(i -> (i - 10) / 100.0).toArray();
        // Position 20 * 0.05 = 1: the second worst of 21; the mean of the two worst.
        assertEquals(0.09, Returns.valueAtRisk(returns, 0.95), 1e-12);
        assertEquals(0.095, Returns.conditionalValueAtRisk(returns, 0.95), 1e-12);
        assertTrue(Double.isNaN(Returns.quantile(new double[0], 0.5)));
    }

    @Test
    void correlation_has_a_sign_and_a_still_series_has_none() {
        double[] one = {1, 2, 3};
        assertEquals(1, Returns.correlation(one, new double[] {2, 4, 6}), 1e-12);
        assertEquals(-1, Returns.correlation(one, new double[] {3, 2, 1}), 1e-12);
        assertEquals(0, Returns.correlation(one, new double[] {5, 5, 5}));
    }

    @Test
    void growth_counts_from_the_start_and_months_from_the_month_before() {
        Performance found = Performance.of(curve(100, 102, 105, 84), 0);
        assertEquals(-0.16, found.totalReturn(), 1e-12);
        assertEquals(Math.pow(0.84, 252 / 2.0) - 1, found.cagr(), 1e-12);
        assertEquals(YearMonth.of(2020, 1), found.bestMonth().month());
        assertEquals(0.05, found.bestMonth().change(), 1e-12);
        assertEquals(84 / 105.0 - 1, found.worstMonth().change(), 1e-12);
        assertEquals(found.cagr() / 0.2, found.calmar(), 1e-9);
    }

    @Test
    void what_never_fell_has_infinite_ratios() {
        Performance found = Performance.of(curve(100, 101, 103, 104), 0);
        assertEquals(Double.POSITIVE_INFINITY, found.calmar());
        assertEquals(Double.POSITIVE_INFINITY, found.sortino());
    }

    @Test
    void a_part_of_a_curve_begins_with_the_value_before_it() {
        EquityCurve part = curve(100, 110, 121, 133).part(1, 3);
        assertEquals(110, part.start());
        assertEquals(133, part.last());
        assertThrows(IllegalArgumentException.class, () -> new EquityCurve(1, List.of(), new double[0]));
    }

    private static EquityCurve curve(double start, double... values) {
        List<LocalDate> dates =
                IntStream.range(0, values.length).mapToObj(FIRST::plusDays).toList();
        return new EquityCurve(start, dates, values);
    }
}
