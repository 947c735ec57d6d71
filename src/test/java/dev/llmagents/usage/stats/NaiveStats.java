package dev.llmagents.usage.stats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The same sums in the plainest way there is: a JSON tree for each line, decimals for all money. */
final class NaiveStats {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    final Map<List<String>, Sums> groups =
            new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
    int damaged;

    static final class Sums {
        long calls;
        long attempts;
        long hits;
        long prompt;
        long cachedPrompt;
        long completion;
        long reasoning;
        long unpriced;
        long errors;
        BigDecimal cost = BigDecimal.ZERO;
        BigDecimal saved = BigDecimal.ZERO;
        final List<Long> latencies = new ArrayList<>();
    }

    void add(String line, List<Dimension> by) {
        JsonNode node;
        try {
            node = MAPPER.readTree(line);
        } catch (JsonProcessingException torn) {
            damaged++;
            return;
        }
        List<String> key = new ArrayList<>();
        for (Dimension dimension : by) {
            key.add(
                    switch (dimension) {
                        case DAY -> node.path("ts").asText().substring(0, 10);
                        case HOUR -> node.path("ts").asText().substring(0, 13);
                        default -> node.path(dimension.label()).asText();
                    });
        }
        Sums sums = groups.computeIfAbsent(key, any -> new Sums());
        String cause = node.path("cause").asText();
        boolean attempt = List.of("initial", "retry", "fallback").contains(cause);
        sums.calls += node.path("attempt").asInt() == 1 ? 1 : 0;
        sums.hits += cause.equals("cache") ? 1 : 0;
        boolean ok = node.path("status").asText().equals("ok");
        sums.errors += ok ? 0 : 1;
        sums.cost = sums.cost.add(decimal(node.path("costUsd")));
        sums.saved = sums.saved.add(decimal(node.path("savedUsd")));
        if (!attempt) {
            return;
        }
        sums.attempts++;
        sums.prompt += node.path("promptTokens").asLong();
        sums.cachedPrompt += node.path("cachedPromptTokens").asLong();
        sums.completion += node.path("completionTokens").asLong();
        sums.reasoning += node.path("reasoningTokens").asLong();
        sums.unpriced += node.path("costUsd").isNumber() ? 0 : 1;
        if (ok) {
            sums.latencies.add(node.path("latencyMs").asLong());
        }
    }

    private static BigDecimal decimal(JsonNode node) {
        return node.isNumber() ? node.decimalValue() : BigDecimal.ZERO;
    }
}
