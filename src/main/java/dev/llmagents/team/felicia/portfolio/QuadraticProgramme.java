package dev.llmagents.team.felicia.portfolio;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Minimises {@code w'Cw / 2 - linear'w} with the sum, the bounds and the group sums of {@code w} given. Pairs of symbols
 * exchange weight, the best pair first (Fan, Chen and Lin, Working Set Selection Using Second Order Information, 2005),
 * until the bounds that hold are all but known; an {@link ActiveSet} then solves the equations that remain, so that weights
 * are good to rounding. Both always end, and each step keeps the limits and lowers the sum, so that what they end with is
 * allowed even where rounding stops them early. A further solution begins at the one before. Deterministic; not
 * thread-safe.
 */
final class QuadraticProgramme {
    private static final int EXCHANGES = 100_000;
    private static final double CLOSE = 1e-6;
    private static final double ROUNDING = 1e-13;

    private final Covariance covariance;
    private final double total;
    private final Bounds bounds;
    private final double[][] columns;
    private final double[][] rows;
    private final double[] diagonal;
    private double[] weights = {};

    /**
     * What each weight and each group of weights may be.
     *
     * @param group the number of each symbol's group, or -1
     */
    record Bounds(double lower, double upper, int[] group, int groups, double maxGroup) {
        double[] sums(double[] weights) {
            double[] sums = new double[groups];
            for (int i = 0; i < weights.length; i++) {
                if (group[i] >= 0) {
                    sums[group[i]] += weights[i];
                }
            }
            return sums;
        }
    }

    QuadraticProgramme(Covariance covariance, double total, double lower, double upper, int[] group, double maxGroup) {
        this.covariance = covariance;
        this.total = total;
        this.bounds = new Bounds(lower, upper, group, Arrays.stream(group).max().orElse(-1) + 1, maxGroup);
        int size = covariance.size();
        this.columns = new double[covariance.factor()[0].length][size];
        this.rows = new double[size][];
        this.diagonal = new double[size];
        for (int i = 0; i < size; i++) {
            double[] row = covariance.factor()[i];
            for (int t = 0; t < row.length; t++) {
                columns[t][i] = row[t];
            }
            diagonal[i] = covariance.at(i, i);
        }
    }

    /** A row of the covariance; only those that are asked for are ever computed. */
    double[] row(int symbol) {
        if (rows[symbol] == null) {
            double[] row = new double[diagonal.length];
            double[] own = covariance.factor()[symbol];
            for (int t = 0; t < own.length; t += 4) {
                // Four days at once: the row is then read and written a quarter as often.
                int last = own.length - 1;
                double[] one = columns[t];
                double[] two = columns[Math.min(t + 1, last)];
                double[] three = columns[Math.min(t + 2, last)];
                double[] four = columns[Math.min(t + 3, last)];
                double first = own[t];
                double second = t + 1 > last ? 0 : own[t + 1];
                double third = t + 2 > last ? 0 : own[t + 2];
                double fourth = t + 3 > last ? 0 : own[t + 3];
                for (int j = 0; j < row.length; j++) {
                    row[j] += first * one[j] + second * two[j] + (third * three[j] + fourth * four[j]);
                }
            }
            row[symbol] = diagonal[symbol];
            rows[symbol] = row;
        }
        return rows[symbol];
    }

