package dev.llmagents.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import dev.llmagents.llm.FinishReason;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.TokenUsage;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Reads what Converse says, whole. */
final class BedrockAnswer {
    private static final Set<String> REFUSALS = Set.of("guardrail_intervened", "content_filtered", "refusal");

    private BedrockAnswer() {}

    /**
     * Empty if {@code body} is none.
     *
     * @throws dev.llmagents.llm.LLMException if it was refused or says nothing
     */
    static Optional<Answer> of(JsonNode body, LLMRequest request, String model) {
        JsonNode message = body.path("output").path("message");
        if (!message.isObject()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        Optional<String> toolInput = Optional.empty();
        for (JsonNode block : message.path("content")) {
            text.append(block.path("text").asText(""));
            JsonNode input = block.path("toolUse").path("input");
            if (!input.isMissingNode() && toolInput.isEmpty()) {
                toolInput = Optional.of(Json.write(input));
            }
        }
        String content = BedrockRequest.usesTool(request, model) ? toolInput.orElse(text.toString()) : text.toString();
        TokenUsage tokens = tokens(body.path("usage"), request, content);
        return Optional.of(finished(content, body.path("stopReason").asText(""), model, tokens, Optional.empty()));
    }

    static Answer finished(
            String content, String stopReason, String model, TokenUsage tokens, Optional<Duration> timeToFirstToken) {
        if (REFUSALS.contains(stopReason)) {
            throw Answer.refused(BedrockProvider.NAME, tokens);
        }
        return new Answer("", model, content, tokens, finish(stopReason), timeToFirstToken)
                .orFailIfEmpty(BedrockProvider.NAME);
    }

    private static FinishReason finish(String reason) {
        return switch (reason) {
            case "end_turn", "tool_use", "stop_sequence", "" -> FinishReason.STOP;
            case "max_tokens", "model_context_window_exceeded" -> FinishReason.LENGTH;
            default -> FinishReason.OTHER;
        };
    }

    /** Bedrock counts the prompt without what it read from its cache or wrote there; here these are parts of the prompt. */
    static TokenUsage tokens(JsonNode usage, LLMRequest request, String content) {
        if (!usage.isObject()) {
            return Answer.estimate(request, content);
        }
        long read = Answer.count(usage.path("cacheReadInputTokens"));
        long written = Answer.count(usage.path("cacheWriteInputTokens"));
        TokenUsage told = new TokenUsage(
                Answer.count(usage.path("inputTokens")) + read + written,
                read,
                written,
                Answer.count(usage.path("outputTokens")),
                0);
        return Answer.counted(told, request, content);
    }
}
