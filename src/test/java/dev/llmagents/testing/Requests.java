package dev.llmagents.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import dev.llmagents.llm.AnswerCheck;
import dev.llmagents.llm.AnswerFormat;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.Message;
import dev.llmagents.llm.ModelTarget;
import java.time.Duration;
import java.util.List;

/** Requests for tests: a sensible one, and the same with one thing changed. */
public record Requests(
        LLMRequest.Origin origin,
        List<ModelTarget> targets,
        List<Message> messages,
        LLMRequest.Parameters parameters,
        String promptHash,
        AnswerCheck check,
        LLMRequest.CachePolicy cache,
        Duration timeout) {
    public static final ModelTarget OPENAI = new ModelTarget("openai", "gpt-4o-mini");
    public static final LLMRequest.CachePolicy KEPT = new LLMRequest.CachePolicy(true, true, Duration.ofHours(1));

    public static Requests request() {
        return new Requests(
                new LLMRequest.Origin("acme", "meetmind", "meetmind.qa", "run-1", "meetmind.qa"),
                List.of(OPENAI),
                List.of(new Message(Message.Role.SYSTEM, "You check minutes."), Message.user("What was decided?")),
                new LLMRequest.Parameters(0.2, 500, AnswerFormat.TEXT),
                "hash-1",
                AnswerCheck.ANY,
                LLMRequest.CachePolicy.OFF,
                Duration.ofSeconds(60));
    }

    public LLMRequest build() {
        return new LLMRequest(origin, targets, messages, parameters, promptHash, check, cache, timeout);
    }

    public Requests withOrigin(LLMRequest.Origin other) {
        return new Requests(other, targets, messages, parameters, promptHash, check, cache, timeout);
    }

    public Requests withTenant(String tenant) {
        return withOrigin(new LLMRequest.Origin(tenant, origin.team(), origin.agent(), origin.runId(), origin.step()));
    }

    public Requests withTargets(ModelTarget... other) {
        return new Requests(origin, List.of(other), messages, parameters, promptHash, check, cache, timeout);
    }

    public Requests withMessages(Message... other) {
        return new Requests(origin, targets, List.of(other), parameters, promptHash, check, cache, timeout);
    }

    public Requests withParameters(double temperature, int maxTokens, AnswerFormat format) {
        LLMRequest.Parameters other = new LLMRequest.Parameters(temperature, maxTokens, format);
        return new Requests(origin, targets, messages, other, promptHash, check, cache, timeout);
    }

    public Requests withPromptHash(String other) {
        return new Requests(origin, targets, messages, parameters, other, check, cache, timeout);
    }

    public Requests withCheck(AnswerCheck other) {
        return new Requests(origin, targets, messages, parameters, promptHash, other, cache, timeout);
    }

    public Requests withCache(LLMRequest.CachePolicy other) {
        return new Requests(origin, targets, messages, parameters, promptHash, check, other, timeout);
    }

    public Requests withTimeout(Duration other) {
        return new Requests(origin, targets, messages, parameters, promptHash, check, cache, other);
    }

    /** A tree from JSON text that is known to be right. */
    public static JsonNode json(String text) {
        try {
            return Json.parse(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
