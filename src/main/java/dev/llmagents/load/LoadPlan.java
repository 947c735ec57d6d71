package dev.llmagents.load;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a load test does. First comes the ramp, then the warm-up, both unmeasured, then what is measured.
 *
 * @param rate for an open loop: requests are sent at fixed times whatever becomes of those before; empty for a closed loop
 * @param concurrency callers of a closed loop, each sending when it is answered; in an open loop the most requests on their
 *     way at once
 * @param duration of what is measured
 * @param warmup at full rate, before it
 * @param ramp in which the rate rises from nought, before that
 * @param hitShare share of the requests, 0 to 1, that repeat earlier ones, so that the cache can answer them
 * @param promptChars what each prompt is cut or filled up to, in characters; empty for as long as it is
 * @param stream whether answers are read while they are written
 * @param timeout how long a call may take, retries included
 */
public record LoadPlan(
        Optional<Rate> rate,
        OptionalInt concurrency,
        Duration duration,
        Duration warmup,
        Duration ramp,
        double hitShare,
        OptionalInt promptChars,
        boolean stream,
        long seed,
        Duration timeout) {
    /** Longer, and the figures of a report of fixed size say little. */
    public static final Duration LONGEST = Duration.ofHours(24);

    public LoadPlan {
        if (rate.isEmpty() && concurrency.isEmpty()) {
            throw new IllegalArgumentException("a load test needs a rate or a number of callers");
        }
        if (!(hitShare >= 0 && hitShare <= 1)) {
            throw new IllegalArgumentException("the share of repeated requests must be 0 to 1 but is " + hitShare);
        }
        if (duration.isZero() || duration.isNegative() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("the duration must be above nought and at most 24 hours");
        }
    }

    /** From the first request to the end of what is measured. */
    public Duration whole() {
        return ramp.plus(warmup).plus(duration);
    }
}
