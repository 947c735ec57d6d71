package dev.llmagents.team.felicia.portfolio;

import java.util.Optional;

/** Weights of least {@code variance / 2 - linear'w} under caps, short or not. Not thread-safe. */
final class MeanVariance {
    private static final int HALVINGS = 60;

    private final Caps caps;
    private final double total;
    private final QuadraticProgramme longOnly;
    private final QuadraticProgramme both;

    MeanVariance(Covariance covariance, int[] group, Caps caps) {
        this.caps = caps;
        this.total = Weights.investable(covariance.size(), group, caps);
        double most = caps.maxPosition();
        this.longOnly = new QuadraticProgramme(covariance, total, 0, most, group, caps.maxGroup());
        boolean sells = caps.allowShort() && caps.maxGross() > total;
        this.both = sells ? new QuadraticProgramme(covariance, total, -most, most, group, caps.maxGroup()) : longOnly;
    }

    /** The allowed weights, none below zero, of the largest {@code merit'w}. */
    double[] best(double[] merit) {
        return longOnly.best(merit);
    }

    /** The weights of the largest ratio of {@code excess'w} to the deviation; empty if that is to be found otherwise. */
    Optional<double[]> largestRatio(double[] excess) {
        return both == longOnly ? longOnly.largestRatio(excess) : Optional.empty();
    }

    double[] solve(double[] linear) {
        double[] careful = longOnly.solve(linear);
        if (both == longOnly) {
            return careful;
        }
        double[] free = both.solve(linear);
        double share = 1;
        // The gross sum is convex: on the way from the long-only weights it passes its limit once.
        if (gross(careful, free, 1) > caps.maxGross()) {
            double low = 0;
            for (int i = 0; i < HALVINGS; i++) {
                double middle = (low + share) / 2;
                if (gross(careful, free, middle) > caps.maxGross()) {
                    share = middle;
                } else {
                    low = middle;
                }
            }
            share = low;
        }
        for (int i = 0; i < free.length; i++) {
            free[i] = careful[i] + share * (free[i] - careful[i]);
        }
        return free;
    }

    private static double gross(double[] from, double[] to, double share) {
        double sum = 0;
        for (int i = 0; i < from.length; i++) {
            sum += Math.abs(from[i] + share * (to[i] - from[i]));
        }
        return sum;
    }
}
