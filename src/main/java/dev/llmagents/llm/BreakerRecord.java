package dev.llmagents.llm;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What is known of a provider's health: a circuit breaker's state as a value. It is closed (asked as usual), open (left
 * alone until a moment) or half-open (that moment has passed, and one call at a time may try). Immutable.
 *
 * @param failures failed calls in a row, of all processes
 * @param openings how often it opened since it was last closed; each outage in a row is waited for longer
 * @param since when it opened, or when the first of the failures was
 * @param lastFailure when a call failed last
 * @param openUntil empty if it is closed
 * @param probeUntil while a call tries an open one: when it is given up for lost
 * @param lastError of what kind the last failure was
 */
public record BreakerRecord(
        int failures,
        int openings,
        Instant since,
        Instant lastFailure,
        Optional<Instant> openUntil,
        Optional<Instant> probeUntil,
        Optional<ErrorType> lastError) {
    public static final BreakerRecord HEALTHY =
            new BreakerRecord(0, 0, Instant.EPOCH, Instant.EPOCH, Optional.empty(), Optional.empty(), Optional.empty());

    static final int FAILURES_IN_A_ROW = 5;
    private static final Duration FIRST_BREAK = Duration.ofSeconds(30);
    private static final Duration LONGEST_BREAK = Duration.ofMinutes(5);
    private static final Duration WITHOUT_QUOTA = Duration.ofHours(1);
    private static final Duration LONGEST_WITHOUT_QUOTA = Duration.ofDays(1);
    // Failures further apart than this are not one outage.
    private static final Duration IN_A_ROW = Duration.ofMinutes(5);
    // What was learned of an outage that long ago says nothing about how long this one lasts.
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    /** The three states of a circuit breaker. */
    public enum State {
        CLOSED,
        OPEN,
        HALF_OPEN;

        /** The name used in reports, for instance {@code half_open}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public State state(Instant now) {
        // A break that ends later than any we make was written under a clock that has been set back since.
        if (openUntil.isEmpty() || openUntil.get().isAfter(now.plus(LONGEST_WITHOUT_QUOTA))) {
            return State.CLOSED;
        }
        return openUntil.get().isAfter(now) ? State.OPEN : State.HALF_OPEN;
    }

    /** Whether a call that is made now would be the one that tries. */
    boolean mayProbe(Instant now, Duration lease) {
        boolean underWay = probeUntil.isPresent()
                && probeUntil.get().isAfter(now)
                && !probeUntil.get().isAfter(now.plus(lease).plus(LONGEST_WITHOUT_QUOTA));
        return state(now) == State.HALF_OPEN && !underWay;
    }

    /** With a call that tries, unless one does already or none may. */
    BreakerRecord probing(Instant now, Duration lease) {
        return mayProbe(now, lease) ? withProbe(Optional.of(now.plus(lease))) : this;
    }

    /** After a trying call that said nothing about the provider's health. */
    BreakerRecord probeGivenBack() {
        return withProbe(Optional.empty());
    }

    /** After a call that went well while it was closed: the row of failures is broken. */
    BreakerRecord answered(Instant now) {
        return state(now) == State.CLOSED ? HEALTHY : this;
    }

    /**
     * After a call that failed in a way that says something about the provider's health.
     *
     * @param opens whether to open whatever the row of failures: a trying call failed, or too many of one process did
     * @param asked how long the provider wants to be left alone, if it said
     */
    BreakerRecord failed(ErrorType type, Optional<Duration> asked, boolean opens, boolean wasProbe, Instant now) {
        boolean inARow = failures > 0 && !lastFailure.plus(IN_A_ROW).isBefore(now);
        int row = inARow ? failures + 1 : 1;
        boolean isOpen = state(now) == State.OPEN;
        boolean noQuota = type == ErrorType.QUOTA_EXHAUSTED;
        if (isOpen && !wasProbe && !noQuota) {
            // A straggler from before it opened.
            return new BreakerRecord(row, openings, since, now, openUntil, probeUntil, lastError);
        }
        if (!opens && !wasProbe && !noQuota && row < FAILURES_IN_A_ROW) {
            return new BreakerRecord(
                    row, openings, inARow ? since : now, now, openUntil, probeUntil, Optional.of(type));
        }
        boolean forgotten =
                openUntil.isEmpty() || openUntil.get().plus(FORGOTTEN).isBefore(now);
        int before = forgotten ? 0 : openings;
        Duration pause = noQuota ? withoutQuota(asked) : pause(before, asked);
        Instant until = now.plus(pause);
        Instant later = isOpen && openUntil.get().isAfter(until) ? openUntil.get() : until;
        return new BreakerRecord(
                row, before + 1, forgotten ? now : since, now, Optional.of(later), Optional.empty(), Optional.of(type));
    }

    private static Duration withoutQuota(Optional<Duration> asked) {
        Duration wanted = asked.orElse(WITHOUT_QUOTA);
        return wanted.compareTo(LONGEST_WITHOUT_QUOTA) > 0 ? LONGEST_WITHOUT_QUOTA : wanted;
    }

    /** 30 s, and twice as long each time, but no longer than 5 min; longer than that by the provider's own wish only. */
    private static Duration pause(int openingsBefore, Optional<Duration> asked) {
        Duration grown = FIRST_BREAK.multipliedBy(1L << Math.min(openingsBefore, 10));
        Duration longest = grown.compareTo(LONGEST_BREAK) > 0 ? LONGEST_BREAK : grown;
        Duration wanted = asked.orElse(Duration.ZERO);
        Duration bounded = wanted.compareTo(WITHOUT_QUOTA) > 0 ? WITHOUT_QUOTA : wanted;
        return bounded.compareTo(longest) > 0 ? bounded : longest;
    }

    private BreakerRecord withProbe(Optional<Instant> until) {
        return new BreakerRecord(failures, openings, since, lastFailure, openUntil, until, lastError);
    }
}
