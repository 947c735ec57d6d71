package dev.llmagents.team.felicia.portfolio;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds which bounds hold by exchanging all that are wrong at once (Kunisch and Rendl, An Infeasible Active Set Method for
 * Quadratic Problems with Simple Bounds, SIAM Journal on Optimization 14, 2003). It takes a handful of rounds where moving
 * weight between pairs takes thousands of steps, but may go in circles, and then says so. Use once.
 */
final class BlockPivoting {
    private static final int ROUNDS = 25;
    private static final double ROUNDING = 1e-13;
    private static final double FAR_OFF = 1e-11;

    private final QuadraticProgramme programme;
    private final QuadraticProgramme.Bounds bounds;
    private final double total;
    private final double[] tilt;
    private final double slack;
    private final double[] weights;
    /** -1 at the lower bound, 1 at the upper, 0 free. */
    private final int[] state;

    private final boolean[] full;
    /** Of the sum, then of each group. */
    private double[] prices = {};

    private double[] linear;
    private double multiple;

    /** @param slack by how much a multiplier may be of the wrong sign */
    BlockPivoting(
            QuadraticProgramme programme,
            QuadraticProgramme.Bounds bounds,
            double total,
            double[] start,
            double[] linear,
            double slack) {
        this(programme, bounds, total, start, linear, new double[0], slack);
    }

    private BlockPivoting(
            QuadraticProgramme programme,
            QuadraticProgramme.Bounds bounds,
            double total,
            double[] start,
            double[] linear,
            double[] tilt,
            double slack) {
        this.programme = programme;
        this.bounds = bounds;
        this.total = total;
        this.linear = linear;
        this.tilt = tilt;
        this.slack = slack;
        this.weights = start.clone();
        this.state = new int[start.length];
        for (int i = 0; i < state.length; i++) {
            state[i] = weights[i] <= bounds.lower() ? -1 : weights[i] >= bounds.upper() ? 1 : 0;
        }
        double[] sums = bounds.sums(weights);
        this.full = new boolean[sums.length];
        for (int g = 0; g < full.length; g++) {
            full[g] = bounds.maxGroup() - sums[g] <= ROUNDING;
        }
    }

    /**
     * One that also seeks the multiple of {@code excess} for a linear part, such that the variance is that multiple of the
     * excess return: the weights of the largest ratio of return to risk. While the bounds that hold stay the same, the
     * weights are {@code a + multiple * b}, where {@code a} has the least variance and {@code b} moves along neither sum
     * nor variance of {@code a}; the multiple is then the variance of {@code a} over its excess return.
     *
     * @param multiple the first guess
     */
    static BlockPivoting ofLargestRatio(
            QuadraticProgramme programme,
            QuadraticProgramme.Bounds bounds,
            double total,
            double[] start,
            double[] excess,
            double multiple,
            double slack) {
        BlockPivoting pivoting = new BlockPivoting(
                programme, bounds, total, start, QuadraticProgramme.times(excess, multiple), excess, slack);
        pivoting.multiple = multiple;
        return pivoting;
    }

    /** The multiple of the excess returns the weights were found for. */
    double multiple() {
        return multiple;
    }

