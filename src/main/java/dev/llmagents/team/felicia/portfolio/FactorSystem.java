package dev.llmagents.team.felicia.portfolio;

import java.util.Arrays;

/**
 * Solves {@code (F F' + ridge I) x = s} for some rows of {@code F} by way of the matrix {@code F'F + ridge I}, which is
 * smaller where there are more symbols than days (Woodbury's identity). What symbols come and go between two solutions is
 * added and taken away. Not thread-safe.
 */
final class FactorSystem {
    private static final int REFINEMENTS = 0;
    /** Below this share of the mean variance a ridge is too small to be divided by. */
    private static final double LEAST_RIDGE = 1e-3;

    private final Covariance covariance;
    private final int days;
    private final boolean[] counted;
    private final double[][] products;

    FactorSystem(Covariance covariance) {
        this.covariance = covariance;
        this.days = covariance.factor()[0].length;
        this.counted = new boolean[covariance.size()];
        this.products = new double[days][days];
    }

    /** Whether this is the way for so many symbols. */
    static boolean suits(Covariance covariance, int symbols, double[] diagonal) {
        double mean = Arrays.stream(diagonal).average().orElse(0);
        return symbols > covariance.factor()[0].length && covariance.ridge() > LEAST_RIDGE * mean;
    }

    /** Solves for several right-hand sides at once and leaves the solutions in their place; false if it cannot. */
    boolean solve(int[] symbols, double[][] sides) {
        count(symbols);
        double[][] matrix = new double[days][];
        for (int t = 0; t < days; t++) {
            matrix[t] = products[t].clone();
            matrix[t][t] += covariance.ridge();
        }
        double[][] wanted = new double[sides.length][];
        for (int s = 0; s < sides.length; s++) {
            wanted[s] = sides[s].clone();
            Arrays.fill(sides[s], 0);
        }
        if (!LinearEquations.factor(matrix)) {
            return false;
        }
        for (int round = 0; round <= REFINEMENTS; round++) {
            for (int s = 0; s < sides.length; s++) {
                double[] rest = round == 0 ? wanted[s].clone() : rest(symbols, wanted[s], sides[s]);
                double[] days = turned(symbols, rest);
                LinearEquations.solveFactored(matrix, days);
                for (int k = 0; k < symbols.length; k++) {
                    double[] row = covariance.factor()[symbols[k]];
                    sides[s][k] += (rest[k] - Covariance.dot(row, days)) / covariance.ridge();
                }
            }
        }
        return true;
    }

    /** What is missing in {@code wanted} with {@code found}. */
    private double[] rest(int[] symbols, double[] wanted, double[] found) {
        double[] exposure = turned(symbols, found);
        double[] rest = new double[wanted.length];
        for (int k = 0; k < rest.length; k++) {
            double has = Covariance.dot(covariance.factor()[symbols[k]], exposure) + covariance.ridge() * found[k];
            rest[k] = wanted[k] - has;
        }
        return rest;
    }

    private double[] turned(int[] symbols, double[] values) {
        double[] sums = new double[days];
        for (int k = 0; k < symbols.length; k++) {
            double[] row = covariance.factor()[symbols[k]];
            for (int t = 0; t < sums.length; t++) {
                sums[t] += values[k] * row[t];
            }
        }
        return sums;
    }

    private void count(int[] symbols) {
        boolean[] wanted = new boolean[counted.length];
        for (int symbol : symbols) {
            wanted[symbol] = true;
        }
        double[][] rows = new double[4][];
        double[] signs = new double[4];
        int waiting = 0;
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i] != counted[i]) {
                rows[waiting] = covariance.factor()[i];
                signs[waiting++] = wanted[i] ? 1 : -1;
                counted[i] = wanted[i];
                if (waiting == rows.length) {
                    add(rows, signs);
                    waiting = 0;
                }
            }
        }
        for (int k = waiting; waiting > 0 && k < rows.length; k++) {
            rows[k] = rows[0];
            signs[k] = 0;
        }
        if (waiting > 0) {
            add(rows, signs);
        }
    }

    /** Four rows at once: the sums are then read and written a quarter as often. */
    private void add(double[][] rows, double[] signs) {
        for (int t = 0; t < days; t++) {
            Covariance.add(
                    products[t],
                    t,
                    new double[] {
                        signs[0] * rows[0][t], signs[1] * rows[1][t], signs[2] * rows[2][t], signs[3] * rows[3][t]
                    },
                    rows);
        }
    }
}
