package dev.llmagents.llm;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Attempts at one provider that were lost in a row, of all calls of this process: after so many without any answer between
 * them the provider is gone for now, and to ask it once more is time wasted where another can be asked. Safe for use by
 * several threads.
 */
final class Losses {
    // As many as the breaker wants of calls; of a provider that loses one in five at random, one row in 3,000 is that
    // long.
    private static final int IN_A_ROW = 5;
    // Losses further apart are not one outage.
    private static final Duration ONE_OUTAGE = Duration.ofMinutes(5);

    private final LongSupplier nanos;
    private int row;
    private long latest;

    /** @param nanos a clock that never runs back */
    Losses(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized void answered() {
        row = 0;
    }

    /** Hears of a failure; only those count in which the provider gave no sign of life. */
    synchronized void failed(ErrorType type) {
        if (isSignOfLife(type)) {
            row = 0;
        } else if (isSilence(type)) {
            row = isOver() ? 1 : row + 1;
            latest = nanos.getAsLong();
        }
    }

    synchronized boolean isGone() {
        return row >= IN_A_ROW && !isOver();
    }

    /** Whether it is a provider's own word, be it a refusal. */
    private static boolean isSignOfLife(ErrorType type) {
        return switch (type) {
            case RATE_LIMITED,
                    QUOTA_EXHAUSTED,
                    AUTH,
                    BAD_REQUEST,
                    CONTEXT_OVERFLOW,
                    CUT_STREAM,
                    INVALID_OUTPUT,
                    REFUSED -> true;
            case OUTAGE, TIMEOUT, CANCELLED, BUDGET, THROTTLED, UNAVAILABLE, INTERNAL -> false;
        };
    }

    static boolean isSilence(ErrorType type) {
        return type == ErrorType.OUTAGE || type == ErrorType.TIMEOUT;
    }

    private boolean isOver() {
        return nanos.getAsLong() - latest > ONE_OUTAGE.toNanos();
    }
}
