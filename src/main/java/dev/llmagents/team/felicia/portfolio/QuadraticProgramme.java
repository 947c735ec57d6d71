package dev.llmagents.team.felicia.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ojalgo.matrix.store.R064Store;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.convex.ConvexSolver;

/**
 * Minimises {@code w'Cw / 2 - linear'w} with the sum, the bounds and the group sums of {@code w} given. ojAlgo finds which
 * bounds hold; the equations that then remain are solved directly, so that weights are good to rounding. Of many symbols
 * only those that may get weight are solved for; the others are shown to want none. Deterministic, thread-safe.
 */
final class QuadraticProgramme {
    private static final int FEW = 80;
    private static final int ROUNDS = 40;
    private static final double NEAR = 1e-7;

    private final Covariance covariance;
    private final double total;
    private final double lower;
    private final double upper;
    private final int[] group;
    private final double maxGroup;
    private double level;
    private double[] groupPrice = {};

    QuadraticProgramme(Covariance covariance, double total, double lower, double upper, int[] group, double maxGroup) {
        this.covariance = covariance;
        this.total = total;
        this.lower = lower;
        this.upper = upper;
        this.group = group;
        this.maxGroup = maxGroup;
    }

    double[] solve(double[] linear) {
        int size = covariance.size();
        TreeSet<Integer> chosen = new TreeSet<>();
        if (size <= FEW || lower < 0) {
            for (int i = 0; i < size; i++) {
                chosen.add(i);
            }
        } else {
            List<Integer> order = new ArrayList<>();
            double[] merit = new double[size];
            for (int i = 0; i < size; i++) {
                merit[i] = covariance.at(i, i) / 2 - linear[i];
                order.add(i);
            }
            order.sort((a, b) -> merit[a] != merit[b] ? Double.compare(merit[a], merit[b]) : Integer.compare(a, b));
            double[] room = new double[size];
            Arrays.fill(room, maxGroup);
            double sum = 0;
            for (int i : order) {
                double part = group[i] < 0 ? upper : Math.min(upper, room[group[i]]);
                if (part > 0 && (chosen.size() < FEW / 2 || sum < total)) {
                    chosen.add(i);
                    sum += part;
                    if (group[i] >= 0) {
                        room[group[i]] -= part;
                    }
                }
            }
        }
        double[] weights = new double[size];
        for (int round = 0; round < ROUNDS; round++) {
            int[] members = chosen.stream().mapToInt(Integer::intValue).toArray();
            weights = solve(members, linear);
            double[] gradient = covariance.times(weights);
            int before = chosen.size();
            for (int i = 0; i < size; i++) {
                double price = group[i] < 0 ? 0 : groupPrice[group[i]];
                if (gradient[i] - linear[i] - level + price < -NEAR * Math.abs(level) && !chosen.contains(i)) {
                    chosen.add(i);
                }
            }
            if (chosen.size() == before) {
                break;
            }
        }
        return weights;
    }

