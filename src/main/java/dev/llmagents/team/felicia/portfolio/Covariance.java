package dev.llmagents.team.felicia.portfolio;

import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.store.R064Store;

/**
 * A covariance kept as factor and ridge: {@code F F' + ridge I}. For long windows of many symbols the whole matrix is then
 * never needed. Immutable; the arrays handed in are kept and must not be changed.
 *
 * @param note what was done to a singular estimate; empty if nothing
 */
public record Covariance(double[][] factor, double ridge, String note) {
    private static final double DAYS = 252;
    // Of the mean variance: small enough to move no weight that is determined, large enough to determine the others.
    private static final double TINY = 1e-9;
    private static final double SHRINKAGE = 0.1;

    /**
     * The yearly sample covariance of daily returns, one row a symbol, without gaps. With as many symbols as returns or
     * more it is singular, and shrunk by a tenth towards the mean variance.
     */
    public static Covariance sample(double[][] returns) {
        int count = returns[0].length;
        double[][] rows = new double[returns.length][count];
        double trace = 0;
        for (int i = 0; i < rows.length; i++) {
            double mean = 0;
            for (double each : returns[i]) {
                mean += each;
            }
            mean /= count;
            for (int t = 0; t < count; t++) {
                rows[i][t] = (returns[i][t] - mean) * Math.sqrt(DAYS / (count - 1));
                trace += rows[i][t] * rows[i][t];
            }
        }
        double variance = trace / rows.length;
        if (rows.length < count) {
            return new Covariance(rows, TINY * variance, "");
        }
        double kept = Math.sqrt(1 - SHRINKAGE);
        for (double[] row : rows) {
            for (int t = 0; t < count; t++) {
                row[t] *= kept;
            }
        }
        return new Covariance(
                rows,
                SHRINKAGE * variance + TINY,
                rows.length + " symbols and " + count + " returns: the covariance was shrunk by 10 %");
    }

    /** The yearly covariance of each pair over the days both have a return (NaN: none), made positive semi-definite. */
    public static Covariance pairwise(double[][] returns) {
        int size = returns.length;
        R064Store matrix = R064Store.FACTORY.make(size, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double value = pair(returns[i], returns[j]) * DAYS;
                matrix.set(i, j, value);
                matrix.set(j, i, value);
            }
        }
        Eigenvalue<Double> parts = Eigenvalue.R064.make(matrix, true);
        parts.decompose(matrix);
        double[][] factor = new double[size][size];
        for (int k = 0; k < size; k++) {
            double root = Math.sqrt(Math.max(0, parts.getD().doubleValue(k, k)));
            for (int i = 0; i < size; i++) {
                factor[i][k] = parts.getV().doubleValue(i, k) * root;
            }
        }
        return new Covariance(factor, 0, "");
    }

    private static double pair(double[] one, double[] other) {
        int count = 0;
        double meanOne = 0;
        double meanOther = 0;
        for (int t = 0; t < one.length; t++) {
            if (!Double.isNaN(one[t]) && !Double.isNaN(other[t])) {
                count++;
                meanOne += one[t];
                meanOther += other[t];
            }
        }
        meanOne /= count;
        meanOther /= count;
        double sum = 0;
        for (int t = 0; t < one.length; t++) {
            if (!Double.isNaN(one[t]) && !Double.isNaN(other[t])) {
                sum += (one[t] - meanOne) * (other[t] - meanOther);
            }
        }
        return count < 2 ? 0 : sum / (count - 1);
    }

    public int size() {
        return factor.length;
    }

    public double at(int i, int j) {
        return dot(factor[i], factor[j]) + (i == j ? ridge : 0);
    }

    public double[] times(double[] weights) {
        double[] exposure = exposure(weights);
        double[] result = new double[size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = dot(factor[i], exposure) + ridge * weights[i];
        }
        return result;
    }

    double[] exposure(double[] weights) {
        double[] exposure = new double[factor[0].length];
        double[][] rows = new double[4][];
        double[] times = new double[4];
        int waiting = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] != 0) {
                rows[waiting] = factor[i];
                times[waiting++] = weights[i];
                if (waiting == rows.length) {
                    add(exposure, 0, times, rows);
                    waiting = 0;
                }
            }
        }
        for (int k = waiting; waiting > 0 && k < rows.length; k++) {
            rows[k] = rows[0];
            times[k] = 0;
        }
        if (waiting > 0) {
            add(exposure, 0, times, rows);
        }
        return exposure;
    }

    /** Adds four rows, so many times each, from {@code begin} on: the sums are read and written a quarter as often. */
    static void add(double[] sums, int begin, double[] times, double[][] rows) {
        double[] one = rows[0];
        double[] two = rows[1];
        double[] three = rows[2];
        double[] four = rows[3];
        double first = times[0];
        double second = times[1];
        double third = times[2];
        double fourth = times[3];
        for (int t = begin; t < sums.length; t++) {
            sums[t] += first * one[t] + second * two[t] + (third * three[t] + fourth * four[t]);
        }
    }

    public double variance(double[] weights) {
        double[] exposure = exposure(weights);
        return dot(exposure, exposure) + ridge * dot(weights, weights);
    }

    /** Summed in four parts: one alone would wait for each addition before the next. */
    static double dot(double[] one, double[] other) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int t = 0;
        for (; t + 3 < one.length; t += 4) {
            first += one[t] * other[t];
            second += one[t + 1] * other[t + 1];
            third += one[t + 2] * other[t + 2];
            fourth += one[t + 3] * other[t + 3];
        }
        for (; t < one.length; t++) {
            first += one[t] * other[t];
        }
        return first + second + (third + fourth);
    }
}
