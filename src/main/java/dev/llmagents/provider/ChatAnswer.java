package dev.llmagents.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.FinishReason;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.TokenUsage;
import java.util.Optional;

/** Reads a chat completion that came whole. */
final class ChatAnswer {
    private ChatAnswer() {}

    /** @throws LLMException if {@code body} holds no answer */
    static Answer of(JsonNode body, LLMRequest request, String model) {
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
        requireContent(isRefusal(message), finishReason, tokens);
        return new Answer(
                        Answer.name(body.path("id").asText(""), ""),
                        Answer.name(body.path("model").asText(""), model),
                        content,
                        tokens,
                        finish(finishReason),
                        Optional.empty())
                .orFailIfEmpty(OpenAiProvider.NAME);
    }

    /** Whether the model says in so many words that it will not answer; some servers send an empty field always. */
    static boolean isRefusal(JsonNode message) {
        return !message.path("refusal").asText("").isBlank();
    }

    static void requireContent(boolean refused, String finishReason, TokenUsage tokens) {
        if (refused || finishReason.equals("content_filter")) {
            throw Answer.refused(OpenAiProvider.NAME, tokens);
        }
    }

    static FinishReason finish(String reason) {
        return switch (reason) {
            case "stop", "" -> FinishReason.STOP;
            case "length" -> FinishReason.LENGTH;
            default -> FinishReason.OTHER;
        };
    }

    /** The provider's own count; where a server gives none, an estimate. */
    static TokenUsage tokens(JsonNode usage, LLMRequest request, String content) {
        if (!usage.isObject()) {
            return Answer.estimate(request, content);
        }
        TokenUsage told = new TokenUsage(
                Answer.count(usage.path("prompt_tokens")),
                Answer.count(usage.path("prompt_tokens_details").path("cached_tokens")),
                0,
                Answer.count(usage.path("completion_tokens")),
                Answer.count(usage.path("completion_tokens_details").path("reasoning_tokens")));
        return Answer.counted(told, request, content);
    }
}
