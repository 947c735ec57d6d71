package dev.llmagents.report.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.load.Latency;
import dev.llmagents.load.LoadPlan;
import dev.llmagents.load.LoadReport;
import dev.llmagents.load.LoadResult;
import dev.llmagents.load.Machine;
import dev.llmagents.load.Slo;
import dev.llmagents.report.clean.JsonText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** A load test as one JSON object. The schema is {@code schemas/load-test.1.json} on the class path. Safe for threads. */
public final class LoadJson {
    /** Names the form of the output; a change that readers would notice gets a new number. */
    public static final String SCHEMA = "https://llm-agents.example/schemas/load-test/1";
    /** What the name of every form begins with, earlier and later ones. */
    public static final String SCHEMA_OF_ANY_VERSION = "https://llm-agents.example/schemas/load-test/";

    private LoadJson() {}

    static String render(LoadReport report, Optional<JsonNode> older) {
        ObjectNode root = tree(report);
        ArrayNode changes = root.putArray("changes");
        older.ifPresent(before -> LoadChange.between(before, root).forEach(change -> {
            ObjectNode node = changes.addObject();
            node.put("provider", change.provider());
            node.put("figure", change.figure().name());
            node.put("before", change.before());
            node.put("after", change.after());
        }));
        ArrayNode unlike = root.putArray("unlike");
        older.ifPresent(before -> LoadChange.unlike(before, root).forEach(unlike::add));
        return JsonText.safe(Json.writePretty(root)) + "\n";
    }

    static ObjectNode tree(LoadReport report) {
        ObjectNode root = Json.object();
        root.put("schema", SCHEMA);
        root.put("command", "load-test");
        root.put("started", report.started().toString());
        root.put("version", report.version());
        plan(root.putObject("plan"), report);
        machine(root.putObject("machine"), report.machine());
        root.put("broken", report.broken());
        root.put("passed", report.isPassed());
        ArrayNode results = root.putArray("results");
        report.results().forEach(result -> result(results.addObject(), result, report.goals()));
        return root;
    }

    private static void plan(ObjectNode node, LoadReport report) {
        LoadPlan plan = report.plan();
        node.put("rate", plan.rate().map(Object::toString).orElse(null));
        node.put(
                "concurrency",
                plan.concurrency().isPresent() ? plan.concurrency().getAsInt() : null);
        node.put("durationSeconds", plan.duration().toMillis() / 1e3);
        node.put("warmupSeconds", plan.warmup().toMillis() / 1e3);
        node.put("rampSeconds", plan.ramp().toMillis() / 1e3);
        ObjectNode workload = node.putObject("workload");
        report.workload().forEach(workload::put);
        node.put("hitShare", plan.hitShare());
        node.put(
                "promptChars",
                plan.promptChars().isPresent() ? plan.promptChars().getAsInt() : null);
        node.put("stream", plan.stream());
        node.put("timeoutSeconds", plan.timeout().toMillis() / 1e3);
        node.put("seed", plan.seed());
        node.put("fault", report.fault().orElse(null));
    }

    private static void machine(ObjectNode node, Machine machine) {
        node.put("system", machine.system());
        node.put("processor", machine.processor());
        node.put("processors", machine.processors());
        number(node, "load", machine.load());
        node.put("jvm", machine.jvm());
        node.put("collectors", machine.collectors());
        node.put("heapMaxBytes", machine.heapMax());
        node.put("threads", machine.threads());
    }

    private static void result(ObjectNode node, LoadResult result, Optional<Slo> goals) {
        node.put("provider", result.name());
        sending(node.putObject("sending"), result.sending());
        LoadResult.Counts counts = result.counts();
        ObjectNode requests = node.putObject("requests");
        requests.put("sent", counts.sent());
        requests.put("notSent", result.sending().notSent());
        requests.put("answered", counts.answered());
        requests.put("failed", counts.failed());
        requests.put("unfinished", counts.unfinished());
        requests.put("cacheHits", counts.hits());
        requests.put("coalesced", counts.coalesced());
        requests.put("cacheMisses", counts.misses());
        number(requests, "errorRate", counts.errorRate());
        ObjectNode errors = requests.putObject("errors");
        result.errors().forEach(errors::put);
        ObjectNode attempts = node.putObject("attempts");
        ObjectNode causes = attempts.putObject("byCause");
        result.attempts().byCause().forEach(causes::put);
        ObjectNode failed = attempts.putObject("failed");
        result.attempts().failed().forEach(failed::put);
        ObjectNode latencies = node.putObject("latencyMs");
        result.latencies().forEach((name, latency) -> latency(latencies.putObject(name), latency));
        ArrayNode breakers = node.putArray("breakers");
        result.breakers().forEach(change -> {
            ObjectNode at = breakers.addObject();
            number(at, "second", change.second());
            at.put("time", change.time());
            at.put("provider", change.provider());
            at.put("from", change.from());
            at.put("to", change.to());
            at.put("error", change.error().orElse(null));
        });
        ArrayNode failovers = node.putArray("failovers");
        result.failovers().forEach(failover -> {
            ObjectNode at = failovers.addObject();
            number(at, "second", failover.second());
            number(at, "askedSeconds", failover.askedSeconds());
            number(at, "tookSeconds", failover.tookSeconds());
        });
        cost(node.putObject("cost"), result.cost());
        memory(node.putObject("memory"), result.memory());
        series(node.putObject("series"), result.series());
        ArrayNode verdicts = node.putArray("goals");
        goals.ifPresent(slo -> slo.judge(result).forEach(outcome -> {
            ObjectNode at = verdicts.addObject();
            at.put("goal", outcome.goal().text());
            at.put("actual", LoadWords.actual(outcome).orElse(null));
            at.put("met", outcome.met());
        }));
    }

