package dev.llmagents.usage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.llm.Attempt;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.ModelTarget;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
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
        ObjectNode line = Json.object();
        line.put("v", VERSION);
        line.put("ts", MILLIS.format(timestamp));
        line.put("runId", request.origin().runId());
        line.put("step", request.origin().step());
        line.put("attempt", number);
        line.put("promptChars", request.promptChars());
        line.put("cause", attempt.cause().label());
        line.put("tenant", request.origin().tenant());
        line.put("team", request.origin().team());
        line.put("agent", request.origin().agent());
        line.put("model", attempt.model());
        line.put("provider", attempt.target().provider());
        line.put("promptTokens", attempt.tokens().prompt());
        line.put("cachedPromptTokens", attempt.tokens().cachedPrompt());
        line.put("cacheWriteTokens", attempt.tokens().cacheWrite());
        line.put("reasoningTokens", attempt.tokens().reasoning());
        line.put("completionTokens", attempt.tokens().completion());
        line.put("costUsd", costUsd.map(BigDecimal::stripTrailingZeros).orElse(null));
        line.put("savedUsd", savedUsd.stripTrailingZeros());
        line.put("priceAsOf", priceAsOf.toString());
        line.put("latencyMs", attempt.latency().toMillis());
        line.put("overheadMs", Math.round(overhead.toNanos() / NANOS_PER_MILLI * 10) / 10.0);
        line.put("ttftMs", attempt.timeToFirstToken().map(Duration::toMillis).orElse(null));
        line.put("cached", attempt.cause() == Attempt.Cause.CACHE);
        line.put("status", status());
        line.put("errorType", attempt.error().map(error -> error.type().label()).orElse(null));
        line.put("requestId", attempt.requestId());
        line.put("promptHash", request.promptHash());
        line.put("user", who.user());
        line.put("host", attempt.host());
        line.put("region", who.region().apply(attempt.target()));
        ObjectNode masked = line.putObject("masked");
        attempt.masked().forEach(masked::put);
        line.put("consent", who.consent());
        return Json.write(line);
    }

    private String status() {
        if (attempt.error().isEmpty()) {
            return "ok";
        }
        LLMException error = attempt.error().get();
        return error.type() == ErrorType.CANCELLED ? "cancelled" : "error";
    }
}
