package dev.llmagents.llm;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Stops asking a provider that keeps failing, and tries it again with a few probes after a while. */
public final class BreakerStep implements LLMStep {
    private static final int WINDOW = 10;
    private static final int CALLS_BEFORE_A_VERDICT = 5;
    private static final float FAILURE_PERCENT = 50;
    private static final int PROBES = 2;
    private static final Duration OPEN_FOR = Duration.ofSeconds(30);

    private final String provider;
    private final CircuitBreaker breaker;

    public BreakerStep(String provider, TimeSource time) {
        this.provider = provider;
        this.breaker = CircuitBreaker.of(
                provider,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(WINDOW)
                        .minimumNumberOfCalls(CALLS_BEFORE_A_VERDICT)
                        .failureRateThreshold(FAILURE_PERCENT)
                        .permittedNumberOfCallsInHalfOpenState(PROBES)
                        .waitDurationInOpenState(OPEN_FOR)
                        .recordException(BreakerStep::saysSomethingAboutHealth)
                        .ignoreException(failure -> !saysSomethingAboutHealth(failure))
                        // A model that thinks for minutes is slow, not ill.
                        .slowCallDurationThreshold(Duration.ofDays(1))
                        .clock(time.clock())
                        .currentTimestampFunction(clock -> time.nanos().getAsLong(), TimeUnit.NANOSECONDS)
                        .build());
    }

    @Override
    public LLMResponse handle(LLMCall call, Next next) {
        if (!breaker.tryAcquirePermission()) {
            throw new LLMException.Failed(
                    ErrorType.UNAVAILABLE,
                    "The provider " + provider + " has failed repeatedly and is left alone for up to "
                            + OPEN_FOR.toSeconds() + " s.");
        }
        long start = breaker.getCurrentTimestamp();
        try {
            LLMResponse response = next.proceed(call);
            breaker.onSuccess(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit());
            return response;
        } catch (LLMException failure) {
            breaker.onError(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), failure);
            throw failure;
        } catch (RuntimeException | Error unforeseen) {
            // A permission that is never given back would close the half-open breaker for good.
            breaker.releasePermission();
            throw unforeseen;
        }
    }

    private static boolean saysSomethingAboutHealth(Throwable failure) {
        return failure instanceof LLMException known && known.type().countsForBreaker();
    }
}
