package dev.llmagents.report.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A figure of an earlier load test and of this one.
 *
 * @param figure its name and unit, for people
 */
record LoadChange(String provider, String figure, double before, double after) {
    private static final Map<String, String> FIGURES = new java.util.TreeMap<>(Map.of(
            "/latencyMs/response/p50", "response p50, ms",
            "/latencyMs/response/p95", "response p95, ms",
            "/latencyMs/response/p99", "response p99, ms",
            "/latencyMs/overhead/p50", "overhead p50, ms",
            "/latencyMs/cacheHit/p50", "cache hit p50, ms",
            "/sending/answeredPerSecond", "answered per second",
            "/requests/errorRate", "error rate",
            "/cost/usdPerThousand", "USD per 1,000",
            "/memory/heapPeakBytes", "heap peak, bytes"));

    /** What both tests have, by provider. */
    static List<LoadChange> between(JsonNode before, JsonNode after) {
        List<LoadChange> changes = new ArrayList<>();
        for (JsonNode now : after.path("results")) {
            for (JsonNode then : before.path("results")) {
                if (then.path("provider").asText().equals(now.path("provider").asText())) {
                    FIGURES.forEach((path, name) -> {
                        if (then.at(path).isNumber() && now.at(path).isNumber()) {
                            changes.add(new LoadChange(
                                    now.path("provider").asText(),
                                    name,
                                    then.at(path).asDouble(),
                                    now.at(path).asDouble()));
                        }
                    });
                }
            }
        }
        return changes;
    }

    /** {@code +12.5%}; empty text where there was nothing before. */
    String change() {
        if (before == 0) {
            return "";
        }
        double percent = (after - before) / before * 100;
        return (percent >= 0 ? "+" : "") + LoadWords.decimals(percent, 1) + "%";
    }
}
