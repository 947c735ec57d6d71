package dev.llmagents.llm;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Stops asking a provider that keeps failing, and tries it again with one call at a time after a while.
 *
 * <p>Two things open it: half of the last calls of this process failed (the library's sliding window says so), or calls of
 * whichever process failed in a row. That it is open, and until when, stands in a {@link BreakerMemory}, which processes
 * may share.
 */
public final class BreakerStep implements LLMStep {
    private static final int WINDOW = 10;
    private static final int CALLS_BEFORE_A_VERDICT = 5;
    private static final float FAILURE_PERCENT = 50;
    // A probe that is heard of no longer was killed.
    private static final Duration PROBE_SLACK = Duration.ofSeconds(5);

    private final String provider;
    private final String key;
    private final BreakerMemory memory;
    private final TimeSource time;
    private final CircuitBreaker window;

    /** A breaker that remembers for as long as it lives. */
    public BreakerStep(String provider, TimeSource time) {
        this(provider, "", BreakerMemory.ofProcess(), time);
    }

    /** @param host the endpoint: the same provider elsewhere has a health of its own; empty if there is only one */
    public BreakerStep(String provider, String host, BreakerMemory memory, TimeSource time) {
        this.provider = provider;
        this.key = key(provider, host);
        this.memory = memory;
        this.time = time;
        this.window = CircuitBreaker.of(
                provider,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(WINDOW)
                        .minimumNumberOfCalls(CALLS_BEFORE_A_VERDICT)
                        .failureRateThreshold(FAILURE_PERCENT)
                        // A model that thinks for minutes is slow, not ill.
                        .slowCallDurationThreshold(Duration.ofDays(1))
                        .clock(time.clock())
                        .currentTimestampFunction(clock -> time.nanos().getAsLong(), TimeUnit.NANOSECONDS)
                        .build());
    }

    /** The name under which a provider at an endpoint is remembered. */
    public static String key(String provider, String host) {
        return host.isEmpty() ? provider : provider + "@" + host;
    }

    @Override
    public LLMResponse handle(LLMCall call, Next next) {
        boolean probe = admit(call.deadline().remaining().plus(PROBE_SLACK));
        try {
            LLMResponse response = next.proceed(call);
            wentWell(probe);
            return response;
        } catch (LLMException failure) {
            if (failure.type().countsForBreaker()) {
                wentWrong(failure, probe);
            } else {
                saidNothing(probe);
            }
            throw failure;
        } catch (RuntimeException | Error unforeseen) {
            saidNothing(probe);
            throw unforeseen;
        }
    }

    /** Whether the call is the one that tries; refuses it if it may not be made at all. */
    private boolean admit(Duration lease) {
        Instant now = time.now();
        BreakerRecord known = memory.find(key);
        if (known.mayProbe(now, lease)) {
            known = memory.change(key, before -> before.probing(now, lease));
            if (known.mayProbe(now, lease)) {
                return true;
            }
        }
        if (known.state(now) == BreakerRecord.State.CLOSED) {
            return false;
        }
        throw new LLMException.Failed(ErrorType.UNAVAILABLE, refusal(known, now));
    }

    private String refusal(BreakerRecord known, Instant now) {
        boolean noQuota = known.lastError().equals(Optional.of(ErrorType.QUOTA_EXHAUSTED));
        String why = noQuota ? " has no quota left" : " has failed repeatedly";
        String until = known.openUntil()
                .filter(end -> end.isAfter(now))
                .map(end -> " and is left alone for up to " + words(Duration.between(now, end)))
                .orElse(" and is being tried by another call");
        return "The provider " + provider + why + until + (noQuota ? ": check its billing page." : ".");
    }

    private static String words(Duration pause) {
        long seconds = (pause.toMillis() + 999) / 1000;
        return seconds <= 120 ? seconds + " s" : (seconds + 59) / 60 + " min";
    }

    private void wentWell(boolean probe) {
        if (probe) {
            window.reset();
            memory.change(key, before -> BreakerRecord.HEALTHY);
            return;
        }
        window.onSuccess(0, TimeUnit.NANOSECONDS);
        // Most of the time nothing is known, and so nothing has to be written.
        if (memory.find(key).failures() > 0) {
            memory.change(key, before -> before.answered(time.now()));
        }
    }

    private void wentWrong(LLMException failure, boolean probe) {
        if (!probe) {
            window.onError(0, TimeUnit.NANOSECONDS, failure);
        }
        boolean verdict = window.getState() != CircuitBreaker.State.CLOSED;
        if (verdict) {
            // How long it stays open is the memory's to say.
            window.reset();
        }
        memory.change(key, before -> before.failed(failure.type(), failure.retryAfter(), verdict, probe, time.now()));
    }

    private void saidNothing(boolean probe) {
        if (probe) {
            memory.change(key, BreakerRecord::probeGivenBack);
        }
    }
}
