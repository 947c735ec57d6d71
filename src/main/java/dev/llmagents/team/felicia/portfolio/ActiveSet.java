package dev.llmagents.team.felicia.portfolio;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The primal active-set method (Nocedal and Wright, Numerical Optimization, 2006, chapter 16.5): solves the equations of
 * the bounds that hold, goes there as far as the other bounds allow, and lets go of a bound whose multiplier is of the
 * wrong sign. Begun near the solution it needs few rounds. Use once.
 */
final class ActiveSet {
    private static final int ROUNDS = 300;
    private static final double ROUNDING = 1e-13;

    private final QuadraticProgramme programme;
    private final QuadraticProgramme.Bounds bounds;
    private final double total;
    /** -1 at the lower bound, 1 at the upper, 0 free. */
    private int[] state = {};

    private boolean[] full = {};
    /** The group whose equation follows from the others and the sum, or -1. */
    private int implied = -1;

    ActiveSet(QuadraticProgramme programme, QuadraticProgramme.Bounds bounds, double total) {
        this.programme = programme;
        this.bounds = bounds;
        this.total = total;
    }

    /**
     * From allowed weights to the best.
     *
     * @param slack by how much a multiplier may be of the wrong sign
     */
    double[] solve(double[] start, double[] linear, double slack) {
        double[] weights = start.clone();
        int[] group = bounds.group();
        state = new int[weights.length];
        for (int i = 0; i < state.length; i++) {
            state[i] = weights[i] <= bounds.lower() ? -1 : weights[i] >= bounds.upper() ? 1 : 0;
        }
        double[] sums = bounds.sums(weights);
        full = new boolean[sums.length];
        for (int g = 0; g < full.length; g++) {
            full[g] = bounds.maxGroup() - sums[g] <= ROUNDING;
        }
        for (int round = 0; round < ROUNDS; round++) {
            int[] free =
                    IntStream.range(0, state.length).filter(i -> state[i] == 0).toArray();
            boolean[] bound = bindingGroups(free);
            int[] fulls = IntStream.range(0, bound.length).filter(g -> bound[g]).toArray();
            double[] x = LinearEquations.solve(equations(free, fulls, linear));
            if (x.length == 0) {
                return weights;
            }
            double share = 1;
            int blocking = -1;
            double[] moves = new double[full.length];
            for (int k = 0; k < free.length; k++) {
                double move = x[k] - weights[free[k]];
                double room = move < 0 ? bounds.lower() - weights[free[k]] : bounds.upper() - weights[free[k]];
                if (Math.abs(move) > Math.abs(room) + ROUNDING && share > room / move) {
                    share = room / move;
                    blocking = free[k];
                }
                if (group[free[k]] >= 0) {
                    moves[group[free[k]]] += move;
                }
            }
            sums = bounds.sums(weights);
            for (int g = 0; g < full.length; g++) {
                double room = Math.max(0, bounds.maxGroup() - sums[g]);
                if (!full[g] && moves[g] > room + ROUNDING && share > room / moves[g]) {
                    share = room / moves[g];
                    blocking = state.length + g;
                }
            }
            for (int k = 0; k < free.length; k++) {
                double reached = share >= 1 ? x[k] : weights[free[k]] + share * (x[k] - weights[free[k]]);
                weights[free[k]] = Math.min(bounds.upper(), Math.max(bounds.lower(), reached));
            }
            if (blocking >= state.length) {
                full[blocking - state.length] = true;
            } else if (blocking >= 0) {
                state[blocking] = x[Arrays.binarySearch(free, blocking)] < bounds.lower() ? -1 : 1;
                weights[blocking] = state[blocking] < 0 ? bounds.lower() : bounds.upper();
            } else if (!release(weights, linear, free, fulls, x, slack)) {
                return weights;
            }
        }
        return weights;
    }

    /** A full group without a free member gives no equation. */
    private boolean[] bindingGroups(int[] free) {
        boolean[] binding = new boolean[full.length];
        boolean outside = false;
        for (int i : free) {
            int own = bounds.group()[i];
            outside |= own < 0 || !full[own];
            if (own >= 0 && full[own]) {
                binding[own] = true;
            }
        }
        implied = -1;
        // With every free symbol in a full group the sum follows from the groups: one equation too many.
        for (int g = 0; !outside && implied < 0 && g < binding.length; g++) {
            if (binding[g]) {
                binding[g] = false;
                implied = g;
            }
        }
        return binding;
    }

    private double[][] equations(int[] free, int[] fulls, double[] linear) {
        int[] group = bounds.group();
        int unknowns = free.length + 1 + fulls.length;
        double[][] a = new double[unknowns][unknowns + 1];
        double rest = total;
        double[] room = new double[full.length];
        Arrays.fill(room, bounds.maxGroup());
        double[] pull = new double[state.length];
        for (int i = 0; i < state.length; i++) {
            double fixed = state[i] == 0 ? 0 : state[i] < 0 ? bounds.lower() : bounds.upper();
            if (fixed != 0) {
                rest -= fixed;
                if (group[i] >= 0) {
                    room[group[i]] -= fixed;
                }
                for (int j : free) {
                    pull[j] += fixed * programme.cell(i, j);
                }
            }
        }
        for (int k = 0; k < free.length; k++) {
            for (int column = 0; column < free.length; column++) {
                a[k][column] = programme.cell(free[k], free[column]);
            }
            a[k][free.length] = -1;
            a[free.length][k] = 1;
            for (int g = 0; g < fulls.length; g++) {
                if (group[free[k]] == fulls[g]) {
                    a[k][free.length + 1 + g] = 1;
                    a[free.length + 1 + g][k] = 1;
                }
            }
            a[k][unknowns] = linear[free[k]] - pull[free[k]];
        }
        a[free.length][unknowns] = rest;
        for (int g = 0; g < fulls.length; g++) {
            a[free.length + 1 + g][unknowns] = room[fulls[g]];
        }
        return a;
    }

    /** Lets go of the bound whose multiplier is most of the wrong sign; false if there is none. */
    private boolean release(double[] weights, double[] linear, int[] free, int[] fulls, double[] x, double slack) {
        double[] price = new double[full.length];
        double level = x[free.length];
        for (int g = 0; g < fulls.length; g++) {
            price[fulls[g]] = x[free.length + 1 + g];
        }
        double[] gradient = programme.slopes(weights, linear);
        if (implied >= 0) {
            // Of the many prices that fit, the least that are not below zero and keep the bounds outside the groups.
            double raise = Math.max(0, -Arrays.stream(price).min().orElse(0));
            for (int i = 0; i < state.length; i++) {
                boolean outside = bounds.group()[i] < 0 || !full[bounds.group()[i]];
                raise = state[i] > 0 && outside ? Math.max(raise, gradient[i] - level) : raise;
            }
            level += raise;
            for (int g = 0; g < full.length; g++) {
                price[g] += full[g] ? raise : 0;
            }
        }
        double worst = slack;
        int let = -1;
        for (int g = 0; g < full.length; g++) {
            if (-price[g] > worst) {
                worst = -price[g];
                let = state.length + g;
            }
        }
        for (int i = 0; i < state.length; i++) {
            if (state[i] != 0) {
                int own = bounds.group()[i];
                double slope = gradient[i] - level + (own < 0 ? 0 : price[own]);
                if (state[i] * slope > worst) {
                    worst = state[i] * slope;
                    let = i;
                }
            }
        }
        if (let >= state.length) {
            full[let - state.length] = false;
        } else if (let >= 0) {
            state[let] = 0;
        }
        return let >= 0;
    }
}