    /** The best weights, exactly at the bounds that hold; empty if they were not found. */
    Optional<double[]> solve() {
        for (int round = 0; round < ROUNDS; round++) {
            int[] free =
                    IntStream.range(0, state.length).filter(i -> state[i] == 0).toArray();
            int[] fulls =
                    IntStream.range(0, full.length).filter(g -> holds(g, free)).toArray();
            prices = equations(free, fulls);
            if (prices.length == 0) {
                return Optional.empty();
            }
            if (exchanged() == 0) {
                for (int i = 0; i < state.length; i++) {
                    weights[i] = Math.min(bounds.upper(), Math.max(bounds.lower(), weights[i]));
                }
                return isAllowed() ? Optional.of(weights) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A full group without a free member gives no equation. */
    private boolean holds(int group, int[] free) {
        return full[group] && Arrays.stream(free).anyMatch(i -> bounds.group()[i] == group);
    }

    /** Sets the free weights and gives the price of the sum, then of each group; empty if there is no single solution. */
    private double[] equations(int[] free, int[] fulls) {
        int size = free.length;
        if (size <= fulls.length) {
            return new double[0];
        }
        double[] rest = new double[1 + fulls.length];
        rest[0] = total;
        Arrays.fill(rest, 1, rest.length, bounds.maxGroup());
        for (int i = 0; i < state.length; i++) {
            weights[i] = state[i] < 0 ? bounds.lower() : state[i] > 0 ? bounds.upper() : 0;
            rest[0] -= weights[i];
            for (int g = 0; g < fulls.length; g++) {
                rest[1 + g] -= bounds.group()[i] == fulls[g] ? weights[i] : 0;
            }
        }
        boolean tilted = tilt.length > 0;
        double[] pull = programme.slopes(weights, tilted ? new double[tilt.length] : linear);
        // Right-hand sides as rows: what the weights would be without a price, then what a price of each sum adds.
        double[][] sides = new double[2 + fulls.length + (tilted ? 1 : 0)][size];
        for (int k = 0; k < size; k++) {
            sides[0][k] = -pull[free[k]];
            sides[1][k] = 1;
            for (int g = 0; g < fulls.length; g++) {
                sides[2 + g][k] = bounds.group()[free[k]] == fulls[g] ? 1 : 0;
            }
        }
        double[] moves = sides[sides.length - 1];
        for (int k = 0; tilted && k < size; k++) {
            moves[k] = tilt[free[k]];
        }
        double[][] members = new double[1 + fulls.length][];
        for (int g = 0; g < members.length; g++) {
            members[g] = sides[1 + g].clone();
        }
        if (!programme.solve(free, sides)) {
            return new double[0];
        }
        double[] solved = priced(members, sides, sides[0], rest);
        if (solved.length == 0) {
            return solved;
        }
        for (int k = 0; k < size; k++) {
            weights[free[k]] = sides[0][k];
        }
        if (tilted) {
            double[] moved = priced(members, sides, moves, new double[rest.length]);
            double earned = Covariance.dot(weights, tilt);
            // Where these bounds earn nothing they are not the ones that are sought, and any multiple goes on from
            // them.
            multiple = earned > 0 ? programme.variance(weights) / earned : multiple;
            linear = QuadraticProgramme.times(tilt, multiple);
            for (int g = 0; g < solved.length; g++) {
                solved[g] += multiple * moved[g];
            }
            for (int k = 0; k < size; k++) {
                weights[free[k]] += multiple * moves[k];
            }
        }
        double[] found = new double[1 + full.length];
        found[0] = solved[0];
        for (int g = 0; g < fulls.length; g++) {
            found[1 + fulls[g]] = solved[1 + g];
        }
        return found;
    }

    /**
     * Adds to {@code wished} what the prices of the sums add, so that the sums are {@code rest}, and gives the prices; empty
     * if there are none.
     */
    private static double[] priced(double[][] members, double[][] sides, double[] wished, double[] rest) {
        double[][] small = new double[members.length][members.length + 1];
        for (int row = 0; row < small.length; row++) {
            for (int column = 0; column < small.length; column++) {
                small[row][column] = Covariance.dot(members[row], sides[1 + column]);
            }
            small[row][small.length] = rest[row] - Covariance.dot(members[row], wished);
        }
        double[] prices = LinearEquations.solve(small);
        for (int g = 0; g < prices.length; g++) {
            for (int k = 0; k < wished.length; k++) {
                wished[k] += prices[g] * sides[1 + g][k];
            }
        }
        return prices;
    }

    /** A group whose members are all at their bounds has no equation, and may be too heavy. */
    private boolean isAllowed() {
        return Arrays.stream(bounds.sums(weights)).allMatch(sum -> sum <= bounds.maxGroup() + ROUNDING)
                && Math.abs(Arrays.stream(weights).sum() - total) <= FAR_OFF;
    }

    /** Whether the slopes of all free weights are equal but for rounding, so that nothing is gained by solving again. */
    boolean isExact() {
        double[] slopes = programme.slopes(weights, linear);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < state.length; i++) {
            if (state[i] == 0) {
                double slope = slopes[i] - price(i);
                least = Math.min(least, slope);
                most = Math.max(most, slope);
            }
        }
        return most - least <= slack;
    }

    private double price(int symbol) {
        int own = bounds.group()[symbol];
        return prices[0] + (own < 0 ? 0 : prices[1 + own]);
    }

    /** Corrects every bound that is wrong and counts them. */
    private int exchanged() {
        double[] slopes = programme.slopes(weights, linear);
        double[] sums = bounds.sums(weights);
        int wrong = 0;
        for (int i = 0; i < state.length; i++) {
            double off = slopes[i] - price(i);
            int next = state[i];
            if (state[i] == 0) {
                next = weights[i] < bounds.lower() - ROUNDING ? -1 : weights[i] > bounds.upper() + ROUNDING ? 1 : 0;
            } else if (state[i] < 0 ? off < -slack : off > slack) {
                next = 0;
            }
            wrong += next == state[i] ? 0 : 1;
            state[i] = next;
        }
        for (int g = 0; g < full.length; g++) {
            boolean next = full[g] ? prices[1 + g] <= slack : sums[g] > bounds.maxGroup() + ROUNDING;
            wrong += next == full[g] ? 0 : 1;
            full[g] = next;
        }
        return wrong;
    }
}
