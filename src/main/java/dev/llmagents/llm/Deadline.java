package dev.llmagents.llm;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The moment by which a call has to be over, shared by all its attempts. */
public record Deadline(long startNanos, Duration timeout, LongSupplier nanos) {

    /** What is left, zero once it has passed. */
    public Duration remaining() {
        Duration left = timeout.minusNanos(nanos.getAsLong() - startNanos);
        return left.isNegative() ? Duration.ZERO : left;
    }

    public boolean isOver() {
        return remaining().isZero();
    }
}
