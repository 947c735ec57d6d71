package dev.llmagents.report.stats;

import dev.llmagents.report.Columns;
import dev.llmagents.report.Ink;
import dev.llmagents.report.clean.PlainText;
import dev.llmagents.report.stats.StatsFormats.Destination;
import dev.llmagents.usage.stats.Dimension;
import dev.llmagents.usage.stats.UsageReport;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The groups of a report as a table that fits a terminal: what has no room goes, the least wanted column first. */
final class GroupLines {
    /** Columns of a name at most. */
    static final int WIDEST_KEY = 40;

    private static final int NARROWEST_KEY = 8;
    private static final int BAR = 12;
    private static final int BAR_RANK = 4;
    private static final int PERCENT = 7;
    private static final String GAP = "  ";

    private final UsageReport report;
    private final Destination destination;
    private final List<List<String>> keys = new ArrayList<>();
    private final List<Integer> keyWidths = new ArrayList<>();
    private final List<StatsColumn> columns = new ArrayList<>(List.of(StatsColumn.values()));
    private final Map<StatsColumn, Integer> widths = new EnumMap<>(StatsColumn.class);
    private final double largestShare;
    private boolean bars = true;

    GroupLines(UsageReport report, Destination destination) {
        this.report = report;
        this.destination = destination;
        List<Dimension> by = report.query().by();
        for (Dimension dimension : by) {
            keyWidths.add(StatsWords.title(dimension).length());
        }
        for (UsageReport.Group group : report.groups()) {
            List<String> shown = new ArrayList<>();
            for (int i = 0; i < by.size(); i++) {
                String value = group.key().get(i);
                String text = value.isEmpty() ? StatsWords.NONE : PlainText.of(value, WIDEST_KEY);
                shown.add(text);
                keyWidths.set(i, Math.max(keyWidths.get(i), Columns.of(text)));
            }
            keys.add(shown);
        }
        for (StatsColumn column : columns) {
            widths.put(column, width(column));
        }
        this.largestShare = largestShare();
        fit();
    }

    private void fit() {
        for (int rank = 10; rank > 2 && width() > destination.width(); rank--) {
            int leaving = rank;
            columns.removeIf(column -> column.rank() == leaving);
            if (rank == BAR_RANK) {
                bars = false;
            }
        }
        while (width() > destination.width()) {
            int widest = 0;
            for (int i = 1; i < keyWidths.size(); i++) {
                widest = keyWidths.get(i) > keyWidths.get(widest) ? i : widest;
            }
            if (keyWidths.get(widest) <= NARROWEST_KEY) {
                return;
            }
            keyWidths.set(widest, keyWidths.get(widest) - 1);
        }
    }

    private int width() {
        int width = bars ? BAR + PERCENT + GAP.length() : 0;
        for (int key : keyWidths) {
            width += key + GAP.length();
        }
        for (StatsColumn column : columns) {
            width += widths.get(column) + GAP.length();
        }
        return width - GAP.length();
    }

    private int width(StatsColumn column) {
        int width = Math.max(column.title().length(), column.of(report.total()).length());
        for (UsageReport.Group group : report.groups()) {
            width = Math.max(width, column.of(group.figures()).length());
        }
        return width;
    }

    void writeTo(StringBuilder out) {
        StringBuilder head = new StringBuilder();
        for (int i = 0; i < keyWidths.size(); i++) {
            String title = StatsWords.title(report.query().by().get(i));
            head.append(Columns.padded(Columns.cut(title, keyWidths.get(i)), keyWidths.get(i)))
                    .append(GAP);
        }
        for (int i = 0; i < columns.size(); i++) {
            head.append(right(columns.get(i).title(), widths.get(columns.get(i))))
                    .append(GAP);
            if (i == 0 && bars) {
                head.append(Columns.padded("", BAR + PERCENT)).append(GAP);
            }
        }
        line(out, destination.colour() ? Ink.DIM.on(head.toString().stripTrailing()) : head.toString());
        for (int at = 0; at < keys.size(); at++) {
            row(out, at);
        }
    }

    private void row(StringBuilder out, int at) {
        UsageReport.Group group = report.groups().get(at);
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < keyWidths.size(); i++) {
            row.append(Columns.padded(Columns.cut(keys.get(at).get(i), keyWidths.get(i)), keyWidths.get(i)))
                    .append(GAP);
        }
        for (int i = 0; i < columns.size(); i++) {
            StatsColumn column = columns.get(i);
            String text = right(column.of(group.figures()), widths.get(column));
            boolean alarming = column == StatsColumn.ERRORS && group.figures().errorCount() > 0;
            row.append(alarming && destination.colour() ? Ink.RED.on(text) : text)
                    .append(GAP);
            if (i == 0 && bars) {
                double share = StatsColumn.share(group.figures(), report.total());
                String bar = Columns.padded(Bars.bar(share / largestShare, BAR, destination.unicode()), BAR);
                row.append(destination.colour() ? Ink.CYAN.on(bar) : bar);
                row.append(right(Numbers.percent(Optional.of(share)), PERCENT)).append(GAP);
            }
        }
        line(out, row.toString());
    }

    private double largestShare() {
        double largest = 0;
        for (UsageReport.Group group : report.groups()) {
            largest = Math.max(largest, StatsColumn.share(group.figures(), report.total()));
        }
        return largest == 0 ? 1 : largest;
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - Columns.of(text))) + text;
    }

    private static void line(StringBuilder out, String text) {
        out.append(text.stripTrailing()).append('\n');
    }
}
