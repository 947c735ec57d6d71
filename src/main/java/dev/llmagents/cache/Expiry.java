package dev.llmagents.cache;

import java.time.Duration;
import java.time.Instant;

/** When the time of an answer is over. */
final class Expiry {
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private Expiry() {}

    /** {@code ttl} after {@code now}; a hundred years for anything longer, since no calendar holds every duration. */
    static Instant of(Instant now, Duration ttl) {
        return now.plus(ttl.compareTo(LONGEST) > 0 ? LONGEST : ttl);
    }
}
