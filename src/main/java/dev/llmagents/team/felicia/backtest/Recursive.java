package dev.llmagents.team.felicia.backtest;

import dev.llmagents.team.felicia.indicator.Macd;
import dev.llmagents.team.felicia.indicator.MovingAverage;
import dev.llmagents.team.felicia.indicator.Oscillators;
import dev.llmagents.team.felicia.market.PriceSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far the last value of an indicator hangs on the length of the history: its relative difference from the value with
 * all bars. Recursive averages need several windows to forget how they began.
 */
public record Recursive(String indicator, int bars, double difference) {

    /** The differences with each of {@code histories} bars; longer ones than the series are left out. */
    public static List<Recursive> test(PriceSeries series, int... histories) {
        List<Recursive> results = new ArrayList<>();
        Map<String, Double> all = values(series, series.size());
        for (int bars : histories) {
            if (bars < series.size()) {
                values(series, bars)
                        .forEach((name, value) ->
                                results.add(new Recursive(name, bars, Math.abs(value / all.get(name) - 1))));
            }
        }
        return results;
    }

    private static Map<String, Double> values(PriceSeries series, int bars) {
        int from = series.size() - bars;
        double[] closes = Arrays.copyOfRange(series.closes(), from, series.size());
        double[] highs = Arrays.copyOfRange(series.highs(), from, series.size());
        double[] lows = Arrays.copyOfRange(series.lows(), from, series.size());
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("sma20", MovingAverage.simple(closes, 20)[bars - 1]);
        values.put("ema26", MovingAverage.exponential(closes, 26)[bars - 1]);
        values.put("macd_signal", Macd.of(closes).signal()[bars - 1]);
        values.put("rsi14", Oscillators.rsi(closes, 14)[bars - 1]);
        values.put("atr14", Oscillators.atr(highs, lows, closes, 14)[bars - 1]);
        values.values().removeIf(value -> value.isNaN());
        return values;
    }
}
