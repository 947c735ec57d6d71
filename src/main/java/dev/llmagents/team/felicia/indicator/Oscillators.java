package dev.llmagents.team.felicia.indicator;

/** Relative strength, average true range and momentum. Thread-safe. */
public final class Oscillators {
    private static final double FULL = 100;

    private Oscillators() {}

    /** Wilder's relative strength index, 0 to 100; 100 while nothing fell, 50 while nothing moved. */
    public static double[] rsi(double[] prices, int window) {
        double[] rises = MovingAverage.empty(prices.length);
        double[] falls = MovingAverage.empty(prices.length);
        for (int i = 1; i < prices.length; i++) {
            double change = prices[i] - prices[i - 1];
            rises[i] = Math.max(change, 0);
            falls[i] = Math.max(-change, 0);
        }
        double[] rise = MovingAverage.wilder(rises, window);
        double[] fall = MovingAverage.wilder(falls, window);
        double[] result = MovingAverage.empty(prices.length);
        for (int i = window; i < prices.length; i++) {
            double sum = rise[i] + fall[i];
            result[i] = sum == 0 ? FULL / 2 : FULL * rise[i] / sum;
        }
        return result;
    }

    /** Wilder's average true range; the range of a bar reaches back to the close before it. */
    public static double[] atr(double[] highs, double[] lows, double[] closes, int window) {
        double[] ranges = MovingAverage.empty(closes.length);
        for (int i = 1; i < closes.length; i++) {
            ranges[i] = Math.max(highs[i], closes[i - 1]) - Math.min(lows[i], closes[i - 1]);
        }
        return MovingAverage.wilder(ranges, window);
    }

    /** Return over {@code window} bars. */
    public static double[] momentum(double[] prices, int window) {
        double[] result = MovingAverage.empty(prices.length);
        for (int i = window; i < prices.length; i++) {
            result[i] = prices[i] / prices[i - window] - 1;
        }
        return result;
    }
}
