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

/** What a chat completion says, whether it came whole or as a stream. */
record ChatAnswer(
        String id,
        String model,
        String content,
        TokenUsage tokens,
        FinishReason finish,
        Optional<Duration> timeToFirstToken) {
    private static final int LONGEST_NAME = 200;

    /** @throws LLMException if {@code body} holds no answer */
    static ChatAnswer of(JsonNode body, LLMRequest request, String model) {
        JsonNode choice = body.path("choices").path(0);
        JsonNode message = choice.path("message");
        String content = message.path("content").asText("");
        TokenUsage tokens = tokens(body.path("usage"), request, content);
        if (!message.isObject()) {
            throw new LLMException.Interrupted(
                    ErrorType.OUTAGE,
                    "OpenAI answered with something that is no chat completion: check OPENAI_BASE_URL.",
                    tokens,
                    null);
        }
        String finishReason = choice.path("finish_reason").asText("");
        requireContent(content, isRefusal(message), finishReason, tokens);
        return new ChatAnswer(
                name(body.path("id").asText(""), ""),
                name(body.path("model").asText(""), model),
                content,
                tokens,
                finish(finishReason),
                Optional.empty());
    }

    /** Whether the model says in so many words that it will not answer; some servers send an empty field always. */
    static boolean isRefusal(JsonNode message) {
        return !message.path("refusal").asText("").isBlank();
    }

    static void requireContent(String content, boolean refused, String finishReason, TokenUsage tokens) {
        if (refused || finishReason.equals("content_filter")) {
            throw new LLMException.Interrupted(
                    ErrorType.REFUSED, "OpenAI declined to answer for reasons of content.", tokens, null);
        }
        if (content.isBlank()) {
            String why = finishReason.equals("length")
                    ? "OpenAI's model used up its limit of tokens before it wrote an answer."
                    : "OpenAI sent an empty answer.";
            throw new LLMException.Interrupted(ErrorType.INVALID_OUTPUT, why, tokens, null);
        }
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

    static FinishReason finish(String reason) {
        return switch (reason) {
            case "stop", "" -> FinishReason.STOP;
            case "length" -> FinishReason.LENGTH;
            default -> FinishReason.OTHER;
        };
    }

    /** The provider's own count; where a server gives none, an estimate on the high side, so that cost is never hidden. */
    static TokenUsage tokens(JsonNode usage, LLMRequest request, String content) {
        if (!usage.isObject()) {
            return new TokenUsage(
                    TokenEstimate.ofChars(request.promptChars()), 0, 0, TokenEstimate.ofChars(content.length()), 0);
        }
        return new TokenUsage(
                count(usage.path("prompt_tokens")),
                count(usage.path("prompt_tokens_details").path("cached_tokens")),
                0,
                count(usage.path("completion_tokens")),
                count(usage.path("completion_tokens_details").path("reasoning_tokens")));
    }

    private static long count(JsonNode number) {
        // Clamped, so that no sum of counts can overflow whatever a server claims.
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