    private double[] solve(int[] members, double[] linear) {
        int size = members.length;
        R064Store quadratic = R064Store.FACTORY.make(size, size);
        R064Store target = R064Store.FACTORY.make(size, 1);
        R064Store ones = R064Store.FACTORY.make(1, size);
        int groups = Arrays.stream(group).max().orElse(-1) + 1;
        double scale = 0;
        for (int member : members) {
            scale = Math.max(scale, covariance.at(member, member));
        }
        double[][] matrix = new double[size][size];
        R064Store limits = R064Store.FACTORY.make(2 * size + groups, size);
        R064Store right = R064Store.FACTORY.make(2 * size + groups, 1);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                matrix[i][j] = j < i ? matrix[j][i] : covariance.at(members[i], members[j]);
                quadratic.set(i, j, matrix[i][j] / scale);
            }
            target.set(i, 0, linear[members[i]] / scale);
            ones.set(0, i, 1);
            limits.set(i, i, 1);
            right.set(i, 0, upper);
            limits.set(size + i, i, -1);
            right.set(size + i, 0, -lower);
            if (group[members[i]] >= 0) {
                limits.set(2 * size + group[members[i]], i, 1);
            }
        }
        for (int g = 0; g < groups; g++) {
            right.set(2 * size + g, 0, maxGroup);
        }
        R064Store sum = R064Store.FACTORY.make(1, 1);
        sum.set(0, 0, total);
        Optimisation.Result found = ConvexSolver.newBuilder()
                .objective(quadratic, target)
                .equalities(ones, sum)
                .inequalities(limits, right)
                .build()
                .solve();
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            weights[i] = Math.min(upper, Math.max(lower, found.doubleValue(i)));
        }
        double[] polished = polish(members, matrix, linear, weights, groups);
        double[] all = new double[covariance.size()];
        for (int i = 0; i < size; i++) {
            all[members[i]] = polished[i];
        }
        return all;
    }

    /** Solves the equations of the bounds that hold, changing one bound at a time where that shows it should not. */
    private double[] polish(int[] members, double[][] matrix, double[] linear, double[] start, int groups) {
        int size = members.length;
        int[] state = new int[size];
        boolean[] full = new boolean[groups];
        double[] filled = new double[groups];
        for (int i = 0; i < size; i++) {
            state[i] = start[i] - lower < NEAR ? -1 : upper - start[i] < NEAR ? 1 : 0;
            if (group[members[i]] >= 0) {
                filled[group[members[i]]] += start[i];
            }
        }
        for (int g = 0; g < groups; g++) {
            full[g] = maxGroup - filled[g] < NEAR;
        }
        groupPrice = new double[groups];
        for (int round = 0; round < 3 * size + ROUNDS; round++) {
            int[] free = freeOf(state);
            int[] fulls = fullOf(full);
            int unknowns = free.length + 1 + fulls.length;
            double[][] a = new double[unknowns][unknowns + 1];
            double[] weights = new double[size];
            double rest = total;
            double[] room = new double[groups];
            Arrays.fill(room, maxGroup);
            for (int i = 0; i < size; i++) {
                if (state[i] != 0) {
                    weights[i] = state[i] < 0 ? lower : upper;
                    rest -= weights[i];
                    if (group[members[i]] >= 0) {
                        room[group[members[i]]] -= weights[i];
                    }
                }
            }
            for (int row = 0; row < free.length; row++) {
                int i = free[row];
                double constant = linear[members[i]];
                for (int j = 0; j < size; j++) {
                    constant -= state[j] == 0 ? 0 : matrix[i][j] * weights[j];
                }
                for (int column = 0; column < free.length; column++) {
                    a[row][column] = matrix[i][free[column]];
                }
                a[row][free.length] = -1;
                a[free.length][row] = 1;
                for (int k = 0; k < fulls.length; k++) {
                    if (group[members[i]] == fulls[k]) {
                        a[row][free.length + 1 + k] = 1;
                        a[free.length + 1 + k][row] = 1;
                    }
                }
                a[row][unknowns] = constant;
            }
            a[free.length][unknowns] = rest;
            for (int k = 0; k < fulls.length; k++) {
                a[free.length + 1 + k][unknowns] = room[fulls[k]];
            }
            double[] x = eliminate(a);
            if (x.length == 0) {
                break;
            }
            double worst = 1e-10;
            int change = -1;
            int to = 0;
            Arrays.fill(filled, 0);
            for (int k = 0; k < free.length; k++) {
                weights[free[k]] = x[k];
                double over = Math.max(lower - x[k], x[k] - upper);
                if (over > worst) {
                    worst = over;
                    change = free[k];
                    to = x[k] < lower ? -1 : 1;
                }
            }
            for (int i = 0; i < size; i++) {
                if (group[members[i]] >= 0) {
                    filled[group[members[i]]] += weights[i];
                }
            }
            for (int g = 0; g < groups; g++) {
                if (!full[g] && filled[g] - maxGroup > worst) {
                    worst = filled[g] - maxGroup;
                    change = size + g;
                }
            }
            if (change >= 0) {
                if (change < size) {
                    state[change] = to;
                } else {
                    full[change - size] = true;
                }
                continue;
            }
            level = x[free.length];
            Arrays.fill(groupPrice, 0);
            double dual = 1e-9 * Math.max(Math.abs(level), 1e-9);
            for (int k = 0; k < fulls.length; k++) {
                groupPrice[fulls[k]] = x[free.length + 1 + k];
                if (-x[free.length + 1 + k] > dual) {
                    dual = -x[free.length + 1 + k];
                    change = size + fulls[k];
                }
            }
            for (int i = 0; i < size; i++) {
                if (state[i] == 0) {
                    continue;
                }
                double price = group[members[i]] < 0 ? 0 : groupPrice[group[members[i]]];
                double slope = Covariance.dot(matrix[i], weights) - linear[members[i]] - level + price;
                if (state[i] * slope > dual) {
                    dual = state[i] * slope;
                    change = i;
                }
            }
            if (change < 0) {
                return weights;
            }
            if (change < size) {
                state[change] = 0;
            } else {
                full[change - size] = false;
            }
        }
        // No clean set of bounds: the solver's own answer is good enough, and only its price level is estimated.
        double sum = 0;
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (start[i] - lower > NEAR && upper - start[i] > NEAR) {
                sum += Covariance.dot(matrix[i], start) - linear[members[i]];
                count++;
            }
        }
        level = count == 0 ? Double.NEGATIVE_INFINITY : sum / count;
        Arrays.fill(groupPrice, 0);
        return start;
    }

    private static int[] freeOf(int[] state) {
        return IntStream.range(0, state.length).filter(i -> state[i] == 0).toArray();
    }

    private static int[] fullOf(boolean[] full) {
        return IntStream.range(0, full.length).filter(g -> full[g]).toArray();
    }

    /** Gauss with partial pivoting on rows that end with their right-hand side; empty if singular. */
    private static double[] eliminate(double[][] a) {
        int size = a.length;
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int row = column + 1; row < size; row++) {
                pivot = Math.abs(a[row][column]) > Math.abs(a[pivot][column]) ? row : pivot;
            }
            if (Math.abs(a[pivot][column]) < 1e-15) {
                return new double[0];
            }
            double[] swapped = a[pivot];
            a[pivot] = a[column];
            a[column] = swapped;
            for (int row = column + 1; row < size; row++) {
                double times = a[row][column] / swapped[column];
                if (times != 0) {
                    for (int k = column; k <= size; k++) {
                        a[row][k] -= times * swapped[k];
                    }
                }
            }
        }
        double[] x = new double[size];
        for (int row = size - 1; row >= 0; row--) {
            double sum = a[row][size];
            for (int k = row + 1; k < size; k++) {
                sum -= a[row][k] * x[k];
            }
            x[row] = sum / a[row][row];
        }
        return x;
    }
}
