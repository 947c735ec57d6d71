package dev.llmagents.usage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * A line of the usage log that says that rules answered where a model was to. It is no attempt and costs nothing.
 *
 * @param reason why, for people; never text of an input
 * @param errorType the class of the failure; empty if there was an answer that was of no use
 */
public record RulesRecord(
        Instant timestamp,
        String runId,
        String tenant,
        String agent,
        String reason,
        Optional<String> errorType,
        UsageRecord.Who who) {
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** The line without its end. */
    public String toJsonLine() {
        ObjectNode line = Json.object();
        line.put("v", 1);
        line.put("ts", MILLIS.format(timestamp));
        line.put("runId", runId);
        line.put("step", agent);
        line.put("attempt", 0);
        line.put("cause", "rules");
        line.put("tenant", tenant);
        line.put("team", agent.substring(0, Math.max(0, agent.indexOf('.'))));
        line.put("agent", agent);
        for (String count : new String[] {
            "promptTokens",
            "cachedPromptTokens",
            "cacheWriteTokens",
            "reasoningTokens",
            "completionTokens",
            "costUsd",
            "savedUsd",
            "latencyMs"
        }) {
            line.put(count, 0);
        }
        line.put("cached", false);
        line.put("status", "ok");
        line.put("errorType", errorType.orElse(null));
        line.put("reason", reason);
        line.put("user", who.user());
        line.put("consent", who.consent());
        return Json.write(line);
    }
}
