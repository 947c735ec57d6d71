package dev.llmagents.report.stats;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** A metric in Prometheus' text format: what it is, and its samples in the order they came. For one thread. */
final class MetricFamily {
    private final String name;
    private final String type;
    private final String help;
    private final Map<String, BigDecimal> samples = new LinkedHashMap<>();

    MetricFamily(String name, String type, String help) {
        this.name = name;
        this.type = type;
        this.help = help;
    }

    void add(String labels, long value) {
        add("", labels, BigDecimal.valueOf(value));
    }

    /** Adds to the sample with these labels, which begins at zero. */
    void add(String suffix, String labels, BigDecimal value) {
        samples.merge(name + suffix + (labels.isEmpty() ? "" : "{" + labels + "}"), value, BigDecimal::add);
    }

    void writeTo(StringBuilder out) {
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        samples.forEach((sample, value) ->
                out.append(sample).append(' ').append(value.toPlainString()).append('\n'));
    }
}
