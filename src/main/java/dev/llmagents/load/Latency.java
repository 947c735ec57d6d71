package dev.llmagents.load;

import java.util.Optional;
import org.HdrHistogram.AbstractHistogram;

/**
 * Times of many requests, in microseconds. Percentiles are true to three digits.
 *
 * @param count how many; all others are nought if it is
 */
public record Latency(long count, long mean, long p50, long p90, long p95, long p99, long p999, long max) {
    public static final Latency NONE = new Latency(0, 0, 0, 0, 0, 0, 0, 0);

    static Latency of(AbstractHistogram histogram) {
        if (histogram.getTotalCount() == 0) {
            return NONE;
        }
        return new Latency(
                histogram.getTotalCount(),
                Math.round(histogram.getMean()),
                histogram.getValueAtPercentile(50),
                histogram.getValueAtPercentile(90),
                histogram.getValueAtPercentile(95),
                histogram.getValueAtPercentile(99),
                histogram.getValueAtPercentile(99.9),
                histogram.getMaxValue());
    }

    /** Itself, or empty if there is nothing in it. */
    public Optional<Latency> ifAny() {
        return count == 0 ? Optional.empty() : Optional.of(this);
    }
}
