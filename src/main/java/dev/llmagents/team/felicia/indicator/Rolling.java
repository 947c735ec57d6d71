package dev.llmagents.team.felicia.indicator;

/** Rolling volatility, and where a value stands among those before it. Thread-safe. */
public final class Rolling {
    private static final double DAYS_A_YEAR = 252;

    private Rolling() {}

    /** Yearly volatility of the last {@code window} simple returns: sample deviation times the root of 252. */
    public static double[] volatility(double[] prices, int window) {
        double[] result = MovingAverage.empty(prices.length);
        for (int i = window; i < prices.length; i++) {
            double sum = 0;
            for (int j = i - window + 1; j <= i; j++) {
                sum += prices[j] / prices[j - 1] - 1;
            }
            double mean = sum / window;
            double squares = 0;
            for (int j = i - window + 1; j <= i; j++) {
                double off = prices[j] / prices[j - 1] - 1 - mean;
                squares += off * off;
            }
            result[i] = Math.sqrt(squares / (window - 1) * DAYS_A_YEAR);
        }
        return result;
    }

    /** Share of the last {@code window} values that are not above the last one, from 1 / window to 1. */
    public static double[] percentile(double[] values, int window) {
        double[] result = MovingAverage.empty(values.length);
        for (int i = window - 1; i < values.length; i++) {
            if (Double.isNaN(values[i - window + 1])) {
                continue;
            }
            int atMost = 0;
            for (int j = i - window + 1; j <= i; j++) {
                atMost += values[j] <= values[i] ? 1 : 0;
            }
            result[i] = atMost / (double) window;
        }
        return result;
    }
}
