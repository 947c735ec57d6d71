package dev.llmagents.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.llmagents.json.Json;
import dev.llmagents.report.RunFacts.AgentRow;
import dev.llmagents.report.RunFacts.Input;
import dev.llmagents.report.clean.JsonText;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** The JSON object around every team's result: what was read, who answered, what it took and cost. Safe for threads. */
public final class JsonEnvelope {
    private JsonEnvelope() {}

    /**
     * The whole output.
     *
     * @param schema names the form of the output; a change that readers would notice gets a new number
     */
    public static String of(String schema, RunFacts facts, ObjectNode result) {
        ObjectNode envelope = Json.object();
        envelope.put("schema", schema);
        envelope.put("team", facts.team());
        envelope.put("command", facts.command());
        envelope.put("runId", facts.runId());
        envelope.put("tenant", facts.tenant());
        inputs(envelope.putArray("input"), facts);
        envelope.put("degraded", facts.degraded());
        ArrayNode warnings = envelope.putArray("warnings");
        facts.warnings().forEach(warnings::add);
        int calls = 0;
        ArrayNode agents = envelope.putArray("agents");
        for (AgentRow agent : facts.agents()) {
            agent(agents.addObject(), agent);
            calls += agent.calls();
        }
        envelope.putObject("model")
                .put("added", facts.added())
                .put("dropped", facts.dropped())
                .put("calls", calls);
        performance(envelope.putObject("performance"), facts.performance());
        ObjectNode cost = envelope.putObject("cost");
        money(cost, "usd", facts.costUsd());
        money(cost, "savedByCacheUsd", Optional.of(facts.savedUsd()));
        envelope.set("result", result);
        return JsonText.safe(Json.writePretty(envelope)) + "\n";
    }

    private static void inputs(ArrayNode inputs, RunFacts facts) {
        for (Input input : facts.inputs()) {
            inputs.addObject()
                    .put("name", input.name())
                    .put("sha256", input.sha256())
                    .put("bytes", input.bytes());
        }
    }

    private static void agent(ObjectNode row, AgentRow agent) {
        row.put("id", agent.id());
        row.put("source", agent.source().label());
        row.put("reason", agent.reason().orElse(null));
        row.put("model", agent.model().orElse(null));
        row.put("provider", agent.provider().orElse(null));
        row.put("promptTokens", agent.promptTokens());
        row.put("completionTokens", agent.completionTokens());
        money(row, "costUsd", agent.costUsd());
        row.put("latencyMs", agent.latency().toMillis());
        row.put("cached", agent.cached());
    }

    private static void performance(ObjectNode figures, RunFacts.Performance performance) {
        Duration own = performance.wall().minus(performance.waiting());
        figures.put("wallMs", performance.wall().toMillis());
        // Calls side by side may wait longer than the run took.
        figures.put("overheadMs", Math.max(0, own.toMillis()));
        figures.put("waitingMs", performance.waiting().toMillis());
        performance.words().ifPresent(words -> figures.put("words", words));
    }

    static void money(ObjectNode object, String field, Optional<BigDecimal> usd) {
        if (usd.isEmpty()) {
            object.putNull(field);
        } else {
            plain(object, field, usd.get());
        }
    }

    /** Jackson would write small amounts with an exponent, which money never has. */
    static void plain(ObjectNode object, String field, BigDecimal number) {
        BigDecimal bare = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        object.putRawValue(field, new RawValue(bare.toPlainString()));
    }
}
