package dev.llmagents.report.compare;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The figures of all ways, a line for each kind. Pure. */
final class Figures {
    private static final int DOLLAR_DIGITS = 4;

    private Figures() {}

    /** @param values one for each way */
    record Line(String name, List<String> values) {}

    static List<Line> of(Comparison comparison) {
        List<Line> lines = new ArrayList<>();
        lines.add(line("answered by", comparison, (way, number) -> String.join(", ", way.sources())));
        lines.add(line("items", comparison, (way, number) -> Integer.toString(way.itemCount())));
        lines.add(line("only here", comparison, (way, number) -> Integer.toString(comparison.onlyAt(number))));
        lines.add(line("by a model", comparison, (way, number) -> Integer.toString(way.added())));
        lines.add(line("dropped", comparison, (way, number) -> Integer.toString(way.dropped())));
        lines.add(line("calls", comparison, (way, number) -> Integer.toString(way.calls())));
        lines.add(line("tokens in", comparison, (way, number) -> Long.toString(way.promptTokens())));
        lines.add(line("tokens out", comparison, (way, number) -> Long.toString(way.completionTokens())));
        lines.add(line("cost", comparison, (way, number) -> cost(way)));
        lines.add(line("time", comparison, (way, number) -> way.wallMs() + " ms"));
        return lines;
    }

    private interface Value {
        String of(Way way, int number);
    }

    private static Line line(String name, Comparison comparison, Value value) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < comparison.ways().size(); i++) {
            values.add(value.of(comparison.ways().get(i), i));
        }
        return new Line(name, values);
    }

    private static String cost(Way way) {
        return way.costUsd()
                .map(cost -> cost.signum() == 0
                        ? "$0"
                        : "$" + cost.setScale(DOLLAR_DIGITS, RoundingMode.UP).toPlainString())
                .orElse("unknown");
    }
}
