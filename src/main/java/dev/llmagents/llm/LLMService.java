package dev.llmagents.llm;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * The one way to a model, for every agent of every team.
 *
 * <p>A call passes a list of steps, outermost first, and ends at a provider. Safe for use by several threads.
 */
public final class LLMService {
    private final LLMStep.Next pipeline;
    private final Supplier<LLMUsageStats> usage;
    private final TimeSource time;

    /**
     * @param steps what a call passes on its way, outermost first
     * @param last what finally answers, normally a {@link FailoverStep}
     * @param usage counts what was used so far
     */
    public LLMService(List<LLMStep> steps, LLMStep.Next last, Supplier<LLMUsageStats> usage, TimeSource time) {
        this.pipeline = LLMStep.chain(steps, last);
        this.usage = usage;
        this.time = time;
    }

    /**
     * Generates a completion and returns it whole.
     *
     * @throws LLMException if no provider answered in time
     */
    public LLMResponse complete(LLMRequest request) {
        return stream(request, TokenSink.NONE);
    }

    /**
     * Generates a completion, hands it to {@code sink} while it is written, and returns it whole.
     *
     * @throws LLMException if no provider answered in time
     */
    public LLMResponse stream(LLMRequest request, TokenSink sink) {
        return stream(request, sink, AttemptListener.NONE);
    }

    /**
     * Generates a completion as {@link #stream(LLMRequest, TokenSink)} does.
     *
     * @param attempts hears of each attempt the moment it ends, once it is accounted for
     * @throws LLMException if no provider answered in time
     */
    public LLMResponse stream(LLMRequest request, TokenSink sink, AttemptListener attempts) {
        LLMCall call = new LLMCall(
                request,
                sink,
                time.deadlineIn(request.timeout()),
                attempts,
                request.primaryTarget(),
                Attempt.Cause.INITIAL,
                Duration.ZERO);
        return pipeline.proceed(call);
    }

    /** What the calls of this service came to so far. */
    public LLMUsageStats usageStats() {
        return usage.get();
    }
}
