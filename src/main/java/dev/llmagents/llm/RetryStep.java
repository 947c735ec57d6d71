package dev.llmagents.llm;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Asks the same provider again after a failure that may pass, as long as the call's deadline allows. */
public final class RetryStep implements LLMStep {
    private final RetryPolicy policy;
    private final RandomGenerator random;
    private final TimeSource time;

    public RetryStep(RetryPolicy policy, RandomGenerator random, TimeSource time) {
        this.policy = policy;
        this.random = random;
        this.time = time;
    }

    @Override
    public LLMResponse handle(LLMCall call, Next next) {
        LLMCall attempt = call;
        for (int failures = 1; ; failures++) {
            try {
                return next.proceed(attempt);
            } catch (LLMException failure) {
                Optional<Duration> pause = pauseBeforeRetry(failure, failures, call.deadline());
                if (pause.isEmpty()) {
                    throw failure;
                }
                sleep(pause.get(), failure);
                call.sink().restart();
                attempt = call.retriedAfter(pause.get());
            }
        }
    }

    /** Empty if it is not worth asking again. */
    private Optional<Duration> pauseBeforeRetry(LLMException failure, int failures, Deadline deadline) {
        if (!failure.type().isRetriable() || failures >= policy.maxAttempts()) {
            return Optional.empty();
        }
        // "Retry after 0 seconds" and a date that has passed are no reason to come back without any pause.
        Duration pause = failure.retryAfter()
                .filter(told -> !told.isZero() && !told.isNegative())
                .orElseGet(() -> policy.pauseAfter(failures, random));
        boolean worthWaiting = pause.compareTo(policy.longestPause()) <= 0 && pause.compareTo(deadline.remaining()) < 0;
        return worthWaiting ? Optional.of(pause) : Optional.empty();
    }

    private void sleep(Duration pause, LLMException failure) {
        try {
            time.sleeper().sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            LLMException cancelled =
                    new LLMException.Failed(ErrorType.CANCELLED, "The call was cancelled.", interrupted);
            cancelled.addSuppressed(failure);
            throw cancelled;
        }
    }
}
