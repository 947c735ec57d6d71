package dev.llmagents.team.meetmind.extract;

/** Means of a value over the sentences around a sentence, each in constant time. Immutable. */
final class Windows {
    private final double[] sums;

    /** @param values one per sentence */
    Windows(double[] values) {
        sums = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
    }

    /** The mean from {@code reach} sentences before to {@code reach} sentences behind, as far as there are any. */
    double mean(int index, int reach) {
        int from = Math.max(0, index - reach);
        int to = Math.min(sums.length - 1, index + reach + 1);
        return (sums[to] - sums[from]) / (to - from);
    }

    /** The sum over the same sentences without the one in the middle. */
    double sumAround(int index, int reach) {
        int from = Math.max(0, index - reach);
        int to = Math.min(sums.length - 1, index + reach + 1);
        return sums[to] - sums[from] - (sums[index + 1] - sums[index]);
    }
}
