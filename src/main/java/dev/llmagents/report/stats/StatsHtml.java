package dev.llmagents.report.stats;

import dev.llmagents.report.HtmlPage;
import dev.llmagents.report.clean.HtmlText;
import dev.llmagents.usage.stats.Dimension;
import dev.llmagents.usage.stats.UsageFigures;
import dev.llmagents.usage.stats.UsageReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Usage as one page that needs nothing else: no script, no font, no request. Reads in light and dark, on a phone and on
 * paper. Safe for threads.
 */
final class StatsHtml implements StatsRenderer {
    private static final int LONGEST_KEY = 120;
    private static final int IN_THE_BAND = 4;
    // What fits the page's measure; the rest is in CSV and JSON.
    private static final List<StatsColumn> COLUMNS = Arrays.stream(StatsColumn.values())
            .filter(column -> column != StatsColumn.ATTEMPTS && column != StatsColumn.FALLBACK)
            .toList();

    @Override
    public String render(UsageReport report) {
        StringBuilder out = new StringBuilder(32_768);
        HtmlPage.open(
                out, "en", "Usage · " + HtmlText.escape(StatsWords.range(report)), List.of("meeting.css", "stats.css"));
        List<StatsWords.Fact> facts = StatsWords.facts(report.total());
        out.append("<header class=\"cover first\">\n<p class=\"eyebrow\">Usage of language models</p>\n<h1>");
        out.append(HtmlText.escape(StatsWords.range(report).replace(" UTC", "")))
                .append("</h1>\n<p class=\"facts\">UTC");
        report.query().tenant().ifPresent(tenant -> out.append(", tenant ").append(HtmlText.of(tenant, LONGEST_KEY)));
        out.append("</p>\n");
        tiles(out, facts.subList(0, IN_THE_BAND));
        out.append("</header>\n");
        new StatsChart(out, report).write();
        groups(out, report);
        out.append("<div class=\"pair\">\n");
        figures(out, inOneColumn(facts.subList(IN_THE_BAND, facts.size())));
        errors(out, report.total());
        out.append("</div>\n<footer>\n<p>From ")
                .append(Numbers.whole(report.log().opened()));
        out.append(report.log().opened() == 1 ? " file" : " files").append(" of the usage log.</p>\n");
        StatsWords.notes(report)
                .forEach(note -> out.append("<p class=\"warning\">")
                        .append(HtmlText.escape(note))
                        .append("</p>\n"));
        out.append("</footer>\n</main>\n</body>\n</html>\n");
        return out.toString();
    }

    private static void tiles(StringBuilder out, List<StatsWords.Fact> facts) {
        out.append("<dl class=\"tiles\">\n");
        for (StatsWords.Fact fact : facts) {
            out.append("<div><dt>").append(HtmlText.escape(fact.name())).append("</dt><dd>");
            out.append(HtmlText.escape(fact.value())).append("</dd></div>\n");
        }
        out.append("</dl>\n");
    }

    /** Facts stand in pairs, for two columns; here those of the left come first. */
    private static List<StatsWords.Fact> inOneColumn(List<StatsWords.Fact> pairs) {
        List<StatsWords.Fact> facts = new ArrayList<>();
        for (int side = 0; side < 2; side++) {
            for (int at = side; at < pairs.size(); at += 2) {
                facts.add(pairs.get(at));
            }
        }
        return facts;
    }

    private static void figures(StringBuilder out, List<StatsWords.Fact> facts) {
        out.append("<section>\n<h2>Figures</h2>\n<dl class=\"list\">\n");
        for (StatsWords.Fact fact : facts) {
            out.append("<div><dt>").append(HtmlText.escape(fact.name())).append("</dt><dd>");
            out.append(HtmlText.escape(fact.value())).append("</dd></div>\n");
        }
        out.append("</dl>\n</section>\n");
    }

    private static void errors(StringBuilder out, UsageFigures total) {
        out.append("<section>\n<h2>Errors</h2>\n");
        if (total.errors().isEmpty()) {
            out.append("<p class=\"none\">None</p>\n");
        } else {
            out.append("<dl class=\"list\">\n");
            total.errors().forEach((kind, count) -> {
                out.append("<div><dt>").append(HtmlText.of(kind, LONGEST_KEY)).append("</dt><dd>");
                out.append(Numbers.whole(count)).append("</dd></div>\n");
            });
            out.append("</dl>\n");
        }
        out.append("</section>\n");
    }

    private static void groups(StringBuilder out, UsageReport report) {
        if (report.groups().isEmpty()) {
            return;
        }
        out.append("<section>\n<h2>By ");
        String separator = "";
        for (Dimension dimension : report.query().by()) {
            out.append(separator).append(dimension.label());
            separator = ", ";
        }
        out.append("</h2>\n<div class=\"wide\">\n<table class=\"groups\">\n<thead><tr>");
        for (Dimension dimension : report.query().by()) {
            out.append("<th scope=\"col\">").append(StatsWords.title(dimension)).append("</th>");
        }
        for (StatsColumn column : COLUMNS) {
            out.append("<th scope=\"col\" class=\"number\">")
                    .append(column.title())
                    .append("</th>");
            if (column == StatsColumn.COST) {
                out.append("<th scope=\"col\"><span class=\"hidden\">Share</span></th>");
            }
        }
        out.append("</tr></thead>\n<tbody>\n");
        double largest = 0;
        for (UsageReport.Group group : report.groups()) {
            largest = Math.max(largest, StatsColumn.share(group.figures(), report.total()));
        }
        for (UsageReport.Group group : report.groups()) {
            row(out, group, StatsColumn.share(group.figures(), report.total()), largest);
        }
        out.append("</tbody>\n</table>\n</div>\n</section>\n");
    }

    private static void row(StringBuilder out, UsageReport.Group group, double share, double largest) {
        out.append("<tr>");
        for (String value : group.key()) {
            out.append("<td class=\"key\">");
            out.append(value.isEmpty() ? StatsWords.NONE : HtmlText.of(value, LONGEST_KEY))
                    .append("</td>");
        }
        for (StatsColumn column : COLUMNS) {
            boolean alarming = column == StatsColumn.ERRORS && group.figures().errorCount() > 0;
            out.append("<td class=\"number").append(alarming ? " alarm" : "").append("\">");
            out.append(HtmlText.escape(column.of(group.figures()))).append("</td>");
            if (column == StatsColumn.COST) {
                out.append("<td class=\"share\"><svg class=\"bar\" width=\"100%\" height=\"6\" aria-hidden=\"true\">");
                out.append("<rect class=\"track\" width=\"100%\" height=\"6\" rx=\"3\"/><rect class=\"fill\" width=\"");
                out.append(StatsChart.number(largest == 0 ? 0 : share / largest * 100));
                out.append("%\" height=\"6\" rx=\"3\"/></svg><span class=\"said\">");
                out.append(Numbers.percent(Optional.of(share))).append("</span></td>");
            }
        }
        out.append("</tr>\n");
    }
}
