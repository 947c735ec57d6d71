package dev.llmagents.team.felicia.portfolio;

/** Solves square systems of equations by Gauss with partial pivoting. Thread-safe. */
final class LinearEquations {
    private static final double SINGULAR = 1e-15;

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
}
