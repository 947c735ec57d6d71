package dev.llmagents.llm;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Asks the same provider again after a failure that may pass, as long as the call's deadline allows. Where the request names
 * another provider, too, it is not asked again while it is gone: while many attempts of whichever call were lost in a row. Use
 * one for a provider.
 */
public final class RetryStep implements LLMStep {
    // How often a call that waits looks whether the provider is gone: seldom enough for thousands of them.
    private static final int LOOKS = 10;

    private final RetryPolicy policy;
    private final RandomGenerator random;
    private final TimeSource time;
    private final Losses losses;

    public RetryStep(RetryPolicy policy, RandomGenerator random, TimeSource time) {
        this.policy = policy;
        this.random = random;
        this.time = time;
        this.losses = new Losses(time.nanos());
    }

    @Override
    public LLMResponse handle(LLMCall call, Next next) {
        LLMCall attempt = call;
        for (int failures = 1; ; failures++) {
            try {
                LLMResponse response = next.proceed(attempt);
                losses.answered();
                return response;
            } catch (LLMException failure) {
                losses.failed(failure.type());
                Optional<Duration> pause = pauseBeforeRetry(failure, failures, call.deadline());
                if (pause.isEmpty() || !isWorthAsking(call, failure, pause.get())) {
                    throw failure;
                }
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

    /** Waits for the pause, but no longer than until the provider is known to be gone, if another can be asked. */
    private boolean isWorthAsking(LLMCall call, LLMException failure, Duration pause) {
        if (!Losses.isSilence(failure.type()) || !hasAnother(call)) {
            sleep(pause, failure);
            return true;
        }
        Duration part = pause.dividedBy(LOOKS).plusNanos(1);
        Duration left = pause;
        while (!losses.isGone()) {
            if (left.isZero()) {
                return true;
            }
            Duration next = left.compareTo(part) < 0 ? left : part;
            sleep(next, failure);
            left = left.minus(next);
        }
        return false;
    }

    private static boolean hasAnother(LLMCall call) {
        List<ModelTarget> targets = call.request().targets();
        return targets.subList(targets.indexOf(call.target()) + 1, targets.size()).stream()
                .anyMatch(later -> !later.provider().equals(call.target().provider()));
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
