package dev.llmagents.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A run in outline.
 *
 * @param version of the program
 * @param command for instance {@code meetmind analyze}
 * @param arguments the command line as given
 * @param repeatable whether {@code arguments} are all there; not if a secret stood among them
 * @param workingFolder absolute; what relative paths in {@code arguments} start from
 * @param ended empty while it runs, and if it was broken off
 * @param exitCode empty unless it came to its end
 * @param totals of the calls; those at the start are zero
 */
public record RunRecord(
        String id,
        String version,
        String command,
        List<String> arguments,
        boolean repeatable,
        String workingFolder,
        String tenant,
        Terms terms,
        List<ReadInput> inputs,
        Instant started,
        Optional<Instant> ended,
        Status status,
        OptionalInt exitCode,
        Totals totals) {
    private static final int VERSION = 1;

    public RunRecord {
        arguments = List.copyOf(arguments);
        inputs = List.copyOf(inputs);
    }

    /** How far a run has come. */
    public enum Status {
        RUNNING,
        DONE,
        /** It ended with an error. */
        FAILED,
        /** It was broken off: its process is gone, and it never said that it ended. */
        INTERRUPTED;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What the calls of a run came to.
     *
     * @param costUsd empty if a price is unknown
     */
    public record Totals(int calls, int failed, Optional<BigDecimal> costUsd) {
        static final Totals NONE = new Totals(0, 0, Optional.of(BigDecimal.ZERO));

        /** @param all calls, those that were asked anew included: they cost money too */
        public static Totals of(List<KeptCall> all) {
            List<KeptCall> standing = KeptCalls.standing(all);
            Optional<BigDecimal> cost = Optional.of(BigDecimal.ZERO);
            for (KeptCall call : all) {
                Optional<BigDecimal> own = call.measured().flatMap(KeptCall.Measured::costUsd);
                cost = cost.flatMap(sum -> own.map(sum::add));
            }
            return new Totals(
                    standing.size(),
                    (int) standing.stream().filter(KeptCall::isFailed).count(),
                    cost);
        }
    }

    public RunRecord ended(Instant when, Status how, OptionalInt code, Totals sums) {
        return new RunRecord(
                id,
                version,
                command,
                arguments,
                repeatable,
                workingFolder,
                tenant,
                terms,
                inputs,
                started,
                Optional.of(when),
                how,
                code,
                sums);
    }

    RunRecord as(Status other, Totals sums) {
        return new RunRecord(
                id,
                version,
                command,
                arguments,
                repeatable,
                workingFolder,
                tenant,
                terms,
                inputs,
                started,
                ended,
                other,
                exitCode,
                sums);
    }

    /** The calls that count: without those whose question was asked anew because they had failed. */
    public static List<KeptCall> standing(List<KeptCall> all) {
        return KeptCalls.standing(all);
    }

    /** The record as it is kept, and as programs get it. */
    public ObjectNode toJson() {
        ObjectNode node = Json.object();
        node.put("v", VERSION);
        node.put("id", id);
        node.put("version", version);
        node.put("command", command);
        ArrayNode words = node.putArray("arguments");
        arguments.forEach(words::add);
        node.put("repeatable", repeatable);
        node.put("workingFolder", workingFolder);
        node.put("tenant", tenant);
        terms.write(node);
        ArrayNode read = node.putArray("inputs");
        for (ReadInput input : inputs) {
            read.addObject()
                    .put("name", input.name())
                    .put("sha256", input.sha256())
                    .put("bytes", input.bytes())
                    .put("standardInput", input.standardInput());
        }
        node.put("started", started.toString());
        node.put("ended", ended.map(Instant::toString).orElse(null));
        node.put("status", status.label());
        node.put("exitCode", exitCode.isPresent() ? Integer.valueOf(exitCode.getAsInt()) : null);
        node.put("calls", totals.calls());
        node.put("failed", totals.failed());
        node.put("costUsd", totals.costUsd().orElse(null));
        return node;
    }

    /** Empty if {@code node} is no run as this version writes it. */
    static Optional<RunRecord> read(JsonNode node) {
        try {
            if (node.path("v").asInt() != VERSION) {
                return Optional.empty();
            }
            List<String> arguments = new ArrayList<>();
            node.path("arguments").forEach(word -> arguments.add(word.asText()));
            List<ReadInput> inputs = new ArrayList<>();
            node.path("inputs")
                    .forEach(input -> inputs.add(new ReadInput(
                            input.path("name").asText(),
                            input.path("sha256").asText(),
                            input.path("bytes").asLong(),
                            input.path("standardInput").asBoolean())));
            JsonNode cost = node.path("costUsd");
            return Optional.of(new RunRecord(
                    node.path("id").asText(),
                    node.path("version").asText(),
                    node.path("command").asText(),
                    arguments,
                    node.path("repeatable").asBoolean(),
                    node.path("workingFolder").asText(),
                    node.path("tenant").asText(),
                    Terms.read(node),
                    inputs,
                    Instant.parse(node.path("started").asText()),
                    node.path("ended").isTextual()
                            ? Optional.of(Instant.parse(node.path("ended").asText()))
                            : Optional.empty(),
                    Status.valueOf(node.path("status").asText().toUpperCase(Locale.ROOT)),
                    node.path("exitCode").isInt()
                            ? OptionalInt.of(node.path("exitCode").asInt())
                            : OptionalInt.empty(),
                    new Totals(
                            node.path("calls").asInt(),
                            node.path("failed").asInt(),
                            cost.isNumber() ? Optional.of(cost.decimalValue()) : Optional.empty())));
        } catch (IllegalArgumentException | DateTimeException noRun) {
            return Optional.empty();
        }
    }
}
