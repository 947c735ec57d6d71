package dev.llmagents.report.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A figure of an earlier load test and of this one.
 *
 * @param before in the unit of the figure
 */
record LoadChange(String provider, Figure figure, double before, double after) {
    private static final List<Figure> FIGURES = List.of(
            new Figure("/latencyMs/response/p50", "response p50, ms", 1),
            new Figure("/latencyMs/response/p95", "response p95, ms", 1),
            new Figure("/latencyMs/response/p99", "response p99, ms", 1),
            new Figure("/latencyMs/overhead/p50", "overhead p50, ms", 3),
            new Figure("/latencyMs/cacheHit/p50", "cache hit p50, ms", 3),
            new Figure("/sending/answeredPerSecond", "answered per second", 2),
            new Figure("/requests/errorRate", "error rate", 4),
            new Figure("/cost/usdPerThousand", "USD per 1,000", 4),
            new Figure("/memory/heapPeakBytes", "heap peak, bytes", 0));

    /**
     * What is compared.
     *
     * @param path in a result of the JSON
     * @param name with its unit, for people
     * @param places after the point
     */
    record Figure(String path, String name, int places) {}

    /** What both tests have, by provider. */
    static List<LoadChange> between(JsonNode before, JsonNode after) {
        List<LoadChange> changes = new ArrayList<>();
        for (JsonNode now : after.path("results")) {
            resultOf(now.path("provider").asText(), before).ifPresent(then -> {
                for (Figure figure : FIGURES) {
                    if (then.at(figure.path()).isNumber()
                            && now.at(figure.path()).isNumber()) {
                        changes.add(new LoadChange(
                                now.path("provider").asText(),
                                figure,
                                then.at(figure.path()).asDouble(),
                                now.at(figure.path()).asDouble()));
                    }
                }
            });
        }
        return changes;
    }

    /** Why figures of both may differ whatever the program does: sentences without a full stop. */
    static List<String> unlike(JsonNode before, JsonNode after) {
        List<String> reasons = new ArrayList<>();
        after.path("plan").properties().forEach(option -> {
            JsonNode then = before.path("plan").path(option.getKey());
            if (!isSame(then, option.getValue())) {
                reasons.add(option.getKey() + " was " + words(then) + " and is " + words(option.getValue()));
            }
        });
        for (String part : List.of("processor", "processors", "jvm", "collectors", "threads")) {
            JsonNode then = before.path("machine").path(part);
            JsonNode now = after.path("machine").path(part);
            if (!isSame(then, now)) {
                reasons.add("the machine's " + part + " was " + words(then) + " and is " + words(now));
            }
        }
        if (before.path("broken").asBoolean()) {
            reasons.add("the earlier test was broken off");
        }
        for (JsonNode now : after.path("results")) {
            String provider = now.path("provider").asText();
            Optional<JsonNode> then = resultOf(provider, before);
            if (then.isEmpty()) {
                reasons.add("the earlier test has no result of " + provider);
            } else if (then.get().at("/sending/verdict").asText().equals("invalid")) {
                reasons.add("the earlier figures of " + provider + " are invalid: "
                        + then.get().at("/sending/reason").asText());
            }
        }
        return reasons;
    }

    private static Optional<JsonNode> resultOf(String provider, JsonNode report) {
        for (JsonNode result : report.path("results")) {
            if (result.path("provider").asText().equals(provider)) {
                return Optional.of(result);
            }
        }
        return Optional.empty();
    }

    private static boolean isSame(JsonNode one, JsonNode other) {
        if (one.isNull() || one.isMissingNode()) {
            return other.isNull() || other.isMissingNode();
        }
        // 2.0 that was read is another node than 2.0 that was put.
        return one.isNumber() && other.isNumber() ? one.asDouble() == other.asDouble() : one.equals(other);
    }

    private static String words(JsonNode value) {
        return value.isNull() || value.isMissingNode()
                ? "not given"
                : value.isTextual() ? value.asText() : value.toString();
    }

    String beforeWords() {
        return LoadWords.decimals(before, figure.places());
    }

    String afterWords() {
        return LoadWords.decimals(after, figure.places());
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
