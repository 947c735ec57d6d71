package dev.llmagents.llm;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often and after what pauses the same provider is asked again.
 *
 * @param maxAttempts tries in all, at least 1
 * @param firstPause upper end of the first pause; each later one is twice as long
 * @param longestPause no pause is longer, not even one the provider asks for: then another provider is the better answer
 */
public record RetryPolicy(int maxAttempts, Duration firstPause, Duration longestPause) {
    public static final RetryPolicy DEFAULT = new RetryPolicy(3, Duration.ofMillis(500), Duration.ofSeconds(30));

    public RetryPolicy {
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("maxAttempts must be at least 1 but is " + maxAttempts);
        }
    }

    /**
     * The pause after the {@code failures}-th failure in a row: exponential, with the upper half drawn by lot so that
     * many clients of one provider do not come back all at once ("equal jitter").
     */
    Duration pauseAfter(int failures, RandomGenerator random) {
        long ceiling = firstPause.toMillis() << Math.min(failures - 1, 16);
        long capped = Math.min(ceiling, longestPause.toMillis());
        return Duration.ofMillis(capped / 2 + (long) (random.nextDouble() * (capped - capped / 2)));
    }
}
