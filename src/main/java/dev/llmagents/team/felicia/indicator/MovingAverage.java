package dev.llmagents.team.felicia.indicator;

import java.util.Arrays;

/** Simple and exponential moving averages. Thread-safe. */
public final class MovingAverage {
    private MovingAverage() {}

    /** Mean of the last {@code window} values. */
    public static double[] simple(double[] values, int window) {
        double[] result = empty(values.length);
        double sum = 0;
        double lost = 0;
        for (int i = 0; i < values.length; i++) {
            // Neumaier's summation: a plain running sum drifts over thousands of bars, and a crossing hangs on it.
            double added = values[i];
            double next = sum + added;
            lost += Math.abs(sum) >= Math.abs(added) ? (sum - next) + added : (added - next) + sum;
            sum = next;
            if (i >= window) {
                double removed = -values[i - window];
                next = sum + removed;
                lost += Math.abs(sum) >= Math.abs(removed) ? (sum - next) + removed : (removed - next) + sum;
                sum = next;
            }
            if (i >= window - 1) {
                result[i] = (sum + lost) / window;
            }
        }
        return result;
    }

    /** Smoothed with 2 / (window + 1), begun with the simple mean of the first {@code window} values that are numbers. */
    public static double[] exponential(double[] values, int window) {
        return smoothed(values, window, 2.0 / (window + 1));
    }

    /** Smoothed with 1 / window, as Wilder does. */
    static double[] wilder(double[] values, int window) {
        return smoothed(values, window, 1.0 / window);
    }

    private static double[] smoothed(double[] values, int window, double weight) {
        double[] result = empty(values.length);
        int first = 0;
        while (first < values.length && Double.isNaN(values[first])) {
            first++;
        }
        if (values.length - first < window) {
            return result;
        }
        double sum = 0;
        for (int i = first; i < first + window; i++) {
            sum += values[i];
        }
        double average = sum / window;
        result[first + window - 1] = average;
        for (int i = first + window; i < values.length; i++) {
            average += weight * (values[i] - average);
            result[i] = average;
        }
        return result;
    }

    static double[] empty(int length) {
        double[] result = new double[length];
        Arrays.fill(result, Double.NaN);
        return result;
    }
}
