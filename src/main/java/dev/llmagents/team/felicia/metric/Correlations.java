package dev.llmagents.team.felicia.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Pairs of series that move together. Thread-safe. */
public final class Correlations {
    /** By how much a correlation found the quick way may be too low. */
    private static final double ROUNDING = 1e-9;

    private Correlations() {}

    /** Two series by their positions, {@code one} before {@code other}. */
    public record Pair(int one, int other, double correlation) {}

    /**
     * All pairs of rows whose correlation is above {@code limit}, in order of the first and then of the second. Rows are
     * brought to one scale once, so that most pairs cost a product and no more; {@link Returns#correlation} then has the
     * last word.
     */
    public static List<Pair> above(double limit, double[][] rows) {
        double[][] scaled = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            scaled[i] = scaled(rows[i]);
        }
        return IntStream.range(0, rows.length).parallel().mapToObj(i -> above(limit, rows, scaled, i)).toList().stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Pair> above(double limit, double[][] rows, double[][] scaled, int one) {
        List<Pair> pairs = new ArrayList<>();
        for (int other = one + 1; other < rows.length; other++) {
            if (product(scaled[one], scaled[other]) > limit - ROUNDING) {
                double correlation = Returns.correlation(rows[one], rows[other]);
                if (correlation > limit) {
                    pairs.add(new Pair(one, other, correlation));
                }
            }
        }
        return pairs;
    }

    private static double[] scaled(double[] row) {
        double mean = Returns.mean(row);
        double squares = 0;
        double[] scaled = new double[row.length];
        for (int t = 0; t < row.length; t++) {
            scaled[t] = row[t] - mean;
            squares += scaled[t] * scaled[t];
        }
        for (int t = 0; t < row.length && squares > 0; t++) {
            scaled[t] /= Math.sqrt(squares);
        }
        return scaled;
    }

    private static double product(double[] one, double[] other) {
        double even = 0;
        double odd = 0;
        int t = 0;
        for (; t + 1 < one.length; t += 2) {
            even += one[t] * other[t];
            odd += one[t + 1] * other[t + 1];
        }
        return even + odd + (t < one.length ? one[t] * other[t] : 0);
    }
}
