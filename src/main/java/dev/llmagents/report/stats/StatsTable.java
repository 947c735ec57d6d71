package dev.llmagents.report.stats;

import dev.llmagents.report.Columns;
import dev.llmagents.report.Ink;
import dev.llmagents.report.clean.PlainText;
import dev.llmagents.report.stats.StatsFormats.Destination;
import dev.llmagents.usage.stats.UsageReport;
import dev.llmagents.usage.stats.UsageReport.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Usage for a terminal: the whole, its course as a sparkline, and a line with a bar for each group. Safe for threads. */
final class StatsTable implements StatsRenderer {
    private static final int INDENT = 2;
    private static final int WIDEST_SPARKLINE = 60;

    private final Destination destination;

    StatsTable(Destination destination) {
        this.destination = destination;
    }

    @Override
    public String render(UsageReport report) {
        StringBuilder out = new StringBuilder(2048);
        String tenant = report.query()
                .tenant()
                .map(name -> ", tenant " + PlainText.of(name))
                .orElse("");
        line(out, ink("Usage", Ink.BOLD));
        wrapped(out, StatsWords.range(report) + tenant, 0, Ink.PLAIN);
        line(out, "");
        facts(out, StatsWords.facts(report.total()));
        course(out, report);
        errors(out, report);
        if (!report.groups().isEmpty()) {
            line(out, "");
            new GroupLines(report, destination).writeTo(out);
        }
        List<String> notes = StatsWords.notes(report);
        if (!notes.isEmpty()) {
            line(out, "");
            notes.forEach(note -> wrapped(out, note, 0, Ink.YELLOW));
        }
        return destination.unicode() ? out.toString() : ascii(out);
    }

    private void facts(StringBuilder out, List<StatsWords.Fact> facts) {
        int name = 0;
        int[] values = new int[2];
        for (int at = 0; at < facts.size(); at++) {
            name = Math.max(name, Columns.of(facts.get(at).name()));
            values[at % 2] = Math.max(values[at % 2], Columns.of(facts.get(at).value()));
        }
        int pair = 2 * (name + 2 * INDENT) + values[0] + values[1];
        int perLine = pair <= destination.width() ? 2 : 1;
        for (int at = 0; at < facts.size(); at += perLine) {
            StringBuilder text = new StringBuilder();
            for (int i = at; i < Math.min(facts.size(), at + perLine); i++) {
                StatsWords.Fact fact = facts.get(i);
                text.append("  ")
                        .append(ink(Columns.padded(fact.name(), name), Ink.DIM))
                        .append("  ");
                String value = Columns.cut(fact.value(), destination.width() - name - 2 * INDENT);
                text.append(Columns.padded(value, values[0]));
            }
            line(out, text.toString());
        }
    }

    private void course(StringBuilder out, UsageReport report) {
        List<Point> points = report.series().points();
        if (points.size() < 2) {
            return;
        }
        boolean cost = StatsWords.drawsCost(report);
        List<Double> values = new ArrayList<>();
        for (Point point : points) {
            values.add(cost ? point.costUsd().doubleValue() : point.calls());
        }
        Point peak = points.stream()
                .max(cost ? Comparator.comparing(Point::costUsd) : Comparator.comparing(Point::calls))
                .orElseThrow();
        int columns = Math.min(WIDEST_SPARKLINE, destination.width() - 4);
        String unit = report.series().unit().label();
        String most = cost ? Numbers.money(peak.costUsd()) : Numbers.whole(peak.calls());
        line(out, "");
        String title = (cost ? "Cost" : "Calls") + " per " + unit + ", at most " + most + " (" + peak.label() + ")";
        wrapped(out, title, INDENT, Ink.DIM);
        line(out, "  " + ink(Bars.sparkline(values, columns, destination.unicode()), Ink.CYAN));
    }

    private void errors(StringBuilder out, UsageReport report) {
        Map<String, Long> errors = report.total().errors();
        if (errors.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        errors.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(kind -> text.append(text.isEmpty() ? "" : ", ")
                        .append(PlainText.of(kind.getKey(), GroupLines.WIDEST_KEY))
                        .append(' ')
                        .append(Numbers.whole(kind.getValue())));
        line(out, "");
        wrapped(out, "Errors: " + text, INDENT, Ink.PLAIN);
    }

    /** Words over as many lines as they need. */
    private void wrapped(StringBuilder out, String text, int indent, Ink ink) {
        StringBuilder current = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            boolean full = Columns.of(current.toString()) + Columns.of(word) + 1 > destination.width() - indent;
            if (full && !current.isEmpty()) {
                line(out, " ".repeat(indent) + ink(current.toString(), ink));
                current.setLength(0);
            }
            current.append(current.isEmpty() ? "" : " ").append(word);
        }
        line(out, " ".repeat(indent) + ink(current.toString(), ink));
    }

    private static void line(StringBuilder out, String text) {
        out.append(text.stripTrailing()).append('\n');
    }

    private String ink(String text, Ink ink) {
        return destination.colour() ? ink.on(text) : text;
    }

    /** Names in the log may have any letters. */
    private static String ascii(StringBuilder text) {
        StringBuilder ascii = new StringBuilder(text.length());
        text.codePoints()
                .forEach(
                        letter -> ascii.append(letter < 0x80 ? Character.toString(letter) : letter == '…' ? "~" : "?"));
        return ascii.toString();
    }
}
