package dev.llmagents.team.felicia.indicator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IndicatorsTest {
    private static final double NONE = Double.NaN;

    @Test
    void averages_begin_with_the_first_full_window() {
        assertArrayEquals(
                new double[] {NONE, 1.5, 2.5, 3.5}, MovingAverage.simple(new double[] {1, 2, 3, 4}, 2), 1e-15);
        assertArrayEquals(
                new double[] {NONE, NONE, 2, 3.5}, MovingAverage.exponential(new double[] {1, 2, 3, 5}, 3), 1e-15);
        assertArrayEquals(new double[] {NONE, NONE}, MovingAverage.simple(new double[] {1, 2}, 3), 0);
        assertArrayEquals(new double[] {NONE, NONE}, MovingAverage.exponential(new double[] {1, 2}, 3), 0);
    }

    @Test
    void a_simple_average_forgets_a_huge_price_that_has_left_its_window() {
        double[] prices = new double[50];
        Arrays.fill(prices, 0.1);
        prices[0] = 1e15;
        assertEquals(0.1, MovingAverage.simple(prices, 10)[49], 1e-16);
    }

    @Test
    void rsi_is_smoothed_as_wilder_does() {
        // Changes +1, -1, +2: rises 0.5 then 0.5 + (2 - 0.5) / 2 = 1.25; falls 0.5 then 0.25.
        double[] rsi = Oscillators.rsi(new double[] {10, 11, 10, 12}, 2);
        assertArrayEquals(new double[] {NONE, NONE, 50, 100 * 1.25 / 1.5}, rsi, 1e-12);
        assertEquals(100, Oscillators.rsi(new double[] {1, 2, 3}, 2)[2]);
        assertEquals(50, Oscillators.rsi(new double[] {7, 7, 7}, 2)[2]);
    }

    @Test
    void a_true_range_reaches_back_to_the_close_before() {
        double[] atr =
                Oscillators.atr(new double[] {10, 12, 11}, new double[] {8, 10, 9}, new double[] {9, 11.5, 10}, 2);
        // 12 - 9 = 3, where the close before is below the low; 11.5 - 9 = 2.5, where it is above the high.
        assertArrayEquals(new double[] {NONE, NONE, 2.75}, atr, 1e-15);
    }

    @Test
    void macd_of_a_straight_line_is_the_difference_of_the_lags() {
        double[] line = IntStream.range(0, 80).mapToDouble(i -> 100 + i).toArray();
        Macd macd = Macd.of(line);
        // An average of n bars lags a line by (n - 1) / 2 of them.
        assertEquals(12.5 - 5.5, macd.line()[79], 1e-10);
        assertEquals(7, macd.signal()[79], 1e-10);
        assertEquals(0, macd.histogram(79), 1e-10);
        assertTrue(Double.isNaN(macd.signal()[32]) && !Double.isNaN(macd.signal()[33]));
    }

    @Test
    void bollinger_bands_use_the_population_deviation() {
        Bollinger bands = Bollinger.of(new double[] {1, 3}, 2, 2);
        assertEquals(2, bands.middle()[1]);
        assertEquals(4, bands.upper()[1]);
        assertEquals(0, bands.lower()[1]);
    }

    @Test
    void volatility_is_of_a_year_and_the_rank_counts_itself() {
        assertEquals(Math.sqrt(0.02 * 252), Rolling.volatility(new double[] {100, 110, 99}, 2)[2], 1e-12);
        assertEquals(2 / 3.0, Rolling.percentile(new double[] {3, 1, 2}, 3)[2]);
        assertEquals(0.21, Oscillators.momentum(new double[] {100, 110, 121}, 2)[2], 1e-12);
    }

    static Stream<UnaryOperator<double[]>> indicators() {
        return Stream.of(
                prices -> MovingAverage.simple(prices, 20),
                prices -> MovingAverage.exponential(prices, 12),
                prices -> Oscillators.rsi(prices, 14),
                prices -> Oscillators.atr(prices, prices, prices, 14),
                prices -> Macd.of(prices).signal(),
                prices -> Bollinger.of(prices, 20, 2).upper(),
                prices -> Rolling.percentile(Rolling.volatility(prices, 10), 30));
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void no_value_depends_on_a_later_bar(UnaryOperator<double[]> indicator) {
        double[] prices = new Random(3).doubles(120, 50, 60).toArray();
        double[] whole = indicator.apply(prices);
        for (int known : new int[] {60, 90, 119}) {
            assertArrayEquals(Arrays.copyOf(whole, known), indicator.apply(Arrays.copyOf(prices, known)), 0);
        }
    }
}
