package dev.llmagents.team.felicia.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Too few bars, prices that stand still, and values that are no numbers. */
class IndicatorEdgesTest {
    private static Stream<Map.Entry<String, UnaryOperator<double[]>>> indicators() {
        return Stream.of(
                Map.entry("sma", prices -> MovingAverage.simple(prices, 14)),
                Map.entry("ema", prices -> MovingAverage.exponential(prices, 14)),
                Map.entry("rsi", prices -> Oscillators.rsi(prices, 14)),
                Map.entry("atr", prices -> Oscillators.atr(prices, prices, prices, 14)),
                Map.entry("momentum", prices -> Oscillators.momentum(prices, 14)),
                Map.entry("bollinger", prices -> Bollinger.of(prices, 14, 2).upper()),
                Map.entry("macd", prices -> Macd.of(prices, 5, 14, 3).signal()),
                Map.entry("volatility", prices -> Rolling.volatility(prices, 14)),
                Map.entry("percentile", prices -> Rolling.percentile(prices, 14)));
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void without_a_full_window_there_is_no_value(Map.Entry<String, UnaryOperator<double[]>> indicator) {
        for (int bars : new int[] {0, 1, 2, 13}) {
            double[] prices = new double[bars];
            Arrays.fill(prices, 100);
            double[] values = indicator.getValue().apply(prices);
            assertEquals(bars, values.length);
            assertTrue(Arrays.stream(values).allMatch(Double::isNaN), Arrays.toString(values));
        }
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void a_price_that_stands_still_gives_numbers(Map.Entry<String, UnaryOperator<double[]>> indicator) {
        double[] prices = new double[40];
        Arrays.fill(prices, 100);
        double[] values = indicator.getValue().apply(prices);
        assertTrue(Double.isFinite(values[39]), Arrays.toString(values));
    }

    @Test
    void what_stands_still_has_no_strength_either_way() {
        double[] prices = new double[20];
        Arrays.fill(prices, 7);
        assertEquals(50, Oscillators.rsi(prices, 14)[19]);
        assertEquals(0, Oscillators.atr(prices, prices, prices, 14)[19]);
        assertEquals(0, Rolling.volatility(prices, 14)[19]);
        assertEquals(7, Bollinger.of(prices, 14, 2).lower()[19]);
        assertEquals(1, Rolling.percentile(prices, 14)[19]);
    }

    @Test
    void strength_is_full_while_nothing_falls_and_none_while_nothing_rises() {
        double[] rising = new double[20];
        double[] falling = new double[20];
        Arrays.setAll(rising, i -> 10 + i);
        Arrays.setAll(falling, i -> 100 - i);
        assertEquals(100, Oscillators.rsi(rising, 14)[19]);
        assertEquals(0, Oscillators.rsi(falling, 14)[19]);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void an_average_begins_after_values_that_are_no_numbers(int missing) {
        double[] values = new double[missing + 4];
        Arrays.fill(values, 3);
        Arrays.fill(values, 0, missing, Double.NaN);
        double[] average = MovingAverage.exponential(values, 3);
        assertTrue(Double.isNaN(average[missing + 1]));
        assertEquals(3, average[missing + 2]);
    }

    @Test
    void a_window_of_one_is_the_price_itself() {
        double[] prices = {3, 1, 4, 1, 5};
        assertEquals(Arrays.toString(prices), Arrays.toString(MovingAverage.simple(prices, 1)));
        assertEquals(Arrays.toString(prices), Arrays.toString(MovingAverage.exponential(prices, 1)));
    }
}
