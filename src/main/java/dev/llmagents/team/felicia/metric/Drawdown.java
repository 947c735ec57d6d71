package dev.llmagents.team.felicia.metric;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The deepest fall of an equity curve from a peak, the starting balance included.
 *
 * @param depth 0 or below; -0.2 is a fall of 20 %
 * @param peak the last day at the peak; the first day if the start was it
 * @param recovery the first day the peak was reached again
 * @param bars from the peak to the recovery, or to the last day
 */
public record Drawdown(double depth, LocalDate peak, LocalDate trough, Optional<LocalDate> recovery, int bars) {

    public static Drawdown of(EquityCurve curve) {
        double[] values = curve.values();
        double highest = curve.start();
        int highestAt = 0;
        double deepest = 0;
        int peakAt = 0;
        int troughAt = 0;
        double peakValue = highest;
        for (int day = 0; day < values.length; day++) {
            if (values[day] > highest) {
                highest = values[day];
                highestAt = day;
            }
            double depth = values[day] / highest - 1;
            if (depth < deepest) {
                deepest = depth;
                peakAt = highestAt;
                peakValue = highest;
                troughAt = day;
            }
        }
        int end = troughAt;
        while (end < values.length && values[end] < peakValue) {
            end++;
        }
        Optional<LocalDate> recovery =
                deepest < 0 && end < values.length ? Optional.of(curve.dates().get(end)) : Optional.empty();
        int bars = deepest < 0 ? Math.min(end, values.length - 1) - peakAt : 0;
        return new Drawdown(deepest, curve.dates().get(peakAt), curve.dates().get(troughAt), recovery, bars);
    }
}
