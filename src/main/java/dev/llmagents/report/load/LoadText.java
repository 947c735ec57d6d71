package dev.llmagents.report.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.load.Latency;
import dev.llmagents.load.LoadReport;
import dev.llmagents.load.LoadResult;
import dev.llmagents.load.Slo;
import dev.llmagents.report.clean.PlainText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A load test for a terminal. */
final class LoadText {
    private static final int NAME = 30;
    private static final int CELL = 11;
    private static final String[] COLUMNS = {"p50", "p90", "p95", "p99", "p99.9", "max"};

    private final LoadReport report;
    private final Optional<JsonNode> older;
    private final StringBuilder out = new StringBuilder();

    LoadText(LoadReport report, Optional<JsonNode> older) {
        this.report = report;
        this.older = older;
    }

    String render() {
        line("Load test " + LoadWords.head(report));
        line(PlainText.of(LoadWords.machine(report)));
        if (report.broken()) {
            line("BROKEN OFF: what was measured until then.");
        }
        for (LoadResult result : report.results()) {
            result(result);
        }
        if (report.results().size() > 1) {
            sideBySide();
        }
        older.ifPresent(this::changes);
        line("");
        line("Verdict: " + LoadWords.verdict(report));
        return out.toString();
    }

    private void result(LoadResult result) {
        line("");
        line("== " + result.name() + " ==");
        latencies(result.latencies());
        for (LoadWords.Section section : LoadWords.sections(result)) {
            line("");
            line(section.title());
            for (String[] fact : section.facts()) {
                line("  " + left(fact[0], NAME - 2) + PlainText.of(fact[1]));
            }
        }
        report.goals().ifPresent(goals -> {
            line("");
            line("Goals");
            for (Slo.Outcome outcome : goals.judge(result)) {
                line("  " + left(outcome.goal().text(), NAME - 2) + (outcome.met() ? "met" : "MISSED") + ": "
                        + LoadWords.actual(outcome).orElse("nothing was measured"));
            }
        });
    }

    private void latencies(Map<String, Latency> latencies) {
        line("");
        row("", List.of(COLUMNS));
        latencies.forEach((name, latency) -> row(LoadWords.TITLES.get(name), cells(latency)));
        if (latencies.isEmpty()) {
            line("  No request was answered.");
        }
    }

    static List<String> cells(Latency latency) {
        return List.of(
                LoadWords.time(latency.p50()),
                LoadWords.time(latency.p90()),
                LoadWords.time(latency.p95()),
                LoadWords.time(latency.p99()),
                LoadWords.time(latency.p999()),
                LoadWords.time(latency.max()));
    }

    private void sideBySide() {
        line("");
        line("Side by side");
        row("", List.of("p50", "p95", "p99", "answered/s", "errors", "$/1,000"));
        for (LoadResult result : report.results()) {
            row("  " + result.name(), summary(result));
        }
    }

    static List<String> summary(LoadResult result) {
        return List.of(
                LoadWords.time(result.response().p50()),
                LoadWords.time(result.response().p95()),
                LoadWords.time(result.response().p99()),
                LoadWords.decimals(result.sending().answeredPerSecond(), 1),
                LoadWords.decimals(result.counts().errorRate() * 100, 2) + "%",
                result.cost().perThousand().map(LoadWords::usd).orElse("-"));
    }

    private void changes(JsonNode before) {
        line("");
        line("Compared with " + PlainText.of(before.path("started").asText(), 40));
        JsonNode now = LoadJson.tree(report);
        for (String reason : LoadChange.unlike(before, now)) {
            line("  NOT THE SAME: " + PlainText.of(reason, 300));
        }
        for (LoadChange change : LoadChange.between(before, now)) {
            line("  " + left(change.provider() + ": " + change.figure().name(), NAME + 6) + change.beforeWords() + " → "
                    + change.afterWords() + "  " + change.change());
        }
    }

    private void row(String name, List<String> cells) {
        StringBuilder line = new StringBuilder(left(name, NAME));
        for (String cell : cells) {
            line.append(" ".repeat(Math.max(1, CELL - cell.length()))).append(cell);
        }
        line(line.toString());
    }

    private static String left(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    private void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }
}
