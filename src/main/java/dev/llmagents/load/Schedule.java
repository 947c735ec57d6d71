package dev.llmagents.load;

import java.time.Duration;

/**
 * The times at which an open loop sends, fixed before it begins: what a slow server does to later requests is measured only
 * so ("coordinated omission", Gil Tene). Immutable.
 */
final class Schedule {
    private static final double SECOND = 1e9;

    private final double perSecond;
    private final long ramp;
    private final long rampCount;
    private final long warmup;
    private final long warmupCount;
    private final long measuredCount;

    Schedule(Rate rate, Duration ramp, Duration warmup, Duration duration) {
        this.perSecond = rate.perSecond();
        this.ramp = ramp.toNanos();
        this.warmup = warmup.toNanos();
        // The rate rises evenly, so it is half of itself on average.
        this.rampCount = (long) (perSecond * this.ramp / SECOND / 2);
        this.warmupCount = Math.round(perSecond * this.warmup / SECOND);
        this.measuredCount = Math.round(perSecond * duration.toNanos() / SECOND);
    }

    long count() {
        return rampCount + warmupCount + measuredCount;
    }

    long measuredCount() {
        return measuredCount;
    }

    boolean isMeasured(long number) {
        return number >= rampCount + warmupCount;
    }

    /** Nanoseconds from the beginning to the request of that number, counted from nought. */
    long offset(long number) {
        if (number < rampCount) {
            return (long) (Math.sqrt(2 * number * (ramp / SECOND) / perSecond) * SECOND);
        }
        if (!isMeasured(number)) {
            return ramp + even(number - rampCount);
        }
        return ramp + warmup + even(number - rampCount - warmupCount);
    }

    private long even(long number) {
        return (long) (number * SECOND / perSecond);
    }
}
