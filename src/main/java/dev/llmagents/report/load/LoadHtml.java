package dev.llmagents.report.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.load.LoadReport;
import dev.llmagents.load.LoadResult;
import dev.llmagents.load.Slo;
import dev.llmagents.report.HtmlPage;
import dev.llmagents.report.clean.HtmlText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A load test as one page that needs nothing else: no script, no font, no request. Reads in light and dark. */
final class LoadHtml {
    private final LoadReport report;
    private final Optional<JsonNode> older;
    private final StringBuilder out = new StringBuilder(32_768);

    LoadHtml(LoadReport report, Optional<JsonNode> older) {
        this.report = report;
        this.older = older;
    }

    String render() {
        String verdict = LoadWords.verdict(report);
        HtmlPage.open(
                out,
                "en",
                "Load test · " + HtmlText.escape(report.started().toString()),
                List.of("meeting.css", "stats.css", "load.css"));
        out.append("<header class=\"cover first\">\n<p class=\"eyebrow\">Load test, ")
                .append(HtmlText.escape(report.started().toString()))
                .append("</p>\n<h1>")
                .append(HtmlText.escape(verdict.substring(0, 1).toUpperCase(Locale.ROOT) + verdict.substring(1)))
                .append("</h1>\n<p class=\"facts\">")
                .append(HtmlText.escape(LoadWords.head(report)))
                .append("</p>\n<p class=\"facts\">")
                .append(HtmlText.escape(LoadWords.machine(report)))
                .append("</p>\n</header>\n");
        if (report.results().size() > 1) {
            table(
                    "Side by side",
                    List.of("Provider", "p50", "p95", "p99", "Answered/s", "Errors", "USD/1,000"),
                    () -> report.results().forEach(result -> row(result.name(), LoadText.summary(result))));
        }
        report.results().forEach(this::result);
        older.ifPresent(this::changes);
        return out.append("</main>\n</body>\n</html>\n").toString();
    }

    private void changes(JsonNode before) {
        JsonNode now = LoadJson.tree(report);
        String title = "Compared with " + HtmlText.of(before.path("started").asText(), 40);
        List<String> unlike = LoadChange.unlike(before, now);
        if (!unlike.isEmpty()) {
            out.append("<section>\n<h2>Not the same test</h2>\n<ul>\n");
            unlike.forEach(reason ->
                    out.append("<li>").append(HtmlText.of(reason, 300)).append("</li>\n"));
            out.append("</ul>\n</section>\n");
        }
        table(
                title,
                List.of("Figure", "Before", "After", "Change"),
                () -> LoadChange.between(before, now)
                        .forEach(change -> row(
                                change.provider() + ": " + change.figure().name(),
                                List.of(change.beforeWords(), change.afterWords(), change.change()))));
    }

    private void result(LoadResult result) {
        out.append("<h2 class=\"title\">")
                .append(HtmlText.of(result.name(), 100))
                .append("</h2>\n");
        new LoadChart(out, result).write();
        table(
                "Times",
                List.of("", "p50", "p90", "p95", "p99", "p99.9", "Max"),
                () -> result.latencies()
                        .forEach((name, latency) -> row(LoadWords.TITLES.get(name), LoadText.cells(latency))));
        report.goals()
                .ifPresent(goals -> table("Goals", List.of("Goal", "Measured", "Verdict"), () -> {
                    for (Slo.Outcome outcome : goals.judge(result)) {
                        row(
                                outcome.goal().text(),
                                List.of(LoadWords.actual(outcome).orElse("nothing"), outcome.met() ? "met" : "missed"));
                    }
                }));
        out.append("<div class=\"pair\">\n");
        for (LoadWords.Section section : LoadWords.sections(result)) {
            out.append("<section>\n<h2>").append(section.title()).append("</h2>\n<dl class=\"list\">\n");
            for (String[] fact : section.facts()) {
                out.append("<div><dt>").append(HtmlText.escape(fact[0])).append("</dt><dd>");
                out.append(HtmlText.of(fact[1], 400)).append("</dd></div>\n");
            }
            out.append("</dl>\n</section>\n");
        }
        out.append("</div>\n");
    }

    private void table(String title, List<String> columns, Runnable rows) {
        out.append("<section>\n<h2>")
                .append(title)
                .append("</h2>\n<div class=\"wide\">\n<table class=\"groups\">\n<thead><tr>");
        for (int at = 0; at < columns.size(); at++) {
            out.append(at == 0 ? "<th scope=\"col\">" : "<th scope=\"col\" class=\"number\">")
                    .append(columns.get(at))
                    .append("</th>");
        }
        out.append("</tr></thead>\n<tbody>\n");
        rows.run();
        out.append("</tbody>\n</table>\n</div>\n</section>\n");
    }

    private void row(String name, List<String> cells) {
        out.append("<tr><td class=\"key\">").append(HtmlText.of(name, 100)).append("</td>");
        cells.forEach(cell -> out.append("<td class=\"number\">")
                .append(HtmlText.escape(cell))
                .append("</td>"));
        out.append("</tr>\n");
    }
}
