package dev.llmagents.team.felicia.indicator;

/**
 * Moving average convergence/divergence: the fast EMA less the slow one, and an EMA of that difference as the signal
 * (Appel). Each array as long as the prices.
 */
public record Macd(double[] line, double[] signal) {

    /** The usual 12, 26 and 9 bars. */
    public static Macd of(double[] prices) {
        return of(prices, 12, 26, 9);
    }

    public static Macd of(double[] prices, int fast, int slow, int signal) {
        double[] line = MovingAverage.exponential(prices, fast);
        double[] slower = MovingAverage.exponential(prices, slow);
        for (int i = 0; i < line.length; i++) {
            line[i] -= slower[i];
        }
        return new Macd(line, MovingAverage.exponential(line, signal));
    }

    /** The line less its signal. */
    public double histogram(int bar) {
        return line[bar] - signal[bar];
    }
}
