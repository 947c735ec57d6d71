package dev.llmagents.record;

import dev.llmagents.llm.AtRest;
import dev.llmagents.llm.Attempt;
import dev.llmagents.llm.AttemptListener;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMCall;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.LLMStep;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.llm.TokenUsage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes down every call the moment it ends, and serves those that had ended before the run was resumed: answers again as
 * answers, told of as kept ones, and failures as the same failures, without an attempt.
 *
 * <p>Stands behind masking and before the cache: what it writes holds no personal data, and it works with the cache off.
 * Safe for use by several threads.
 */
public final class RecordStep implements LLMStep {
    private final KeptCalls earlier;
    private final boolean retryFailed;
    private final CallLog log;
    private final AtRest atRest;
    private final Secrets secrets;
    private final Function<Attempt, Optional<BigDecimal>> price;
    private final TimeSource time;

    /**
     * @param earlier what had ended before
     * @param retryFailed whether calls that had failed are made anew
     * @param price what a billed attempt cost; empty if unknown
     */
    public RecordStep(
            KeptCalls earlier,
            boolean retryFailed,
            CallLog log,
            AtRest atRest,
            Secrets secrets,
            Function<Attempt, Optional<BigDecimal>> price,
            TimeSource time) {
        this.earlier = earlier;
        this.retryFailed = retryFailed;
        this.log = log;
        this.atRest = atRest;
        this.secrets = secrets;
        this.price = price;
        this.time = time;
    }

    @Override
    public LLMResponse handle(LLMCall call, Next next) {
        long start = time.nanos().getAsLong();
        AtRest.Form form = atRest.of(call.request());
        String key = KeptCall.key(call.request(), form.messages());
        Optional<KeptCall> kept = earlier.take(key);
        boolean anew = kept.isPresent() && kept.get().isFailed() && retryFailed;
        if (kept.isPresent() && !anew) {
            return served(call, kept.get(), form, start);
        }
        Bill bill = new Bill(call.attempts());
        try {
            LLMResponse response = next.proceed(call.withAttempts(bill));
            Optional<String> content = secrets.areIn(response.content())
                    ? Optional.empty()
                    : form.hide().apply(response.content());
            if (content.isPresent()) {
                keep(call.request(), key, answered(response, content.get()), bill, start, response.requestId(), anew);
            } else {
                log.leaveOut();
            }
            return response;
        } catch (LLMException failure) {
            // What was called off has not ended: when the run is resumed it is asked.
            if (failure.type() != ErrorType.CANCELLED) {
                KeptCall.Failed failed = new KeptCall.Failed(failure.type(), secrets.scrub(failure.getMessage()));
                keep(call.request(), key, failed, bill, start, "", anew);
            }
            throw failure;
        }
    }

    private LLMResponse served(LLMCall call, KeptCall kept, AtRest.Form form, long start) {
        LLMResponse answer = kept.answer(call.request(), form, true, time.since(start), time.now());
        call.attempts()
                .ended(new Attempt(
                        Attempt.Cause.CACHE,
                        new ModelTarget(answer.provider(), answer.model()),
                        "",
                        answer.model(),
                        answer.requestId(),
                        answer.tokens(),
                        answer.latency(),
                        Optional.empty(),
                        Duration.ZERO,
                        Optional.empty()));
        call.sink().accept(answer.content());
        return answer;
    }

    private KeptCall.Answered answered(LLMResponse response, String content) {
        return new KeptCall.Answered(
                content,
                secrets.scrub(response.model()),
                response.provider(),
                response.tokens(),
                response.finishReason(),
                response.cached());
    }

    private void keep(
            LLMRequest request,
            String key,
            KeptCall.Outcome outcome,
            Bill bill,
            long start,
            String requestId,
            boolean anew) {
        log.add(new KeptCall(
                key,
                request.origin().agent(),
                request.origin().step(),
                request.promptHash(),
                secrets.scrub(request.primaryTarget()),
                outcome,
                Optional.of(bill.measured(time, start, requestId, anew))));
    }

    /** Adds up the attempts of one call on their way to whoever listens. */
    private final class Bill implements AttemptListener {
        private final AttemptListener listener;
        private int attempts;
        private TokenUsage billed = TokenUsage.NONE;
        private Optional<BigDecimal> cost = Optional.of(BigDecimal.ZERO);

        private Bill(AttemptListener listener) {
            this.listener = listener;
        }

        @Override
        public synchronized void ended(Attempt attempt) {
            if (attempt.cause().isBillable()) {
                attempts++;
                billed = billed.plus(attempt.tokens());
                cost = cost.flatMap(sum -> price.apply(attempt).map(sum::add));
            }
            listener.ended(attempt);
        }

        private synchronized KeptCall.Measured measured(TimeSource clock, long start, String requestId, boolean anew) {
            return new KeptCall.Measured(clock.now(), clock.since(start), attempts, billed, cost, requestId, anew);
        }
    }
}
