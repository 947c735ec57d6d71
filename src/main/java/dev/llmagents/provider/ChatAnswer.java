package dev.llmagents.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.FinishReason;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.TokenEstimate;
import dev.llmagents.llm.TokenUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a chat completion says, whether it came whole or as a stream. */
record ChatAnswer(
        String id,
        String model,
        String content,
        TokenUsage tokens,
        FinishReason finish,
        Optional<Duration> timeToFirstToken) {

    static ChatAnswer of(JsonNode body, LLMRequest request, String model) {
        JsonNode choice = body.path("choices").path(0);
        JsonNode message = choice.path("message");
        String content = message.path("content").asText("");
        TokenUsage tokens = tokens(body.path("usage"), request, content);
        requireContent(
                content,
                message.hasNonNull("refusal"),
                choice.path("finish_reason").asText(""),
                tokens);
        return new ChatAnswer(
                body.path("id").asText(""),
                body.path("model").asText(model),
                content,
                tokens,
                finish(choice.path("finish_reason").asText("")),
                Optional.empty());
    }

    static void requireContent(String content, boolean refused, String finishReason, TokenUsage tokens) {
        if (refused || finishReason.equals("content_filter")) {
            throw new LLMException.Interrupted(
                    ErrorType.REFUSED, "OpenAI declined to answer for reasons of content.", tokens, null);
        }
        if (content.isBlank()) {
            throw new LLMException.Interrupted(ErrorType.INVALID_OUTPUT, "OpenAI sent an empty answer.", tokens, null);
        }
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
        return Math.max(0, number.asLong(0));
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
