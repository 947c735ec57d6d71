package dev.llmagents.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import dev.llmagents.llm.FinishReason;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.TokenUsage;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Gathers what the objects of one generated content say: one for a whole answer, many for a stream. Use once. */
final class GeminiAnswer {
    /** Reasons that mean the model, or Google, would not say it. */
    private static final Set<String> REFUSALS = Set.of(
            "SAFETY",
            "RECITATION",
            "BLOCKLIST",
            "PROHIBITED_CONTENT",
            "SPII",
            "LANGUAGE",
            "IMAGE_SAFETY",
            "MODEL_ARMOR");

    private final LLMRequest request;
    private final StringBuilder content = new StringBuilder();
    private String id = "";
    private String model;
    private String finishReason = "";
    private boolean blocked;
    private boolean anything;
    private JsonNode usage = Json.object().path("none");

    GeminiAnswer(LLMRequest request, String model) {
        this.request = request;
        this.model = model;
    }

    /** Takes one object and returns the text that it adds; thoughts are no part of the answer. */
    String take(JsonNode part) {
        id = Answer.name(part.path("responseId").asText(""), id);
        model = Answer.name(part.path("modelVersion").asText(""), model);
        if (part.path("usageMetadata").isObject()) {
            usage = part.get("usageMetadata");
        }
        blocked |= part.path("promptFeedback").hasNonNull("blockReason");
        JsonNode candidate = part.path("candidates").path(0);
        anything |= candidate.isObject() || blocked;
        finishReason = candidate.path("finishReason").asText(finishReason);
        StringBuilder added = new StringBuilder();
        for (JsonNode piece : candidate.path("content").path("parts")) {
            if (!piece.path("thought").asBoolean(false)) {
                added.append(piece.path("text").asText(""));
            }
        }
        content.append(added);
        return added.toString();
    }

    /** Whether there was an answer at all, be it a refusal. */
    boolean isOne() {
        return anything;
    }

    /** Whether the model, or Google, has said why there is no more to come. */
    boolean isFinished() {
        return blocked || !finishReason.isEmpty();
    }

    /** @throws dev.llmagents.llm.LLMException if it was refused or is empty */
    Answer finished(Optional<Duration> timeToFirstToken) {
        TokenUsage tokens = tokens(content.toString());
        if (blocked || REFUSALS.contains(finishReason)) {
            throw Answer.refused(GeminiProvider.NAME, tokens);
        }
        return new Answer(id, model, content.toString(), tokens, finish(), timeToFirstToken)
                .orFailIfEmpty(GeminiProvider.NAME);
    }

    private FinishReason finish() {
        return switch (finishReason) {
            case "STOP", "" -> FinishReason.STOP;
            case "MAX_TOKENS" -> FinishReason.LENGTH;
            default -> FinishReason.OTHER;
        };
    }

    /**
     * Google's own count; where there is none, an estimate of {@code text}. Thoughts are counted beside the candidates and
     * billed like them; a part of the count that is nought is left out on the wire.
     */
    TokenUsage tokens(String text) {
        if (!usage.isObject()) {
            return Answer.estimate(request, text);
        }
        long thoughts = Answer.count(usage.path("thoughtsTokenCount"));
        // The first objects of a stream tell the prompt's tokens only: the answer's are estimated then, its thoughts
        // apart.
        TokenUsage told = Answer.counted(
                new TokenUsage(
                        Answer.count(usage.path("promptTokenCount")),
                        Answer.count(usage.path("cachedContentTokenCount")),
                        0,
                        Answer.count(usage.path("candidatesTokenCount")),
                        0),
                request,
                text);
        return new TokenUsage(told.prompt(), told.cachedPrompt(), 0, told.completion() + thoughts, thoughts);
    }
}
