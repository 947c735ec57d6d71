package dev.llmagents.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.llm.FinishReason;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.TokenUsage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An answer as it is kept.
 *
 * @param tokens what the original attempt used; they tell what a hit saves
 */
public record CachedAnswer(String requestId, String content, String model, String provider, TokenUsage tokens) {

    static CachedAnswer of(LLMResponse response) {
        return new CachedAnswer(
                response.requestId(), response.content(), response.model(), response.provider(), response.tokens());
    }

    /** The same answer in other words. */
    CachedAnswer withContent(String other) {
        return new CachedAnswer(requestId, other, model, provider, tokens);
    }

    LLMResponse toResponse(LLMRequest request, Duration latency, Instant now) {
        return new LLMResponse(
                requestId,
                request.origin().agent(),
                content,
                model,
                provider,
                tokens,
                Optional.empty(),
                latency,
                Optional.empty(),
                true,
                FinishReason.STOP,
                now);
    }

    byte[] toBytes() {
        ObjectNode node = Json.object();
        node.put("requestId", requestId);
        node.put("content", content);
        node.put("model", model);
        node.put("provider", provider);
        node.put("promptTokens", tokens.prompt());
        node.put("cachedPromptTokens", tokens.cachedPrompt());
        node.put("cacheWriteTokens", tokens.cacheWrite());
        node.put("completionTokens", tokens.completion());
        node.put("reasoningTokens", tokens.reasoning());
        return Json.write(node).getBytes(StandardCharsets.UTF_8);
    }

    /** Empty if the bytes are no answer: another version of the program may have written them. */
    static Optional<CachedAnswer> fromBytes(byte[] bytes) {
        try {
            JsonNode node = Json.parse(new String(bytes, StandardCharsets.UTF_8));
            if (!node.path("content").isTextual()) {
                return Optional.empty();
            }
            TokenUsage tokens = new TokenUsage(
                    node.path("promptTokens").asLong(),
                    node.path("cachedPromptTokens").asLong(),
                    node.path("cacheWriteTokens").asLong(),
                    node.path("completionTokens").asLong(),
                    node.path("reasoningTokens").asLong());
            return Optional.of(new CachedAnswer(
                    node.path("requestId").asText(),
                    node.path("content").asText(),
                    node.path("model").asText(),
                    node.path("provider").asText(),
                    tokens));
        } catch (JsonProcessingException | IllegalArgumentException notAnAnswer) {
            return Optional.empty();
        }
    }
}
