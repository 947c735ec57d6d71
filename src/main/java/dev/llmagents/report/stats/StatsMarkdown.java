package dev.llmagents.report.stats;

import dev.llmagents.report.clean.MarkdownText;
import dev.llmagents.usage.stats.Dimension;
import dev.llmagents.usage.stats.UsageFigures;
import dev.llmagents.usage.stats.UsageReport;
import java.util.List;

/** Usage as Markdown: a heading, the whole in a list, the groups in a table. Safe for threads. */
final class StatsMarkdown implements StatsRenderer {
    private static final int LONGEST_KEY = 120;

    @Override
    public String render(UsageReport report) {
        StringBuilder out = new StringBuilder(2048);
        out.append("# Usage\n\n").append(StatsWords.range(report));
        report.query().tenant().ifPresent(tenant -> out.append(", tenant ").append(key(tenant)));
        out.append("\n\n");
        for (StatsWords.Fact fact : StatsWords.facts(report.total())) {
            out.append("- ")
                    .append(fact.name())
                    .append(": ")
                    .append(value(fact.value()))
                    .append('\n');
        }
        report.total()
                .errors()
                .forEach((kind, count) -> out.append("- Errors, ")
                        .append(key(kind))
                        .append(": ")
                        .append(Numbers.whole(count))
                        .append('\n'));
        if (!report.groups().isEmpty()) {
            table(out, report);
        }
        List<String> notes = StatsWords.notes(report);
        if (!notes.isEmpty()) {
            out.append('\n');
            notes.forEach(note -> out.append("> ").append(note).append('\n'));
        }
        return out.toString();
    }

    private static void table(StringBuilder out, UsageReport report) {
        out.append("\n|");
        for (Dimension dimension : report.query().by()) {
            out.append(' ').append(StatsWords.title(dimension)).append(" |");
        }
        for (StatsColumn column : StatsColumn.values()) {
            out.append(' ').append(column.title()).append(" |");
        }
        out.append("\n|").append(" --- |".repeat(report.query().by().size()));
        out.append(" ---: |".repeat(StatsColumn.values().length)).append('\n');
        for (UsageReport.Group group : report.groups()) {
            out.append('|');
            group.key().forEach(value -> out.append(' ').append(key(value)).append(" |"));
            row(out, group.figures());
        }
    }

    private static void row(StringBuilder out, UsageFigures figures) {
        for (StatsColumn column : StatsColumn.values()) {
            out.append(' ').append(value(column.of(figures))).append(" |");
        }
        out.append('\n');
    }

    private static String key(String value) {
        return value.isEmpty() ? StatsWords.NONE : MarkdownText.of(value, LONGEST_KEY);
    }

    /** Two dollar signs in a line would enclose a formula. */
    private static String value(String text) {
        return text.replace("$", "\\$").replace("<", "\\<");
    }
}
