package dev.llmagents.llm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Where time comes from and how it is waited for; an argument everywhere, so that tests need not wait.
 *
 * @param clock the time of day, for what is written down
 * @param nanos a clock that never runs back, for what is measured
 * @param sleeper waits
 */
public record TimeSource(Clock clock, LongSupplier nanos, Sleeper sleeper) {
    private static final Duration LONGEST_SLEEP = Duration.ofDays(365);

    /** Waits for a while. */
    @FunctionalInterface
    public interface Sleeper {
        void sleep(Duration duration) throws InterruptedException;
    }

    /** The machine's own clocks. */
    public static TimeSource system() {
        return new TimeSource(Clock.systemUTC(), System::nanoTime, TimeSource::sleep);
    }

    /** To a few hundredths of a millisecond; {@link Thread#sleep} of older versions of Java counts whole ones. */
    private static void sleep(Duration duration) throws InterruptedException {
        long start = System.nanoTime();
        long wanted = duration.compareTo(LONGEST_SLEEP) < 0 ? duration.toNanos() : LONGEST_SLEEP.toNanos();
        for (long left = wanted; ; left = wanted - (System.nanoTime() - start)) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (left <= 0) {
                return;
            }
            LockSupport.parkNanos(left);
        }
    }

    public Instant now() {
        return clock.instant();
    }

    public Duration since(long startNanos) {
        return Duration.ofNanos(nanos.getAsLong() - startNanos);
    }

    public Deadline deadlineIn(Duration timeout) {
        return new Deadline(nanos.getAsLong(), timeout, nanos);
    }
}
