package dev.llmagents.llm;

import java.time.Duration;

/**
 * A request on its way through the steps.
 *
 * @param sink where the answer goes while it is written
 * @param deadline when the call has to be over
 * @param attempts is told of each attempt
 * @param target the model to ask; the first of the request's until a step chooses another
 * @param cause why the next attempt would be made
 * @param waited pause before the next attempt
 */
public record LLMCall(
        LLMRequest request,
        TokenSink sink,
        Deadline deadline,
        AttemptListener attempts,
        ModelTarget target,
        Attempt.Cause cause,
        Duration waited) {

    public LLMCall withRequest(LLMRequest newRequest) {
        return new LLMCall(newRequest, sink, deadline, attempts, target, cause, waited);
    }

    public LLMCall withAttempts(AttemptListener listener) {
        return new LLMCall(request, sink, deadline, listener, target, cause, waited);
    }

    public LLMCall withSink(TokenSink newSink) {
        return new LLMCall(request, newSink, deadline, attempts, target, cause, waited);
    }

    /** The call as it goes to another model after the one before has failed. */
    public LLMCall fallingBackTo(ModelTarget newTarget) {
        return new LLMCall(request, sink, deadline, attempts, newTarget, Attempt.Cause.FALLBACK, Duration.ZERO);
    }

    /** The call as it goes to the same model once more. */
    public LLMCall retriedAfter(Duration pause) {
        return new LLMCall(request, sink, deadline, attempts, target, Attempt.Cause.RETRY, pause);
    }
}
