package dev.llmagents.cli.progress;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.llmagents.agent.AgentReply;
import dev.llmagents.agent.Workflow;
import dev.llmagents.json.Json;
import dev.llmagents.llm.Attempt;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.report.clean.JsonText;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What happens in a run, a line of JSON for each event the moment it happens; the form is that of the schema {@code events.1}.
 * Texts of prompts and answers are never in it. Safe for use by several threads.
 */
public final class RunEvents {
    /** The version of the form; a change that readers would notice gets a new one. */
    public static final int VERSION = 1;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final OutputStream stream;
    private final Supplier<Instant> now;
    private Optional<Started> run = Optional.empty();
    private Expense expense = Expense.NOTHING;

    /**
     * A run.
     *
     * @param inputs their names
     * @param agents their ids, in the order in which they begin
     * @param price what an attempt was billed; empty if unknown
     */
    public record Started(
            String runId,
            String team,
            String command,
            String tenant,
            List<String> inputs,
            List<String> agents,
            Function<Attempt, Optional<BigDecimal>> price) {}

    public RunEvents(OutputStream stream, Supplier<Instant> now) {
        this.stream = stream;
        this.now = now;
    }

    /** Tells that a run begins; what is returned tells of its agents. */
    public synchronized Workflow.Listener started(Started started) {
        run = Optional.of(started);
        ObjectNode event = event("run.started");
        event.put("command", started.command());
        event.put("tenant", started.tenant());
        ArrayNode inputs = event.putArray("inputs");
        started.inputs().forEach(inputs::add);
        ArrayNode agents = event.putArray("agents");
        started.agents().forEach(agents::add);
        write(event);
        return new OneInput(started, Optional.empty());
    }

    /** What the user should know, in a sentence. */
    public synchronized void warning(String sentence) {
        write(event("warning").put("text", sentence));
    }

    /** Why the command failed, in a sentence. */
    public synchronized void failure(int exitCode, String sentence) {
        write(event("failure").put("exitCode", exitCode).put("text", sentence));
    }

    /** Tells that the run is over, if one had begun. */
    public synchronized void finished(int exitCode) {
        if (run.isPresent()) {
            ObjectNode event = event("run.finished");
            event.put("exitCode", exitCode);
            expense(event, expense);
            write(event);
        }
    }

    /** The work on one input, or on all together. */
    private final class OneInput implements Workflow.Listener {
        private final Started started;
        private final Optional<String> input;
        private final Map<String, Expense> byAgent = new ConcurrentHashMap<>();

        private OneInput(Started started, Optional<String> input) {
            this.started = started;
            this.input = input;
        }

        @Override
        public Workflow.Listener about(String name) {
            return new OneInput(started, Optional.of(name));
        }

        @Override
        public void started(String step) {
            if (started.agents().contains(step)) {
                synchronized (RunEvents.this) {
                    write(agentEvent("agent.started", step));
                }
            }
        }

        @Override
        public void attempted(String agent, Attempt attempt) {
            Optional<BigDecimal> price = started.price().apply(attempt);
            boolean billed = attempt.cause().isBillable();
            synchronized (RunEvents.this) {
                byAgent.merge(agent, Expense.NOTHING.plus(attempt, price), (before, more) -> before.plus(more));
                expense = expense.plus(attempt, price);
                ObjectNode event = agentEvent("attempt.ended", agent);
                event.put("cause", attempt.cause().label());
                event.put("provider", attempt.target().provider());
                event.put("model", attempt.model());
                event.put("status", attempt.error().isPresent() ? "error" : "ok");
                event.put(
                        "errorType",
                        attempt.error().map(failure -> failure.type().label()).orElse(null));
                expense(
                        event,
                        new Expense(
                                attempt.tokens().prompt(),
                                attempt.tokens().completion(),
                                billed ? price : Optional.of(BigDecimal.ZERO)));
                event.put("latencyMs", attempt.latency().toMillis());
                write(event);
            }
        }

        @Override
        public void answered(AgentReply<?> reply) {
            synchronized (RunEvents.this) {
                ObjectNode event = agentEvent("agent.finished", reply.agent());
                event.put("source", reply.source().label());
                event.put("reason", reply.reason().orElse(null));
                List<LLMResponse> calls = reply.calls();
                event.put(
                        "model",
                        calls.isEmpty() ? null : calls.get(calls.size() - 1).model());
                expense(event, byAgent.getOrDefault(reply.agent(), Expense.NOTHING));
                event.put("latencyMs", millis(reply.took()));
                write(event);
            }
        }

        private ObjectNode agentEvent(String name, String agent) {
            ObjectNode event = event(name).put("agent", agent);
            return event.put("input", input.orElse(null));
        }
    }

    private static long millis(Duration duration) {
        return Math.max(0, duration.toMillis());
    }

    private ObjectNode event(String name) {
        ObjectNode event = Json.object();
        event.put("v", VERSION);
        event.put("ts", MOMENT.format(now.get()));
        event.put("event", name);
        event.put("runId", run.map(Started::runId).orElse(null));
        event.put("team", run.map(Started::team).orElse(null));
        return event;
    }

    private static void expense(ObjectNode event, Expense expense) {
        event.put("promptTokens", expense.promptTokens());
        event.put("completionTokens", expense.completionTokens());
        if (expense.usd().isEmpty()) {
            event.putNull("costUsd");
        } else {
            BigDecimal usd = expense.usd().get();
            BigDecimal bare = usd.signum() == 0 ? BigDecimal.ZERO : usd.stripTrailingZeros();
            // Jackson would write small amounts with an exponent, which money never has.
            event.putRawValue("costUsd", new RawValue(bare.toPlainString()));
        }
    }

    private void write(ObjectNode event) {
        try {
            stream.write((JsonText.safe(Json.write(event)) + "\n").getBytes(StandardCharsets.UTF_8));
            stream.flush();
        } catch (IOException nobodyListens) {
            // Events that nobody reads are no failure.
        }
    }
}
