package dev.llmagents.team.felicia.portfolio;

/** Solves square systems of equations: by Gauss with partial pivoting, and symmetric ones by Cholesky. Thread-safe. */
final class LinearEquations {
    private static final double SINGULAR = 1e-15;
    private static final int BLOCK = 4;

    private LinearEquations() {}

    /** The solution of rows that end with their right-hand side and are overwritten; empty if there is no single one. */
    static double[] solve(double[][] a) {
        int size = a.length;
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int row = column + 1; row < size; row++) {
                pivot = Math.abs(a[row][column]) > Math.abs(a[pivot][column]) ? row : pivot;
            }
            if (Math.abs(a[pivot][column]) < SINGULAR) {
                return new double[0];
            }
            double[] top = a[pivot];
            a[pivot] = a[column];
            a[column] = top;
            for (int row = column + 1; row < size; row++) {
                double[] lower = a[row];
                double times = lower[column] / top[column];
                if (times != 0) {
                    for (int k = column; k <= size; k++) {
                        lower[k] -= times * top[k];
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

    /**
     * Solves for several right-hand sides at once and leaves the solutions in their place.
     *
     * @param upper the upper half of a symmetric matrix; overwritten
     * @return false if the matrix is not positive definite
     */
    static boolean solveSymmetric(double[][] upper, double[][] sides) {
        if (!factor(upper)) {
            return false;
        }
        for (double[] side : sides) {
            solveFactored(upper, side);
        }
        return true;
    }

    /** Puts Cholesky's factor in the place of the upper half of a matrix; false if it is not positive definite. */
    static boolean factor(double[][] upper) {
        int size = upper.length;
        for (int begin = 0; begin < size; begin += BLOCK) {
            int end = Math.min(size, begin + BLOCK);
            for (int k = begin; k < end; k++) {
                double[] row = upper[k];
                if (!(row[k] > 0)) {
                    return false;
                }
                double root = Math.sqrt(row[k]);
                for (int j = k; j < size; j++) {
                    row[j] /= root;
                }
                for (int i = k + 1; i < end; i++) {
                    subtract(upper[i], row, row[i], i);
                }
            }
            if (end - begin == BLOCK) {
                for (int i = end; i < size; i++) {
                    subtract(upper[i], i, upper[begin], upper[begin + 1], upper[begin + 2], upper[begin + 3]);
                }
            }
        }
        return true;
    }

    /** Four rows at once: the row they are taken from is then read and written a quarter as often. */
    private static void subtract(double[] from, int first, double[] one, double[] two, double[] three, double[] four) {
        double byOne = one[first];
        double byTwo = two[first];
        double byThree = three[first];
        double byFour = four[first];
        for (int j = first; j < from.length; j++) {
            from[j] -= byOne * one[j] + byTwo * two[j] + (byThree * three[j] + byFour * four[j]);
        }
    }

    /** Leaves the solution in the place of the right-hand side. */
    static void solveFactored(double[][] upper, double[] side) {
        int size = upper.length;
        for (int k = 0; k < size; k++) {
            side[k] /= upper[k][k];
            subtract(side, upper[k], side[k], k + 1);
        }
        for (int k = size - 1; k >= 0; k--) {
            double[] row = upper[k];
            double sum = side[k];
            for (int j = k + 1; j < size; j++) {
                sum -= row[j] * side[j];
            }
            side[k] = sum / row[k];
        }
    }

    private static void subtract(double[] from, double[] row, double times, int first) {
        for (int j = first; j < from.length; j++) {
            from[j] -= times * row[j];
        }
    }
}
