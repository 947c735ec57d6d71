package dev.llmagents.usage;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.llmagents.json.Json;
import dev.llmagents.llm.Attempt;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.ModelTarget;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One line of the usage log: one attempt.
 *
 * @param timestamp when the attempt ended
 * @param number the attempt's number within its call, from 1
 * @param costUsd empty if the price is unknown
 * @param savedUsd what a cache hit saved; zero otherwise
 * @param priceAsOf the day the price list was last checked
 * @param overhead the program's own time since the attempt before, pauses left out
 * @param who whose machine and consent it was
 */
public record UsageRecord(
        Instant timestamp,
        LLMRequest request,
        int number,
        Attempt attempt,
        Optional<BigDecimal> costUsd,
        BigDecimal savedUsd,
        LocalDate priceAsOf,
        Duration overhead,
        Who who) {
    private static final int VERSION = 1;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /**
     * Facts of the run that every line repeats.
     *
     * @param user the operating system's name of the user
     * @param region where a model runs, as far as known
     * @param consent whether the user allowed unmasked text to be sent
     */
    public record Who(String user, Function<ModelTarget, String> region, boolean consent) {

        /** A run all of whose models are in one place. */
        public Who(String user, String region, boolean consent) {
            this(user, target -> region, consent);
        }
    }

    /** The line without its end. */
    public String toJsonLine() {
        return Json.object(this::write);
    }

    private void write(JsonGenerator out) throws IOException {
        out.writeNumberField("v", VERSION);
        out.writeStringField("ts", MILLIS.format(timestamp));
        out.writeStringField("runId", request.origin().runId());
        out.writeStringField("step", request.origin().step());
        out.writeNumberField("attempt", number);
        out.writeNumberField("promptChars", request.promptChars());
        out.writeStringField("cause", attempt.cause().label());
        out.writeStringField("tenant", request.origin().tenant());
        out.writeStringField("team", request.origin().team());
        out.writeStringField("agent", request.origin().agent());
        out.writeStringField("model", attempt.model());
        out.writeStringField("provider", attempt.target().provider());
        out.writeNumberField("promptTokens", attempt.tokens().prompt());
        out.writeNumberField("cachedPromptTokens", attempt.tokens().cachedPrompt());
        out.writeNumberField("cacheWriteTokens", attempt.tokens().cacheWrite());
        out.writeNumberField("reasoningTokens", attempt.tokens().reasoning());
        out.writeNumberField("completionTokens", attempt.tokens().completion());
        writeOrNull("costUsd", costUsd.map(BigDecimal::stripTrailingZeros), JsonGenerator::writeNumber, out);
        out.writeNumberField("savedUsd", savedUsd.stripTrailingZeros());
        out.writeStringField("priceAsOf", priceAsOf.toString());
        out.writeNumberField("latencyMs", attempt.latency().toMillis());
        out.writeNumberField("overheadMs", Math.round(overhead.toNanos() / NANOS_PER_MILLI * 10) / 10.0);
        writeOrNull("ttftMs", attempt.timeToFirstToken().map(Duration::toMillis), JsonGenerator::writeNumber, out);
        out.writeBooleanField("cached", attempt.cause() == Attempt.Cause.CACHE);
        out.writeStringField("status", status());
        writeOrNull("errorType", attempt.error().map(error -> error.type().label()), JsonGenerator::writeString, out);
        out.writeStringField("requestId", attempt.requestId());
        out.writeStringField("promptHash", request.promptHash());
        out.writeStringField("user", who.user());
        out.writeStringField("host", attempt.host());
        out.writeStringField("region", who.region().apply(attempt.target()));
        out.writeObjectFieldStart("masked");
        for (Map.Entry<String, Integer> kind : attempt.masked().entrySet()) {
            out.writeNumberField(kind.getKey(), kind.getValue());
        }
        out.writeEndObject();
        out.writeBooleanField("consent", who.consent());
    }

    /** How a value is written. */
    private interface Form<T> {
        void write(JsonGenerator out, T value) throws IOException;
    }

    private static <T> void writeOrNull(String name, Optional<T> value, Form<T> form, JsonGenerator out)
            throws IOException {
        out.writeFieldName(name);
        if (value.isPresent()) {
            form.write(out, value.get());
        } else {
            out.writeNull();
        }
    }

    private String status() {
        if (attempt.error().isEmpty()) {
            return "ok";
        }
        LLMException error = attempt.error().get();
        return error.type() == ErrorType.CANCELLED ? "cancelled" : "error";
    }
}
