package dev.llmagents.team.felicia.metric;

import java.util.Arrays;

/** Figures of daily simple returns. None of them is defined for fewer than two returns: they are NaN then. Thread-safe. */
public final class Returns {
    /** Trading days counted a year. */
    public static final double DAYS_A_YEAR = 252;

    private Returns() {}

    public static double[] simple(double[] values) {
        double[] returns = new double[Math.max(0, values.length - 1)];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = values[i + 1] / values[i] - 1;
        }
        return returns;
    }

    public static double mean(double[] returns) {
        double sum = 0;
        for (double each : returns) {
            sum += each;
        }
        return sum / returns.length;
    }

    /** Sample standard deviation. */
    public static double deviation(double[] returns) {
        double mean = mean(returns);
        double squares = 0;
        for (double each : returns) {
            squares += (each - mean) * (each - mean);
        }
        return Math.sqrt(squares / (returns.length - 1));
    }

    /** Yearly volatility. */
    public static double volatility(double[] returns) {
        return deviation(returns) * Math.sqrt(DAYS_A_YEAR);
    }

    /** Yearly Sharpe ratio over the yearly rate {@code riskFree}. */
    public static double sharpe(double[] returns, double riskFree) {
        return (mean(returns) - riskFree / DAYS_A_YEAR) / deviation(returns) * Math.sqrt(DAYS_A_YEAR);
    }

    /** Yearly Sortino ratio; the root of the mean square of the losses, over all days, is its risk. */
    public static double sortino(double[] returns, double riskFree) {
        double squares = 0;
        for (double each : returns) {
            squares += Math.min(each, 0) * Math.min(each, 0);
        }
        double risk = Math.sqrt(squares / returns.length);
        return (mean(returns) - riskFree / DAYS_A_YEAR) / risk * Math.sqrt(DAYS_A_YEAR);
    }

    /** Historical value at risk of a day, as a positive loss: 0.95 asks for the loss of one day in twenty. */
    public static double valueAtRisk(double[] returns, double confidence) {
        return -quantile(returns, 1 - confidence);
    }

    /** Mean loss of the days as bad as the value at risk or worse. */
    public static double conditionalValueAtRisk(double[] returns, double confidence) {
        double limit = quantile(returns, 1 - confidence);
        double sum = 0;
        int count = 0;
        for (double each : returns) {
            if (each <= limit) {
                sum += each;
                count++;
            }
        }
        return -sum / count;
    }

    /** Quantile of type 7: linear between the order statistics. */
    public static double quantile(double[] values, double probability) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double position = (sorted.length - 1) * probability;
        int below = (int) position;
        double rest = position - below;
        return below + 1 >= sorted.length ? sorted[below] : sorted[below] + rest * (sorted[below + 1] - sorted[below]);
    }

    /** Correlation of two series of one length; 0 if one of them does not move. */
    public static double correlation(double[] one, double[] other) {
        double meanOne = mean(one);
        double meanOther = mean(other);
        double product = 0;
        double squaresOne = 0;
        double squaresOther = 0;
        for (int i = 0; i < one.length; i++) {
            product += (one[i] - meanOne) * (other[i] - meanOther);
            squaresOne += (one[i] - meanOne) * (one[i] - meanOne);
            squaresOther += (other[i] - meanOther) * (other[i] - meanOther);
        }
        double scale = Math.sqrt(squaresOne * squaresOther);
        return scale == 0 ? 0 : product / scale;
    }
}
