package dev.llmagents.team.felicia.portfolio;

/**
 * Steps down the slope, each put back within the bounds and the sum, their length by Barzilai and Borwein (Two-Point Step
 * Size Gradient Methods, IMA Journal of Numerical Analysis 8, 1988): a guess at which bounds hold, and no more than that.
 */
final class Descent {
    private static final int STEPS = 14;
    private static final int RATIO_STEPS = 20;
    private static final int HALVINGS = 60;
    private static final double CLOSE = 1e-12;
    /** Steps after which the bounds that hold are taken as found. */
    private static final int SETTLED = 3;

    private final QuadraticProgramme programme;
    private final QuadraticProgramme.Bounds bounds;
    private final double total;

    Descent(QuadraticProgramme programme, QuadraticProgramme.Bounds bounds, double total) {
        this.programme = programme;
        this.bounds = bounds;
        this.total = total;
    }

    /** @param diagonal the variances */
    double[] from(double[] linear, double[] diagonal) {
        return down(linear, diagonal, false);
    }

    /** Up the ratio of {@code excess'w} to the deviation, whose slope is that of a linear part that changes on the way. */
    double[] toRatio(double[] excess, double[] diagonal) {
        return down(excess, diagonal, true);
    }

    private double[] down(double[] linear, double[] diagonal, boolean ratio) {
        double[] at = new double[linear.length];
        double sum = 0;
        for (int i = 0; i < at.length; i++) {
            at[i] = (ratio ? Math.max(linear[i], 0) : 1) / Math.max(diagonal[i], Double.MIN_NORMAL);
            sum += at[i];
        }
        for (int i = 0; i < at.length; i++) {
            at[i] *= sum > 0 ? total / sum : 0;
        }
        at = within(at);
        double[] none = new double[at.length];
        double[] slopes = ratio ? ratio(at, programme.slopes(at, none), linear) : programme.slopes(at, linear);
        double largest = 0;
        for (double each : diagonal) {
            largest = Math.max(largest, each);
        }
        double length = 1 / Math.max(largest, Double.MIN_NORMAL);
        int settled = 0;
        for (int step = 0; step < (ratio ? RATIO_STEPS : STEPS) && settled < SETTLED; step++) {
            double[] wished = new double[at.length];
            for (int i = 0; i < wished.length; i++) {
                wished[i] = at[i] - length * slopes[i];
            }
            double[] next = within(wished);
            double[] after = ratio ? ratio(next, programme.slopes(next, none), linear) : programme.slopes(next, linear);
            double moved = 0;
            double bent = 0;
            boolean same = true;
            for (int i = 0; i < next.length; i++) {
                double move = next[i] - at[i];
                moved += move * move;
                bent += move * (after[i] - slopes[i]);
                same &= next[i] > bounds.lower() == at[i] > bounds.lower();
            }
            at = next;
            slopes = after;
            if (!(moved > 0) || !(bent > 0)) {
                break;
            }
            length = moved / bent;
            settled = same ? settled + 1 : 0;
        }
        return at;
    }

    /** The slopes of the variance less as much of {@code excess} as makes moving along {@code at} gain nothing. */
    private static double[] ratio(double[] at, double[] slopes, double[] excess) {
        double earned = Covariance.dot(at, excess);
        double multiple = earned > 0 ? Covariance.dot(at, slopes) / earned : 0;
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] -= multiple * excess[i];
        }
        return slopes;
    }

    /** The nearest weights within the bounds whose sum is the total: all are lowered by the same. */
    private double[] within(double[] wished) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double mean = -total;
        for (double each : wished) {
            low = Math.min(low, each - bounds.upper());
            high = Math.max(high, each - bounds.lower());
            mean += each;
        }
        double less = Math.max(low, Math.min(high, mean / wished.length));
        // The sum falls in straight pieces, so Newton's steps end on it; halving where they leave what is still
        // possible.
        for (int i = 0; i < HALVINGS; i++) {
            double sum = 0;
            int inside = 0;
            for (double each : wished) {
                double weight = each - less;
                inside += weight > bounds.lower() && weight < bounds.upper() ? 1 : 0;
                sum += Math.min(bounds.upper(), Math.max(bounds.lower(), weight));
            }
            if (Math.abs(sum - total) <= CLOSE) {
                break;
            }
            if (sum > total) {
                low = less;
            } else {
                high = less;
            }
            double next = inside == 0 ? low : less + (sum - total) / inside;
            less = next > low && next < high ? next : (low + high) / 2;
        }
        double[] weights = new double[wished.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.min(bounds.upper(), Math.max(bounds.lower(), wished[i] - less));
        }
        return weights;
    }
}
