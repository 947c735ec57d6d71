package dev.llmagents.report.stats;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.llmagents.json.Json;
import dev.llmagents.report.clean.JsonText;
import dev.llmagents.usage.stats.Dimension;
import dev.llmagents.usage.stats.UsageFigures;
import dev.llmagents.usage.stats.UsageReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Usage as one JSON object. The schema is {@code schemas/stats.1.json} on the class path. Safe for threads. */
public final class StatsJson implements StatsRenderer {
    /** Names the form of the output; a change that readers would notice gets a new number. */
    public static final String SCHEMA = "https://llm-agents.example/schemas/stats/1";

    private static final int PLACES_OF_SHARES = 6;

    @Override
    public String render(UsageReport report) {
        ObjectNode root = Json.object();
        root.put("schema", SCHEMA);
        root.put("command", "stats");
        root.put("since", report.query().since().map(Object::toString).orElse(null));
        root.put("until", report.query().until().map(Object::toString).orElse(null));
        root.put("tenant", report.query().tenant().orElse(null));
        ArrayNode by = root.putArray("by");
        report.query().by().forEach(dimension -> by.add(dimension.label()));
        root.put(
                "pricesAsOf",
                report.query().prices().map(table -> table.asOf().toString()).orElse(null));
        log(root.putObject("log"), report.log());
        ArrayNode warnings = root.putArray("warnings");
        StatsWords.notes(report).forEach(warnings::add);
        figures(root.putObject("total"), report.total());
        ArrayNode groups = root.putArray("groups");
        for (UsageReport.Group group : report.groups()) {
            ObjectNode node = groups.addObject();
            key(node.putObject("key"), report.query().by(), group.key());
            figures(node, group.figures());
        }
        series(root.putObject("series"), report.series());
        return JsonText.safe(Json.writePretty(root)) + "\n";
    }

    private static void log(ObjectNode node, UsageReport.LogFacts log) {
        node.put("files", log.files());
        node.put("filesOpened", log.opened());
        node.put("bytesRead", log.bytes());
        node.put("damagedLines", log.damaged());
        node.put("otherVersionLines", log.otherVersions());
        node.put("first", log.first().map(Object::toString).orElse(null));
        node.put("last", log.last().map(Object::toString).orElse(null));
    }

    private static void key(ObjectNode node, List<Dimension> by, List<String> values) {
        for (int i = 0; i < by.size(); i++) {
            node.put(by.get(i).label(), values.get(i));
        }
    }

    private static void figures(ObjectNode node, UsageFigures figures) {
        node.put("lines", figures.lines());
        node.put("calls", figures.calls());
        node.put("attempts", figures.attempts());
        node.put("retries", figures.retries());
        node.put("fallbacks", figures.fallbacks());
        node.put("cacheHits", figures.cacheHits());
        node.put("coalesced", figures.coalesced());
        node.put("rules", figures.rules());
        share(node, "cacheHitRate", figures.cacheHitRate());
        share(node, "fallbackShare", figures.fallbackShare());
        node.putObject("tokens")
                .put("prompt", figures.tokens().prompt())
                .put("cachedPrompt", figures.tokens().cachedPrompt())
                .put("cacheWrite", figures.tokens().cacheWrite())
                .put("completion", figures.tokens().completion())
                .put("reasoning", figures.tokens().reasoning());
        money(node, "costUsd", figures.costUsd());
        node.put("unpriced", figures.unpriced());
        money(node, "savedUsd", figures.savedUsd());
        ObjectNode errors = node.putObject("errors");
        errors.put("total", figures.errorCount());
        ObjectNode kinds = errors.putObject("byType");
        figures.errors().forEach(kinds::put);
        latency(node.putObject("latencyMs"), figures.latency());
    }

    private static void latency(ObjectNode node, UsageFigures.Latency latency) {
        boolean any = latency.count() > 0;
        node.put("count", latency.count());
        node.put("p50", any ? latency.p50() : null);
        node.put("p95", any ? latency.p95() : null);
        node.put("p99", any ? latency.p99() : null);
        node.put("max", any ? latency.max() : null);
    }

    private static void series(ObjectNode node, UsageReport.Series series) {
        node.put("unit", series.unit().label());
        ArrayNode points = node.putArray("points");
        for (UsageReport.Point point : series.points()) {
            ObjectNode at = points.addObject();
            at.put("start", point.label());
            at.put("calls", point.calls());
            at.put("attempts", point.attempts());
            at.put("errors", point.errors());
            money(at, "costUsd", point.costUsd());
        }
    }

    private static void share(ObjectNode node, String field, Optional<Double> share) {
        if (share.isEmpty()) {
            node.putNull(field);
        } else {
            money(node, field, BigDecimal.valueOf(share.get()).setScale(PLACES_OF_SHARES, RoundingMode.HALF_UP));
        }
    }

    /** Jackson would write small amounts with an exponent, which money never has. */
    private static void money(ObjectNode node, String field, BigDecimal number) {
        BigDecimal bare = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        node.putRawValue(field, new RawValue(bare.toPlainString()));
    }
}
