package dev.llmagents.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.llm.BreakerMemory;
import dev.llmagents.llm.BreakerRecord;
import dev.llmagents.llm.ErrorType;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Breaker records in a {@link Cell}. As long as all goes well nothing is written, and reading finds no file. */
final class SharedBreakers implements BreakerMemory {
    private final Cell cell;

    SharedBreakers(Cell cell) {
        this.cell = cell;
    }

    @Override
    public BreakerRecord find(String provider) {
        return all().getOrDefault(provider, BreakerRecord.HEALTHY);
    }

    @Override
    public Map<String, BreakerRecord> all() {
        try {
            return parse(cell.read());
        } catch (IOException unreadable) {
            return new TreeMap<>();
        }
    }

    @Override
    public BreakerRecord change(String provider, UnaryOperator<BreakerRecord> change) {
        try {
            return cell.update(text -> {
                Map<String, BreakerRecord> records = parse(text);
                BreakerRecord before = records.getOrDefault(provider, BreakerRecord.HEALTHY);
                BreakerRecord after = change.apply(before);
                if (after.equals(BreakerRecord.HEALTHY)) {
                    records.remove(provider);
                } else {
                    records.put(provider, after);
                }
                return new Cell.Edited<>(after.equals(before) ? Optional.empty() : Optional.of(text(records)), before);
            });
        } catch (IOException othersHoldIt) {
            // One failure less is known; better than a call that fails for it.
            return find(provider);
        }
    }

    private static Map<String, BreakerRecord> parse(String text) {
        Map<String, BreakerRecord> records = new TreeMap<>();
        if (text.isEmpty()) {
            return records;
        }
        try {
            Json.parse(text).properties().forEach(entry -> records.put(entry.getKey(), breaker(entry.getValue())));
            return records;
        } catch (JsonProcessingException noRecords) {
            return new TreeMap<>();
        }
    }

    private static BreakerRecord breaker(JsonNode node) {
        String error = node.path("lastError").asText();
        return new BreakerRecord(
                node.path("failures").asInt(),
                node.path("openings").asInt(),
                Instant.ofEpochMilli(node.path("since").asLong()),
                Instant.ofEpochMilli(node.path("lastFailure").asLong()),
                moment(node.path("openUntil")),
                moment(node.path("probeUntil")),
                Arrays.stream(ErrorType.values())
                        .filter(type -> type.label().equals(error))
                        .findFirst());
    }

    private static Optional<Instant> moment(JsonNode node) {
        return node.isNumber() ? Optional.of(Instant.ofEpochMilli(node.asLong())) : Optional.empty();
    }

    private static String text(Map<String, BreakerRecord> records) {
        ObjectNode root = Json.object();
        records.forEach((provider, breaker) -> {
            ObjectNode node = root.putObject(provider);
            node.put("failures", breaker.failures());
            node.put("openings", breaker.openings());
            node.put("since", breaker.since().toEpochMilli());
            node.put("lastFailure", breaker.lastFailure().toEpochMilli());
            breaker.openUntil().ifPresent(until -> node.put("openUntil", until.toEpochMilli()));
            breaker.probeUntil().ifPresent(until -> node.put("probeUntil", until.toEpochMilli()));
            breaker.lastError().ifPresent(type -> node.put("lastError", type.label()));
        });
        return Json.write(root);
    }
}