    double[] gradient(double[] at, double[] linear) {
        double[] gradient = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            gradient[i] -= linear[i];
            double weight = at[i];
            if (weight != 0) {
                double[] row = row(i);
                for (int j = 0; j < row.length; j++) {
                    gradient[j] += weight * row[j];
                }
            }
        }
        return gradient;
    }

    double[] solve(double[] linear) {
        double size = 0;
        for (int i = 0; i < diagonal.length; i++) {
            size = Math.max(size, diagonal[i] + Math.abs(linear[i]));
        }
        if (weights.length == 0) {
            double[] merit = new double[diagonal.length];
            for (int i = 0; i < merit.length; i++) {
                merit[i] = linear[i] - diagonal[i] / 2;
            }
            weights = best(merit);
        }
        exchange(linear, CLOSE * size);
        weights = new ActiveSet(this, bounds, total).solve(weights, linear, 1e-12 * size);
        return weights.clone();
    }

    /** The weights of the largest {@code merit'w}, none below zero: as much as is allowed of the best, and so on. */
    double[] best(double[] merit) {
        double[] weights = new double[merit.length];
        double[] room = new double[bounds.groups()];
        Arrays.fill(room, bounds.maxGroup());
        double rest = total;
        int[] order = IntStream.range(0, merit.length)
                .boxed()
                .sorted((a, b) -> merit[a] != merit[b] ? Double.compare(merit[b], merit[a]) : Integer.compare(a, b))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i : order) {
            int own = bounds.group()[i];
            weights[i] = Math.max(0, Math.min(rest, own < 0 ? bounds.upper() : Math.min(bounds.upper(), room[own])));
            rest -= weights[i];
            if (own >= 0) {
                room[own] -= weights[i];
            }
        }
        return weights;
    }

    /** Moves weight from where it costs most to where it costs least until no exchange gains more than {@code enough}. */
    private void exchange(double[] linear, double enough) {
        double[] gradient = gradient(weights, linear);
        double[] sums = bounds.sums(weights);
        int[] group = bounds.group();
        for (int step = 0; step < EXCHANGES; step++) {
            int to = receiver(gradient, sums, enough);
            if (to < 0) {
                return;
            }
            boolean inside = isFull(group[to], sums);
            double[] row = row(to);
            int from = -1;
            double gain = 0;
            double moved = 0;
            for (int j = 0; j < weights.length; j++) {
                double slope = gradient[j] - gradient[to];
                if (slope > 0 && weights[j] - bounds.lower() > ROUNDING && (!inside || group[j] == group[to])) {
                    double bend = Math.max(row[to] + diagonal[j] - 2 * row[j], 1e-12 * row[to] + Double.MIN_NORMAL);
                    if (slope * slope / bend > gain) {
                        gain = slope * slope / bend;
                        from = j;
                        moved = slope / bend;
                    }
                }
            }
            if (from < 0) {
                return;
            }
            double most = Math.min(bounds.upper() - weights[to], weights[from] - bounds.lower());
            if (group[to] >= 0 && group[to] != group[from]) {
                most = Math.min(most, bounds.maxGroup() - sums[group[to]]);
            }
            moved = Math.min(moved, most);
            double[] other = row(from);
            for (int j = 0; j < gradient.length; j++) {
                gradient[j] += moved * (row[j] - other[j]);
            }
            // At a bound exactly, not but for rounding: the equations are told by it which bounds hold.
            weights[from] = weights[from] - moved - bounds.lower() <= ROUNDING ? bounds.lower() : weights[from] - moved;
            weights[to] = bounds.upper() - weights[to] - moved <= ROUNDING ? bounds.upper() : weights[to] + moved;
            if (group[from] >= 0) {
                sums[group[from]] -= moved;
            }
            if (group[to] >= 0) {
                sums[group[to]] += moved;
            }
        }
    }

    private boolean isFull(int own, double[] sums) {
        return own >= 0 && bounds.maxGroup() - sums[own] <= ROUNDING;
    }

    /** The symbol that gains most by getting weight, from any other or, in a full group, from one of its own; or -1. */
    private int receiver(double[] gradient, double[] sums, double enough) {
        double dearest = Double.NEGATIVE_INFINITY;
        double[] dearestIn = new double[bounds.groups()];
        Arrays.fill(dearestIn, Double.NEGATIVE_INFINITY);
        for (int j = 0; j < weights.length; j++) {
            if (weights[j] - bounds.lower() > ROUNDING) {
                dearest = Math.max(dearest, gradient[j]);
                int own = bounds.group()[j];
                if (own >= 0) {
                    dearestIn[own] = Math.max(dearestIn[own], gradient[j]);
                }
            }
        }
        int found = -1;
        double most = enough;
        for (int i = 0; i < weights.length; i++) {
            if (bounds.upper() - weights[i] > ROUNDING) {
                int own = bounds.group()[i];
                double gap = (isFull(own, sums) ? dearestIn[own] : dearest) - gradient[i];
                if (gap > most) {
                    most = gap;
                    found = i;
                }
            }
        }
        return found;
    }
}
