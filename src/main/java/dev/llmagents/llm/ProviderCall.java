package dev.llmagents.llm;

import java.time.Duration;
import java.util.Optional;

/** The end of a pipeline: one attempt at one provider, reported the moment it ends, whatever came of it. */
public final class ProviderCall implements LLMStep.Next {
    private final LLMProvider provider;
    private final TimeSource time;

    public ProviderCall(LLMProvider provider, TimeSource time) {
        this.provider = provider;
        this.time = time;
    }

    @Override
    public LLMResponse proceed(LLMCall call) {
        long start = time.nanos().getAsLong();
        LLMResponse response;
        try {
            response = provider.complete(call.request(), call.target().model(), call.sink(), call.deadline());
        } catch (LLMException failure) {
            call.attempts().ended(failed(call, failure, time.since(start)));
            throw failure;
        } catch (RuntimeException | Error unforeseen) {
            // A provider must not throw anything else, but an attempt that may have been billed is never lost.
            LLMException failure = new LLMException.Failed(
                    ErrorType.INTERNAL,
                    "The provider " + provider.id() + " failed in an unforeseen way ("
                            + unforeseen.getClass().getSimpleName() + "): please report it.",
                    unforeseen);
            call.attempts().ended(failed(call, failure, time.since(start)));
            throw failure;
        }
        // Outside the try: an attempt that succeeded must not be told of again as one that failed.
        call.attempts().ended(succeeded(call, response, time.since(start)));
        return response;
    }

    private Attempt succeeded(LLMCall call, LLMResponse response, Duration latency) {
        return new Attempt(
                call.cause(),
                call.target(),
                provider.host(),
                response.model(),
                response.requestId(),
                response.tokens(),
                latency,
                response.timeToFirstToken(),
                call.waited(),
                Optional.empty());
    }

    private Attempt failed(LLMCall call, LLMException failure, Duration latency) {
        return new Attempt(
                call.cause(),
                call.target(),
                provider.host(),
                call.target().model(),
                "",
                failure.tokens(),
                latency,
                Optional.empty(),
                call.waited(),
                Optional.of(failure));
    }
}
