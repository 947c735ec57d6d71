package dev.llmagents.team.felicia.portfolio;

import java.util.Arrays;
import java.util.Optional;

/** Weights from a covariance and expected returns alone. Thread-safe. */
public final class Weights {
    private static final int SWEEPS = 5000;
    private static final int STEPS = 60;
    private static final int DOUBLINGS = 8;
    private static final double ROUNDING = 1e-12;

    private Weights() {}

    /** How much can be invested under the caps: less than 1 when there are too few symbols or groups. */
    static double investable(int symbols, int[] group, Caps caps) {
        double[] inGroup = new double[symbols + 1];
        double sum = 0;
        for (int i = 0; i < symbols; i++) {
            if (group[i] < 0) {
                sum += caps.maxPosition();
            } else {
                inGroup[group[i]] += caps.maxPosition();
            }
        }
        for (double each : inGroup) {
            sum += Math.min(each, caps.maxGroup());
        }
        return Math.min(1, sum);
    }

    public static double[] minVariance(Covariance covariance, int[] group, Caps caps) {
        return new MeanVariance(covariance, group, caps).solve(new double[covariance.size()]);
    }

    /**
     * The largest Sharpe ratio. Its weights are those of least {@code variance / 2 - t * return} for the one {@code t} that
     * equals variance over excess return there; it is found together with the bounds that hold or, should that go in
     * circles, by false position. Least variance if no allowed weights earn more than the risk-free rate.
     */
    public static double[] maxSharpe(Covariance covariance, double[] mean, double riskFree, int[] group, Caps caps) {
        double[] excess = Arrays.stream(mean).map(each -> each - riskFree).toArray();
        MeanVariance problem = new MeanVariance(covariance, group, caps);
        double[] richest = problem.best(excess);
        double earned = Covariance.dot(richest, excess);
        if (!(earned > 0)) {
            return problem.solve(new double[excess.length]);
        }
        Optional<double[]> ratio = problem.largestRatio(excess);
        return ratio.isPresent() ? ratio.get() : falsePosition(problem, covariance, excess, richest);
    }

    /** The slow way to the same. */
    static double[] falsePosition(MeanVariance problem, Covariance covariance, double[] excess, double[] richest) {
        double earned = Covariance.dot(richest, excess);
        double[] weights = problem.solve(new double[excess.length]);
        double low = 0;
        double lowGap = -covariance.variance(weights);
        // At this t the return outweighs the variance, because nothing earns more than the richest weights.
        double high = covariance.variance(richest) / earned;
        double highGap = -1;
        for (int i = 0; i < DOUBLINGS && highGap <= 0; i++) {
            high *= 2;
            weights = problem.solve(QuadraticProgramme.times(excess, high));
            highGap = high * Covariance.dot(weights, excess) - covariance.variance(weights);
        }
        for (int i = 0; i < STEPS && high - low > 1e-11 * high; i++) {
            double next = (low * highGap - high * lowGap) / (highGap - lowGap);
            weights = problem.solve(QuadraticProgramme.times(excess, next));
            double gap = next * Covariance.dot(weights, excess) - covariance.variance(weights);
            if (Math.abs(gap) < 1e-13 * covariance.variance(weights)) {
                break;
            }
            // Illinois: the end that stays counts half, so that both close in.
            if (gap > 0) {
                high = next;
                highGap = gap;
                lowGap /= 2;
            } else {
                low = next;
                lowGap = gap;
                highGap /= 2;
            }
        }
        return weights;
    }

    public static double[] inverseVolatility(Covariance covariance) {
        double[] weights = new double[covariance.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 / Math.sqrt(Math.max(covariance.at(i, i), 1e-18));
        }
        return normal(weights);
    }

    /** Equal contributions to risk, by cyclical coordinate descent (Griveau-Billion, Richard and Roncalli, 2013). */
    public static double[] equalRisk(Covariance covariance) {
        int size = covariance.size();
        double[] y = inverseVolatility(covariance);
        double[] exposure = covariance.exposure(y);
        double[] own = new double[size];
        for (int i = 0; i < size; i++) {
            own[i] = Math.max(covariance.at(i, i), 1e-18);
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double moved = 0;
            double largest = 0;
            for (int i = 0; i < size; i++) {
                double[] row = covariance.factor()[i];
                double others = Covariance.dot(row, exposure) + covariance.ridge() * y[i] - own[i] * y[i];
                double next = (Math.sqrt(others * others + 4 * own[i] / size) - others) / (2 * own[i]);
                double step = next - y[i];
                for (int t = 0; t < exposure.length; t++) {
                    exposure[t] += row[t] * step;
                }
                y[i] = next;
                moved = Math.max(moved, Math.abs(step));
                largest = Math.max(largest, next);
            }
            if (moved < ROUNDING * largest) {
                break;
            }
        }
        return normal(y);
    }

    /** Weights scaled to the investable sum, then what is above a cap handed to the others in proportion. */
    public static double[] capped(double[] wished, int[] group, Caps caps) {
        double[] weights = wished.clone();
        int held = (int) Arrays.stream(weights).filter(weight -> weight > 0).count();
        if (held == 0) {
            return weights;
        }
        for (int round = 0; round < 1000; round++) {
            double[] sums = new double[weights.length + 1];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = Math.min(weights[i], caps.maxPosition());
                sums[group[i] < 0 ? weights.length : group[i]] += weights[i];
            }
            double total = 0;
            double free = 0;
            for (int i = 0; i < weights.length; i++) {
                boolean grouped = group[i] >= 0;
                if (grouped && sums[group[i]] > caps.maxGroup()) {
                    weights[i] *= caps.maxGroup() / sums[group[i]];
                }
                total += weights[i];
                boolean open = weights[i] < caps.maxPosition() - ROUNDING
                        && (!grouped || sums[group[i]] < caps.maxGroup() - ROUNDING);
                free += open ? weights[i] : 0;
            }
            double missing = Arrays.stream(wished).sum() - total;
            if (missing <= ROUNDING || free <= 0) {
                break;
            }
            for (int i = 0; i < weights.length; i++) {
                boolean open = weights[i] < caps.maxPosition() - ROUNDING
                        && (group[i] < 0 || sums[group[i]] < caps.maxGroup() - ROUNDING);
                weights[i] += open ? missing * weights[i] / free : 0;
            }
        }
        return weights;
    }

    private static double[] normal(double[] values) {
        double sum = Arrays.stream(values).sum();
        return Arrays.stream(values).map(value -> value / sum).toArray();
    }
}
