package dev.llmagents.provider.simulated;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long something takes: always the same if both figures are, else spread so that the logarithm is normal, which is
 * what the times of real servers look like.
 *
 * @param p50 half of the times are shorter
 * @param p99 one in a hundred is longer
 */
record Delay(Duration p50, Duration p99) {
    /** The 99th percentile of the standard normal distribution. */
    private static final double Z99 = 2.3263478740408408;

    Delay {
        if (p50.isNegative() || p99.compareTo(p50) < 0) {
            throw new IllegalArgumentException("p99 must not be below p50");
        }
        if (p50.isZero() && !p99.isZero()) {
            throw new IllegalArgumentException("a p50 of nought has no spread");
        }
    }

    static Delay fixed(Duration always) {
        return new Delay(always, always);
    }

    Duration draw(RandomGenerator random) {
        double normal = random.nextGaussian();
        if (p50.equals(p99)) {
            return p50;
        }
        double sigma = Math.log((double) p99.toNanos() / p50.toNanos()) / Z99;
        return Duration.ofNanos(Math.round(p50.toNanos() * Math.exp(sigma * normal)));
    }
}
