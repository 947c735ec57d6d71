package dev.llmagents.report.felicia;

import dev.llmagents.report.clean.HtmlText;
import dev.llmagents.team.felicia.Facts;
import dev.llmagents.team.felicia.backtest.BacktestResult;
import dev.llmagents.team.felicia.metric.EquityCurve;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/**
 * Charts as SVG without fonts, scripts or measured text: the same figures give the same bytes. Colours are classes, given by
 * the page's style sheet or, in a file of its own, by a style within it.
 */
final class TradeCharts {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 260;
    private static final int LEFT = 78;
    private static final int RIGHT = 12;
    private static final int TOP = 28;
    private static final int BOTTOM = 28;
    private static final int MOST_POINTS = 600;
    private static final int STEPS = 4;
    private static final int BAR = 26;
    private static final int LABEL = 60;
    private static final String STYLE = "<style>text{font:12px system-ui,sans-serif;fill:#333}.axis{stroke:#ccc}"
            + ".net{fill:none;stroke:#1f6feb;stroke-width:2}.other{fill:none;stroke:#8a8f98;stroke-width:1.5;stroke-dasharray:5 3}"
            + ".area{fill:#d1495b;fill-opacity:.25;stroke:#d1495b}.bar{fill:#1f6feb}.cap{stroke:#d1495b;stroke-dasharray:4 3}"
            + ".page{fill:#fff}@media(prefers-color-scheme:dark){text{fill:#ddd}.axis{stroke:#444}.page{fill:#16181c}"
            + ".net{stroke:#6ea8fe}.bar{fill:#6ea8fe}}</style>\n<rect class=\"page\" width=\"100%\" height=\"100%\"/>\n";

    private TradeCharts() {}

    /** {@code chart} as a file that stands alone. */
    static String standalone(String chart) {
        String head = "<svg xmlns=\"http://www.w3.org/2000/svg\" ";
        int end = chart.indexOf('>') + 1;
        return chart.substring(0, end).replaceFirst("<svg ", head) + "\n" + STYLE
                + chart.substring(end).stripLeading();
    }

    static String equity(Optional<BacktestResult> backtest) {
        StringBuilder out = open("Equity of the backtest after costs, and of the benchmark", HEIGHT);
        if (backtest.isEmpty()) {
            return nothing(out);
        }
        EquityCurve net = backtest.get().net().curve();
        EquityCurve benchmark = backtest.get().benchmark().curve();
        double[] range = range(net.values(), benchmark.values());
        title(out, "Equity after costs (line) and benchmark (dashed)");
        grid(out, range, false);
        dates(out, net);
        path(out, "other", benchmark.values(), range);
        path(out, "net", net.values(), range);
        return out.append("</svg>\n").toString();
    }

    static String drawdown(Optional<BacktestResult> backtest) {
        StringBuilder out = open("Fall of the backtest from its highest value so far", HEIGHT);
        if (backtest.isEmpty()) {
            return nothing(out);
        }
        EquityCurve net = backtest.get().net().curve();
        double[] falls = new double[net.values().length];
        double peak = net.start();
        double deepest = 0;
        for (int day = 0; day < falls.length; day++) {
            peak = Math.max(peak, net.values()[day]);
            falls[day] = net.values()[day] / peak - 1;
            deepest = Math.min(deepest, falls[day]);
        }
        double[] range = {Math.min(-0.01, deepest * 1.05), 0};
        title(out, "Fall from the peak");
        grid(out, range, true);
        dates(out, net);
        StringBuilder line = points(falls, range);
        out.append("<path class=\"area\" d=\"M")
                .append(LEFT)
                .append(' ')
                .append(TOP)
                .append(" L")
                .append(line);
        out.append(" L").append(WIDTH - RIGHT).append(' ').append(TOP).append(" Z\"/>\n");
        return out.append("</svg>\n").toString();
    }

