package dev.llmagents.report.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One of the ways in which the input was worked on, and what came of it.
 *
 * @param letter names it in the comparison: {@code A}, {@code B}
 * @param name for people: a model, {@code offline}, a recording
 * @param sources who answered, each once, in the order of the agents
 * @param reasons why the rules answered, each once
 * @param added things in the result that are a model's
 * @param dropped things a model said that the input does not support
 * @param costUsd empty if a price is unknown
 * @param items by section, in the order of the sections
 */
public record Way(
        String letter,
        String name,
        String runId,
        List<String> sources,
        List<String> reasons,
        int added,
        int dropped,
        int calls,
        long promptTokens,
        long completionTokens,
        Optional<BigDecimal> costUsd,
        long wallMs,
        Map<String, List<Item>> items) {

    /** @param envelope what the team's command printed as JSON */
    public static Way of(int number, String name, ComparedTeam team, JsonNode envelope) {
        Set<String> sources = new LinkedHashSet<>();
        Set<String> reasons = new LinkedHashSet<>();
        long prompt = 0;
        long completion = 0;
        for (JsonNode agent : envelope.path("agents")) {
            sources.add(agent.path("source").asText());
            if (agent.path("reason").isTextual()) {
                reasons.add(agent.path("reason").asText());
            }
            prompt += agent.path("promptTokens").asLong();
            completion += agent.path("completionTokens").asLong();
        }
        JsonNode cost = envelope.at("/cost/usd");
        Map<String, List<Item>> items = new LinkedHashMap<>();
        for (ComparedTeam.Section section : team.sections()) {
            items.put(section.title(), items(section, envelope.path("result")));
        }
        return new Way(
                Character.toString('A' + number),
                name,
                envelope.path("runId").asText(),
                List.copyOf(sources),
                List.copyOf(reasons),
                envelope.at("/model/added").asInt(),
                envelope.at("/model/dropped").asInt(),
                envelope.at("/model/calls").asInt(),
                prompt,
                completion,
                cost.isNumber() ? Optional.of(cost.decimalValue()) : Optional.empty(),
                envelope.at("/performance/wallMs").asLong(),
                items);
    }

    private static List<Item> items(ComparedTeam.Section section, JsonNode result) {
        JsonNode list = result.at(section.pointer());
        if (list.isTextual()) {
            return List.of(new Item(list.asText(), "", "", 0, ""));
        }
        List<Item> items = new ArrayList<>();
        for (JsonNode item : list) {
            items.add(new Item(
                    said(item, section.text(), " "),
                    said(item, section.details(), ", "),
                    item.path("quote").asText(),
                    item.path("line").asInt(),
                    item.path("source").asText()));
        }
        return items;
    }

    /** The values of {@code fields} that are there, one behind the other. */
    private static String said(JsonNode item, List<String> fields, String between) {
        List<String> values = new ArrayList<>();
        for (String field : fields) {
            JsonNode value = item.path(field);
            if (value.isValueNode() && !value.isNull() && !value.asText().isEmpty()) {
                values.add(value.asText());
            }
        }
        return String.join(between, values);
    }

    int itemCount() {
        return items.values().stream().mapToInt(List::size).sum();
    }
}
