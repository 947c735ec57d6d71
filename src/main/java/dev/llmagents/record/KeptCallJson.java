package dev.llmagents.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.FinishReason;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.llm.TokenUsage;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The one line of JSON a kept call is written as. */
final class KeptCallJson {
    private static final int VERSION = 1;
    private static final int KEY_DIGITS = 64;

    private KeptCallJson() {}

    static ObjectNode write(KeptCall call) {
        ObjectNode line = Json.object();
        line.put("v", VERSION);
        line.put("agent", call.agent());
        line.put("step", call.step());
        line.put("key", call.key());
        line.put("prompt", call.promptHash());
        line.put("provider", call.asked().provider());
        line.put("model", call.asked().model());
        call.measured().ifPresent(measured -> measured(line.putObject("measured"), measured));
        if (call.outcome() instanceof KeptCall.Failed failed) {
            line.putObject("error").put("type", failed.type().label()).put("message", failed.message());
        } else {
            answer(line.putObject("answer"), (KeptCall.Answered) call.outcome());
        }
        return line;
    }

    private static void answer(ObjectNode node, KeptCall.Answered answer) {
        node.put("provider", answer.provider());
        node.put("model", answer.model());
        tokens(node.putObject("tokens"), answer.tokens());
        node.put("finish", answer.finish().name().toLowerCase(Locale.ROOT));
        node.put("cached", answer.cached());
        node.put("content", answer.content());
    }

    private static void measured(ObjectNode node, KeptCall.Measured measured) {
        node.put("ended", measured.ended().toString());
        node.put("ms", measured.latency().toMillis());
        node.put("attempts", measured.attempts());
        tokens(node.putObject("billed"), measured.billed());
        node.put("costUsd", measured.costUsd().orElse(null));
        node.put("requestId", measured.requestId());
        node.put("retried", measured.retried());
    }

    private static void tokens(ObjectNode node, TokenUsage tokens) {
        node.put("prompt", tokens.prompt());
        node.put("cachedPrompt", tokens.cachedPrompt());
        node.put("cacheWrite", tokens.cacheWrite());
        node.put("completion", tokens.completion());
        node.put("reasoning", tokens.reasoning());
    }

    /** Empty if {@code line} is no call as this version writes it. */
    static Optional<KeptCall> read(JsonNode line) {
        try {
            String key = line.path("key").asText();
            boolean known = line.path("v").asInt() == VERSION && key.length() == KEY_DIGITS;
            boolean whole = line.path("error").isObject()
                    || line.path("answer").path("content").isTextual();
            if (!known || !whole || !line.path("step").isTextual()) {
                return Optional.empty();
            }
            return Optional.of(new KeptCall(
                    key,
                    line.path("agent").asText(),
                    line.path("step").asText(),
                    line.path("prompt").asText(),
                    new ModelTarget(
                            line.path("provider").asText(), line.path("model").asText()),
                    outcome(line),
                    line.path("measured").isObject()
                            ? Optional.of(measured(line.path("measured")))
                            : Optional.empty()));
        } catch (IllegalArgumentException | DateTimeException noCall) {
            return Optional.empty();
        }
    }

    private static KeptCall.Outcome outcome(JsonNode line) {
        JsonNode error = line.path("error");
        if (error.isObject()) {
            return new KeptCall.Failed(
                    ErrorType.valueOf(error.path("type").asText().toUpperCase(Locale.ROOT)),
                    error.path("message").asText());
        }
        JsonNode answer = line.path("answer");
        return new KeptCall.Answered(
                answer.path("content").asText(),
                answer.path("model").asText(),
                answer.path("provider").asText(),
                tokens(answer.path("tokens")),
                FinishReason.valueOf(answer.path("finish").asText().toUpperCase(Locale.ROOT)),
                answer.path("cached").asBoolean());
    }

    private static KeptCall.Measured measured(JsonNode node) {
        Optional<BigDecimal> cost = node.path("costUsd").isNumber()
                ? Optional.of(node.path("costUsd").decimalValue())
                : Optional.empty();
        return new KeptCall.Measured(
                Instant.parse(node.path("ended").asText()),
                Duration.ofMillis(node.path("ms").asLong()),
                node.path("attempts").asInt(),
                tokens(node.path("billed")),
                cost,
                node.path("requestId").asText(),
                node.path("retried").asBoolean());
    }

    private static TokenUsage tokens(JsonNode node) {
        return new TokenUsage(
                node.path("prompt").asLong(),
                node.path("cachedPrompt").asLong(),
                node.path("cacheWrite").asLong(),
                node.path("completion").asLong(),
                node.path("reasoning").asLong());
    }
}