    /** @param cap largest weight allowed, drawn as a line */
    static String weights(Map<String, Double> weights, double cap) {
        int height = TOP + BAR * Math.max(1, weights.size()) + BOTTOM;
        StringBuilder out = open("Target weights", height);
        if (weights.isEmpty()) {
            return nothing(out);
        }
        title(out, "Target weights; the dashed line is the limit of one symbol");
        double most = Math.max(
                        cap,
                        weights.values().stream().mapToDouble(Math::abs).max().orElse(0))
                * 1.15;
        double room = WIDTH - LEFT - RIGHT - LABEL;
        int y = TOP;
        for (Map.Entry<String, Double> weight : weights.entrySet()) {
            double length = Math.abs(weight.getValue()) / most * room;
            out.append("<text x=\"")
                    .append(LEFT - 8)
                    .append("\" y=\"")
                    .append(y + 17)
                    .append("\" text-anchor=\"end\">");
            out.append(HtmlText.of(weight.getKey(), 12)).append("</text>\n");
            out.append("<rect class=\"bar\" x=\"")
                    .append(LEFT)
                    .append("\" y=\"")
                    .append(y + 4)
                    .append("\" width=\"");
            out.append(at(length)).append("\" height=\"").append(BAR - 8).append("\" rx=\"2\"/>\n");
            out.append("<text x=\"")
                    .append(at(LEFT + length + 6))
                    .append("\" y=\"")
                    .append(y + 17)
                    .append("\">");
            out.append(Num.percent(weight.getValue())).append("</text>\n");
            y += BAR;
        }
        double x = LEFT + cap / most * room;
        out.append("<line class=\"cap\" x1=\"")
                .append(at(x))
                .append("\" x2=\"")
                .append(at(x))
                .append("\" y1=\"");
        out.append(TOP).append("\" y2=\"").append(y).append("\"/>\n");
        return out.append("</svg>\n").toString();
    }

    private static StringBuilder open(String label, int height) {
        return new StringBuilder("<svg viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(height)
                .append("\" role=\"img\" aria-label=\"")
                .append(label)
                .append("\" class=\"chart\">\n");
    }

    private static String nothing(StringBuilder out) {
        title(out, "Nothing to draw");
        return out.append("</svg>\n").toString();
    }

    private static void title(StringBuilder out, String text) {
        out.append("<text x=\"")
                .append(LEFT)
                .append("\" y=\"18\">")
                .append(text)
                .append("</text>\n");
    }

    private static double[] range(double[] one, double[] other) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double[] values : new double[][] {one, other}) {
            for (double value : values) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        double margin = Math.max((most - least) * 0.05, Math.max(1e-9, Math.abs(most) * 1e-4));
        return new double[] {least - margin, most + margin};
    }

    private static void grid(StringBuilder out, double[] range, boolean percent) {
        for (int step = 0; step <= STEPS; step++) {
            double value = range[0] + (range[1] - range[0]) * step / STEPS;
            String y = at(y(value, range));
            out.append("<line class=\"axis\" x1=\"")
                    .append(LEFT)
                    .append("\" x2=\"")
                    .append(WIDTH - RIGHT);
            out.append("\" y1=\"").append(y).append("\" y2=\"").append(y).append("\"/>\n");
            out.append("<text x=\"").append(LEFT - 8).append("\" y=\"").append(at(y(value, range) + 4));
            out.append("\" text-anchor=\"end\">")
                    .append(percent ? Num.percent(value) : whole(value))
                    .append("</text>\n");
        }
    }

    private static String whole(double value) {
        return Num.grouped(
                BigDecimal.valueOf(value).setScale(0, RoundingMode.HALF_UP).toPlainString());
    }

    private static void dates(StringBuilder out, EquityCurve curve) {
        int last = curve.dates().size() - 1;
        int y = HEIGHT - 8;
        out.append("<text x=\"").append(LEFT).append("\" y=\"").append(y).append("\">");
        out.append(curve.dates().get(0))
                .append("</text>\n<text x=\"")
                .append((LEFT + WIDTH - RIGHT) / 2)
                .append("\" y=\"");
        out.append(y)
                .append("\" text-anchor=\"middle\">")
                .append(curve.dates().get(last / 2))
                .append("</text>\n");
        out.append("<text x=\"")
                .append(WIDTH - RIGHT)
                .append("\" y=\"")
                .append(y)
                .append("\" text-anchor=\"end\">");
        out.append(curve.dates().get(last)).append("</text>\n");
    }

    private static void path(StringBuilder out, String style, double[] values, double[] range) {
        out.append("<path class=\"")
                .append(style)
                .append("\" d=\"M")
                .append(points(values, range))
                .append("\"/>\n");
    }

    /** Long curves are drawn by as many points as can be told apart. */
    private static StringBuilder points(double[] values, double[] range) {
        StringBuilder line = new StringBuilder();
        int count = Math.min(MOST_POINTS, values.length);
        for (int point = 0; point < count; point++) {
            int day = count == 1 ? 0 : (int) ((long) point * (values.length - 1) / (count - 1));
            double x = LEFT + (WIDTH - RIGHT - LEFT) * (values.length == 1 ? 0 : (double) day / (values.length - 1));
            line.append(point == 0 ? "" : " L").append(at(x)).append(' ').append(at(y(values[day], range)));
        }
        return line;
    }

    private static double y(double value, double[] range) {
        return TOP + (HEIGHT - BOTTOM - TOP) * (1 - (value - range[0]) / (range[1] - range[0]));
    }

    private static String at(double place) {
        return BigDecimal.valueOf(Facts.figure(place).doubleValue())
                .setScale(1, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