    private static void sending(ObjectNode node, LoadResult.Sending sending) {
        if (sending.intendedPerSecond().isPresent()) {
            number(node, "intendedPerSecond", sending.intendedPerSecond().get());
        } else {
            node.putNull("intendedPerSecond");
        }
        number(node, "achievedPerSecond", sending.achievedPerSecond());
        number(node, "answeredPerSecond", sending.answeredPerSecond());
        number(node, "seconds", sending.seconds());
        latency(node.putObject("lagMs"), sending.lag());
        node.put("held", sending.held());
        node.put("mostInFlight", sending.mostInFlight());
        node.put("verdict", sending.invalid().isEmpty() ? "valid" : "invalid");
        node.put("reason", sending.invalid().orElse(null));
    }

    private static void latency(ObjectNode node, Latency latency) {
        node.put("count", latency.count());
        number(node, "mean", latency.mean() / 1e3);
        number(node, "p50", latency.p50() / 1e3);
        number(node, "p90", latency.p90() / 1e3);
        number(node, "p95", latency.p95() / 1e3);
        number(node, "p99", latency.p99() / 1e3);
        number(node, "p99.9", latency.p999() / 1e3);
        number(node, "max", latency.max() / 1e3);
    }

    private static void cost(ObjectNode node, LoadResult.Cost cost) {
        node.put("basis", cost.basis());
        node.put("usd", cost.usd().stripTrailingZeros());
        node.put("savedUsd", cost.savedUsd().stripTrailingZeros());
        node.put(
                "usdPerThousand",
                cost.perThousand().map(BigDecimal::stripTrailingZeros).orElse(null));
        node.put(
                "usdPerThousandWithoutCache",
                cost.perThousandWithoutCache()
                        .map(BigDecimal::stripTrailingZeros)
                        .orElse(null));
        node.put("unpriced", cost.unpriced());
    }

    private static void memory(ObjectNode node, LoadResult.Memory memory) {
        node.put("heapStartBytes", memory.heapStart());
        node.put("heapPeakBytes", memory.heapPeak());
        node.put("heapMaxBytes", memory.heapMax());
        slope(node, "heapAfterGcBytesPerMinute", memory.heapAfterGcSlope());
        node.put(
                "rssStartBytes",
                memory.rssStart().isPresent() ? memory.rssStart().getAsLong() : null);
        node.put("rssPeakBytes", memory.rssPeak().isPresent() ? memory.rssPeak().getAsLong() : null);
        slope(node, "rssBytesPerMinute", memory.rssSlope());
        node.put("gcCount", memory.gcCount());
        node.put("gcMs", memory.gcMillis());
        node.put("gcLongestMs", memory.gcLongestMillis());
    }

    private static void slope(ObjectNode node, String field, Optional<Double> slope) {
        node.put(field, slope.map(Math::round).orElse(null));
    }

    private static void series(ObjectNode node, LoadResult.Series series) {
        number(node, "stepSeconds", series.stepSeconds());
        ArrayNode points = node.putArray("points");
        for (LoadResult.Point point : series.points()) {
            ObjectNode at = points.addObject();
            at.put("sent", point.sent());
            at.put("answered", point.answered());
            at.put("failed", point.failed());
            number(at, "p50Ms", point.p50() / 1e3);
            number(at, "p95Ms", point.p95() / 1e3);
            number(at, "p99Ms", point.p99() / 1e3);
            at.put("heapBytes", point.heap());
        }
    }

    private static void number(ObjectNode node, String field, double value) {
        node.put(
                field,
                BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros());
    }
}
