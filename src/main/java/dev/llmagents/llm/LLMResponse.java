package dev.llmagents.llm;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A model's answer.
 *
 * @param requestId the provider's id of the call, or one of ours where it gave none
 * @param agent who asked
 * @param content the answer
 * @param model the model that answered, as the provider names it
 * @param provider the provider that answered
 * @param tokens what the answering attempt used
 * @param costUsd what the whole call cost, failed attempts included; empty if a price is unknown; zero for a cache hit
 * @param latency from the call to the whole answer
 * @param timeToFirstToken measured on streams only
 * @param cached whether the answer came out of the cache
 * @param timestamp when the answer was complete
 */
public record LLMResponse(
        String requestId,
        String agent,
        String content,
        String model,
        String provider,
        TokenUsage tokens,
        Optional<BigDecimal> costUsd,
        Duration latency,
        Optional<Duration> timeToFirstToken,
        boolean cached,
        FinishReason finishReason,
        Instant timestamp) {

    /** The same answer in other words. */
    public LLMResponse withContent(String newContent) {
        return new LLMResponse(
                requestId,
                agent,
                newContent,
                model,
                provider,
                tokens,
                costUsd,
                latency,
                timeToFirstToken,
                cached,
                finishReason,
                timestamp);
    }

    /** The same answer with what the whole call cost and took. */
    public LLMResponse settled(Optional<BigDecimal> cost, Duration wholeLatency) {
        return new LLMResponse(
                requestId,
                agent,
                content,
                model,
                provider,
                tokens,
                cost,
                wholeLatency,
                timeToFirstToken,
                cached,
                finishReason,
                timestamp);
    }
}
