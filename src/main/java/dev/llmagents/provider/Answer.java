package dev.llmagents.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.FinishReason;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.TokenEstimate;
import dev.llmagents.llm.TokenSink;
import dev.llmagents.llm.TokenUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a model said, whatever language its provider speaks on the wire.
 *
 * @param id the provider's id of the call; empty if it gave none
 * @param model the model that answered, as the provider names it
 * @param timeToFirstToken measured on streams only
 */
record Answer(
        String id,
        String model,
        String content,
        TokenUsage tokens,
        FinishReason finish,
        Optional<Duration> timeToFirstToken) {
    private static final int LONGEST_NAME = 200;

    /**
     * This answer, if it is one.
     *
     * @throws LLMException of type invalid output if it is empty; it was billed all the same
     */
    Answer orFailIfEmpty(String providerName) {
        if (content.isBlank()) {
            String why = finish == FinishReason.LENGTH
                    ? providerName + "'s model used up its limit of tokens before it wrote an answer."
                    : providerName + " sent an empty answer.";
            throw new LLMException.Interrupted(ErrorType.INVALID_OUTPUT, why, tokens, null);
        }
        return this;
    }

    static LLMException refused(String providerName, TokenUsage tokens) {
        return new LLMException.Interrupted(
                ErrorType.REFUSED, providerName + " declined to answer for reasons of content.", tokens, null);
    }

    /**
     * Hands a piece of the answer to the one who reads along.
     *
     * @throws LLMException of type cancelled if the reader fails: its fault, so nothing is asked again, but it is billed
     */
    static void hand(String piece, TokenSink sink, Supplier<TokenUsage> tokens) {
        try {
            sink.accept(piece);
        } catch (RuntimeException failure) {
            throw new LLMException.Interrupted(
                    ErrorType.CANCELLED, "The reader of the answer failed.", tokens.get(), failure);
        }
    }

    /** {@code told} if it looks like a name or an id; a server may write anything there, and it is shown and logged. */
    static String name(String told, String otherwise) {
        boolean usable = told != null
                && !told.isBlank()
                && told.length() <= LONGEST_NAME
                && told.chars().allMatch(c -> c >= ' ' && c < 0x7f);
        return usable ? told : otherwise;
    }

    /** Tokens of a server that does not count them: on the high side, so that cost is never hidden. */
    static TokenUsage estimate(LLMRequest request, String content) {
        return new TokenUsage(
                TokenEstimate.ofChars(request.promptChars()), 0, 0, TokenEstimate.ofChars(content.length()), 0);
    }

    /**
     * What a server counted. Some send the fields and count nothing: no question has no tokens, so a zero there is no count,
     * nor is one for an answer that says something, and an estimate takes its place.
     */
    static TokenUsage counted(TokenUsage told, LLMRequest request, String content) {
        TokenUsage estimate = estimate(request, content);
        return new TokenUsage(
                told.prompt() == 0 ? estimate.prompt() : told.prompt(),
                told.cachedPrompt(),
                told.cacheWrite(),
                told.completion() == 0 ? estimate.completion() : told.completion(),
                told.reasoning());
    }

    /** A count of tokens, clamped so that no sum of counts can overflow whatever a server claims. */
    static long count(JsonNode number) {
        return Math.max(0, Math.min(Integer.MAX_VALUE, number.asLong(0)));
    }

    LLMResponse toResponse(String requestId, LLMRequest request, String provider, Duration latency, Instant now) {
        return new LLMResponse(
                requestId,
                request.origin().agent(),
                content,
                model,
                provider,
                tokens,
                Optional.empty(),
                latency,
                timeToFirstToken,
                false,
                finish,
                now);
    }
}
