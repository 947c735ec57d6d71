package dev.llmagents.team.felicia.portfolio;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Minimises {@code w'Cw / 2 - linear'w} with the sum, the bounds and the group sums of {@code w} given. Which bounds hold
 * is found by {@link BlockPivoting}, begun where a few steps down the slope lead. Where that goes in circles, pairs of
 * symbols exchange weight, the best pair first (Fan, Chen and Lin, Working Set Selection Using Second Order Information,
 * 2005), until the bounds that hold are all but known. An {@link ActiveSet} then solves the equations that remain, so that
 * weights are good to rounding and do not hang on the way to them. Exchange and active set always end, and each of their
 * steps keeps the limits and lowers the sum, so that what they end with is allowed even where rounding stops them early. A
 * further solution begins at the one before. Deterministic; not thread-safe.
 */
final class QuadraticProgramme {
    private static final int EXCHANGES = 100_000;
    private static final double CLOSE = 1e-6;
    private static final double ROUNDING = 1e-13;
    private static final double SLACK = 1e-12;
    /** By what share the multiple of the excess returns may miss. */
    private static final double RATIO = 1e-9;
    /** So many weights that solving their equations twice takes long. */
    private static final int MANY = 100;

    private final Covariance covariance;
    private final double total;
    private final Bounds bounds;
    private final double[][] rows;
    private final double[] diagonal;
    private double[][] columns = {};
    private Optional<FactorSystem> system = Optional.empty();
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
        this.rows = new double[size][];
        this.diagonal = new double[size];
        for (int i = 0; i < size; i++) {
            diagonal[i] = covariance.at(i, i);
        }
    }

    /** A covariance: to the last bit what {@link #row} has in its place. */
    double cell(int one, int other) {
        if (one == other) {
            return diagonal[one];
        }
        return rows[one] != null
                ? rows[one][other]
                : product(covariance.factor()[one], covariance.factor()[other]);
    }

    /** Solves the equations of the covariance of some symbols; see {@link LinearEquations#solveSymmetric}. */
    boolean solve(int[] symbols, double[][] sides) {
        if (!FactorSystem.suits(covariance, symbols.length, diagonal)) {
            return LinearEquations.solveSymmetric(upper(symbols), sides);
        }
        if (system.isEmpty()) {
            system = Optional.of(new FactorSystem(covariance));
        }
        return system.get().solve(symbols, sides);
    }

    /** The upper half of the covariance of some symbols, each row from its diagonal on. */
    private double[][] upper(int[] symbols) {
        double[][] factor = covariance.factor();
        double[][] turned = new double[factor[0].length][symbols.length];
        for (int k = 0; k < symbols.length; k++) {
            double[] row = factor[symbols[k]];
            for (int t = 0; t < row.length; t++) {
                turned[t][k] = row[t];
            }
        }
        double[][] upper = new double[symbols.length][symbols.length];
        for (int k = 0; k < symbols.length; k++) {
            products(factor[symbols[k]], turned, upper[k], k);
            upper[k][k] = diagonal[symbols[k]];
        }
        return upper;
    }

    /** Products of one row of the factor with all; four days at once: the sums are then read and written a quarter as often. */
    private static void products(double[] own, double[][] columns, double[] row, int begin) {
        int last = own.length - 1;
        for (int t = 0; t < own.length; t += 4) {
            double[] one = columns[t];
            double[] two = columns[Math.min(t + 1, last)];
            double[] three = columns[Math.min(t + 2, last)];
            double[] four = columns[Math.min(t + 3, last)];
            double first = own[t];
            double second = t + 1 > last ? 0 : own[t + 1];
            double third = t + 2 > last ? 0 : own[t + 2];
            double fourth = t + 3 > last ? 0 : own[t + 3];
            for (int j = begin; j < row.length; j++) {
                row[j] += first * one[j] + second * two[j] + (third * three[j] + fourth * four[j]);
            }
        }
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        int t = 0;
        for (; t + 3 < one.length; t += 4) {
            sum += one[t] * other[t]
                    + one[t + 1] * other[t + 1]
                    + (one[t + 2] * other[t + 2] + one[t + 3] * other[t + 3]);
        }
        if (t < one.length) {
            double second = t + 1 < one.length ? one[t + 1] * other[t + 1] : 0;
            double third = t + 2 < one.length ? one[t + 2] * other[t + 2] : 0;
            sum += one[t] * other[t] + second + third;
        }
        return sum;
    }

    /** The slope at {@code at} in every symbol, by way of the factor: no row of the covariance is needed for it. */
    double[] slopes(double[] at, double[] linear) {
        double[] slopes = new double[at.length];
        products(covariance.exposure(at), columns(), slopes, 0);
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] += covariance.ridge() * at[i] - linear[i];
        }
        return slopes;
    }

    private double[][] columns() {
        if (columns.length == 0) {
            double[][] turned = new double[covariance.factor()[0].length][diagonal.length];
            for (int i = 0; i < diagonal.length; i++) {
                double[] row = covariance.factor()[i];
                for (int t = 0; t < row.length; t++) {
                    turned[t][i] = row[t];
                }
            }
            columns = turned;
        }
        return columns;
    }

    /** A row of the covariance; only those that are asked for are ever computed. */
    private double[] row(int symbol) {
        if (rows[symbol] == null) {
            double[] row = new double[diagonal.length];
            products(covariance.factor()[symbol], columns(), row, 0);
            row[symbol] = diagonal[symbol];
            rows[symbol] = row;
        }
        return rows[symbol];
    }

    private double[] gradient(double[] at, double[] linear) {
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
        double slack = SLACK * size;
        double[] start = weights.length == 0 ? new Descent(this, bounds, total).from(linear, diagonal) : weights;
        BlockPivoting pivoting = new BlockPivoting(this, bounds, total, start, linear, slack);
        Optional<double[]> pivoted = pivoting.solve();
        if (pivoted.isPresent()) {
            weights = pivoted.get();
            if (Arrays.stream(weights).filter(weight -> weight != 0).count() > MANY && pivoting.isExact()) {
                return weights.clone();
            }
        } else {
            if (weights.length == 0) {
                double[] merit = new double[diagonal.length];
                for (int i = 0; i < merit.length; i++) {
                    merit[i] = linear[i] - diagonal[i] / 2;
                }
                weights = best(merit);
            }
            exchange(linear, CLOSE * size);
        }
        weights = new ActiveSet(this, bounds, total).solve(weights, linear, slack);
        return weights.clone();
    }

    /**
     * The weights of the largest ratio of {@code excess'w} to the deviation, which some allowed weights must have above
     * zero: found in one search together with the multiple of {@code excess} that leads to them. Empty if it went in
     * circles.
     */
    Optional<double[]> largestRatio(double[] excess) {
        Descent descent = new Descent(this, bounds, total);
        double[] start = descent.toRatio(excess, diagonal);
        double earned = Covariance.dot(start, excess);
        if (!(earned > 0)) {
            return Optional.empty();
        }
        double multiple = variance(start) / earned;
        double size = 0;
        for (int i = 0; i < diagonal.length; i++) {
            size = Math.max(size, diagonal[i] + Math.abs(multiple * excess[i]));
        }
        BlockPivoting pivoting =
                BlockPivoting.ofLargestRatio(this, bounds, total, start, excess, multiple, SLACK * size);
        Optional<double[]> pivoted = pivoting.solve();
        if (pivoted.isEmpty()) {
            return Optional.empty();
        }
        multiple = pivoting.multiple();
        weights = pivoted.get();
        double[] found = solve(times(excess, multiple));
        double gap = multiple * Covariance.dot(found, excess) - variance(found);
        return Math.abs(gap) <= RATIO * variance(found) ? Optional.of(found) : Optional.empty();
    }

    double variance(double[] at) {
        return covariance.variance(at);
    }

    static double[] times(double[] values, double factor) {
        double[] product = new double[values.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = values[i] * factor;
        }
        return product;
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
