package dev.llmagents.llm;

import java.time.Duration;

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
        try {
            LLMResponse response =
                    provider.complete(call.request(), call.target().model(), call.sink(), call.deadline());
            call.attempts().ended(succeeded(call, response, time.since(start)));
            return response;
        } catch (LLMException failure) {
            call.attempts().ended(failed(call, failure, time.since(start)));
            throw failure;
        } catch (RuntimeException | Error unforeseen) {
            // A provider must not throw anything else, but an attempt that may have been billed is never lost.
            LLMException failure = new LLMException.Failed(
                    ErrorType.OUTAGE,
                    provider.id() + " failed in an unforeseen way: "
                            + unforeseen.getClass().getName(),
                    unforeseen);
            call.attempts().ended(failed(call, failure, time.since(start)));
            throw failure;
        }
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
                java.util.Optional.empty());
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
                java.util.Optional.empty(),
                call.waited(),
                java.util.Optional.of(failure));
    }
}
