package dev.llmagents.report.load;

import dev.llmagents.load.LoadResult;
import dev.llmagents.load.LoadResult.Point;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The course of a test drawn as SVG without letters; the scale stands in HTML around it, so nothing is squeezed. */
final class LoadChart {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 200;

    private final StringBuilder out;
    private final LoadResult result;
    private final List<Point> points;

    LoadChart(StringBuilder out, LoadResult result) {
        this.out = out;
        this.result = result;
        this.points = result.series().points();
    }

    void write() {
        if (points.size() < 2) {
            return;
        }
        double slowest = top(Point::p99);
        open(
                "Response time: p99, p95, p50",
                "Response time: <span class=\"stroke p99\">p99</span>, <span class=\"stroke p95\">p95</span>,"
                        + " <span class=\"stroke\">p50</span>",
                slowest,
                LoadWords::time);
        curve("p99", Point::p99, slowest);
        curve("p95", Point::p95, slowest);
        curve("p50", Point::p50, slowest);
        close();
        double most = top(Point::sent);
        String requests = "Requests a step: answered and failed";
        open(requests, requests, most, value -> LoadWords.whole(Math.round(value)));
        double step = WIDTH / points.size();
        for (int at = 0; at < points.size(); at++) {
            Point point = points.get(at);
            bar("well", at * step, step, 0, point.answered() / most);
            bar("ill", at * step, step, point.answered() / most, point.failed() / most);
        }
        close();
    }

    private double top(ToDoubleFunction<Point> figure) {
        return Math.max(1, points.stream().mapToDouble(figure).max().orElse(1));
    }

    /** @param heading the title with the colours of the curves */
    private void open(String title, String heading, double top, Function<Double, String> label) {
        out.append("<section class=\"course\">\n<h2>").append(heading).append("</h2>\n<div class=\"chart\">\n");
        out.append("<ul class=\"scale\" aria-hidden=\"true\">");
        for (double share : new double[] {1, 0.5, 0}) {
            out.append("<li>")
                    .append(share == 0 ? "0" : label.apply(top * share))
                    .append("</li>");
        }
        out.append("</ul>\n<svg viewBox=\"0 0 1000 200\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"");
        out.append(title).append(", at most ").append(label.apply(top)).append("\">\n");
        for (double y : new double[] {0.5, 100}) {
            out.append("<line class=\"grid\" x1=\"0\" x2=\"1000\" y1=\"")
                    .append(y)
                    .append("\" y2=\"")
                    .append(y)
                    .append("\"/>\n");
        }
    }

    private void close() {
        out.append("</svg>\n<ol class=\"times\" aria-hidden=\"true\">");
        double whole = result.series().stepSeconds() * points.size();
        for (int part = 0; part <= 4; part++) {
            out.append("<li>")
                    .append(LoadWords.decimals(whole * part / 4, whole < 8 ? 1 : 0))
                    .append(" s</li>");
        }
        out.append("</ol>\n</div>\n</section>\n");
    }

    /** Steps without an answer leave a gap. */
    private void curve(String name, ToDoubleFunction<Point> figure, double top) {
        out.append("<path class=\"curve ").append(name).append("\" d=\"");
        boolean drawing = false;
        for (int at = 0; at < points.size(); at++) {
            if (points.get(at).answered() == 0) {
                drawing = false;
                continue;
            }
            double x = WIDTH * at / (points.size() - 1);
            double y = HEIGHT - figure.applyAsDouble(points.get(at)) / top * HEIGHT;
            out.append(drawing ? "L" : "M").append(number(x)).append(' ').append(number(y));
            drawing = true;
        }
        out.append("\"/>\n");
    }

    private void bar(String kind, double x, double width, double from, double share) {
        if (share > 0) {
            out.append("<rect class=\"").append(kind).append("\" x=\"").append(number(x + width * 0.08));
            out.append("\" y=\"").append(number(HEIGHT * (1 - from - share)));
            out.append("\" width=\"").append(number(width * 0.84));
            out.append("\" height=\"").append(number(HEIGHT * share)).append("\"/>\n");
        }
    }

    private static String number(double value) {
        return LoadWords.decimals(value, 2);
    }
}
