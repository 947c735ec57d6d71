package dev.llmagents.report.stats;

import dev.llmagents.usage.stats.UsageReport;
import dev.llmagents.usage.stats.UsageReport.Point;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** A column for each day or hour, drawn as SVG without letters; the scale stands in HTML around it, so nothing is squeezed. */
final class StatsChart {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 200;
    private static final double FILLED = 0.78;
    // An odd number, so that the page may leave out each second one where it is narrow and still end with the last.
    private static final int LABELS = 7;

    private final StringBuilder out;
    private final UsageReport report;
    private final boolean cost;

    StatsChart(StringBuilder out, UsageReport report) {
        this.out = out;
        this.report = report;
        this.cost = StatsWords.drawsCost(report);
    }

    void write() {
        List<Point> points = report.series().points();
        if (points.size() < 2) {
            return;
        }
        double top = top(points);
        String unit = report.series().unit().label();
        out.append("<section class=\"course\">\n<h2>")
                .append(cost ? "Cost" : "Calls")
                .append(" per ")
                .append(unit);
        out.append("</h2>\n<div class=\"chart\">\n<ul class=\"scale\" aria-hidden=\"true\">");
        for (double share : new double[] {1, 0.5, 0}) {
            out.append("<li>").append(label(top * share)).append("</li>");
        }
        out.append("</ul>\n<svg viewBox=\"0 0 1000 200\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"");
        out.append(cost ? "Cost" : "Calls")
                .append(" per ")
                .append(unit)
                .append(", at most ")
                .append(label(most(points)));
        out.append("\">\n");
        for (double share : new double[] {0.5, 1}) {
            out.append("<line class=\"grid\" x1=\"0\" x2=\"1000\" y1=\"").append(number(HEIGHT * (1 - share) + 0.5));
            out.append("\" y2=\"").append(number(HEIGHT * (1 - share) + 0.5)).append("\"/>\n");
        }
        double step = WIDTH / points.size();
        for (int at = 0; at < points.size(); at++) {
            column(points.get(at), at * step + step * (1 - FILLED) / 2, step * FILLED, top);
        }
        int shown = Math.min(LABELS, points.size());
        out.append("</svg>\n<ol class=\"times")
                .append(shown == LABELS ? " many" : "")
                .append("\" aria-hidden=\"true\">");
        for (int i = 0; i < shown; i++) {
            Point point = points.get((int) Math.round((double) i * (points.size() - 1) / Math.max(1, shown - 1)));
            out.append("<li>").append(time(point)).append("</li>");
        }
        out.append("</ol>\n</div>\n</section>\n");
    }

    private void column(Point point, double x, double width, double top) {
        double height = top == 0 ? 0 : value(point) / top * HEIGHT;
        if (height > 0) {
            // What is there shows, however little it is.
            height = Math.max(height, 1.5);
        }
        out.append("<rect class=\"")
                .append(point.errors() > 0 && point.errors() * 10 >= point.attempts() ? "ill" : "well");
        out.append("\" x=\"").append(number(x)).append("\" y=\"").append(number(HEIGHT - height));
        out.append("\" width=\"")
                .append(number(width))
                .append("\" height=\"")
                .append(number(height))
                .append("\"><title>");
        out.append(point.label())
                .append(": ")
                .append(Numbers.money(point.costUsd()))
                .append(", ");
        out.append(Numbers.whole(point.calls())).append(" calls, ").append(Numbers.whole(point.errors()));
        out.append(" errors</title></rect>\n");
    }

    /** {@code Nov 3} would need words; {@code 11-03} and {@code 14:00} need none. */
    private String time(Point point) {
        boolean hours = point.label().indexOf('T') > 0;
        String day = point.label().substring("2026-".length(), "2026-11-22".length());
        return hours ? day + " " + point.label().substring("2026-11-22T".length()) + ":00" : day;
    }

    private double most(List<Point> points) {
        double most = 0;
        for (Point point : points) {
            most = Math.max(most, value(point));
        }
        return most;
    }

    /** A round number not below the largest value: 1, 2, 4 or 5 and noughts. */
    private double top(List<Point> points) {
        double most = most(points);
        if (most <= 0) {
            return 0;
        }
        double unit = Math.pow(10, Math.floor(Math.log10(most)));
        for (double round : new double[] {1, 2, 4, 5, 6, 8, 10}) {
            if (round * unit >= most) {
                return round * unit;
            }
        }
        return 10 * unit;
    }

    private double value(Point point) {
        return cost ? point.costUsd().doubleValue() : point.calls();
    }

    private String label(double value) {
        return cost ? Numbers.money(BigDecimal.valueOf(value)).replace("<", "&lt;") : Numbers.brief(Math.round(value));
    }

    /** A number for an attribute: at most two decimals. */
    static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
