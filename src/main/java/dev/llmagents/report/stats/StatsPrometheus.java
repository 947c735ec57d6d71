package dev.llmagents.report.stats;

import dev.llmagents.usage.stats.Dimension;
import dev.llmagents.usage.stats.UsageFigures;
import dev.llmagents.usage.stats.UsageReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Usage as counters in Prometheus' text format (version 0.0.4), for a textfile collector: a program that runs for seconds
 * has no counters of its own that anybody could scrape. They only rise, for as long as the log is kept. Safe for threads.
 */
final class StatsPrometheus implements StatsRenderer {
    /** What the metrics are labelled with; the status on requests alone. */
    static final List<Dimension> DIMENSIONS =
            List.of(Dimension.AGENT, Dimension.TEAM, Dimension.MODEL, Dimension.PROVIDER, Dimension.STATUS);

    private static final int WITHOUT_STATUS = DIMENSIONS.size() - 1;
    private static final String PREFIX = "llm_";
    private static final int MILLI_DIGITS = 3;

    @Override
    public String render(UsageReport report) {
        Families families = new Families();
        // By labels and not by cost: the order of two files a minute apart is the same.
        Map<String, UsageReport.Group> sorted = new TreeMap<>();
        for (UsageReport.Group group : report.groups()) {
            sorted.put(labels(group.key(), DIMENSIONS.size()), group);
        }
        sorted.forEach((labels, group) -> {
            families.requests.add(labels, group.figures().lines());
            families.add(labels(group.key(), WITHOUT_STATUS), group.figures());
        });
        families.damaged.add("", report.log().damaged());
        StringBuilder out = new StringBuilder(8192);
        families.all.forEach(family -> family.writeTo(out));
        return out.toString();
    }

    /** The metrics, in the order they are written. */
    private static final class Families {
        private final List<MetricFamily> all = new ArrayList<>();
        private final MetricFamily requests =
                counter("requests_total", "Attempts at providers and answers from the cache.");
        private final MetricFamily durations = family(
                "request_duration_seconds",
                "histogram",
                "Time from sending to the end of the answer, of attempts that gave one.");
        private final MetricFamily tokens = counter(
                "tokens_used_total",
                "Billed tokens; cached_prompt and cache_write are parts of prompt, reasoning is a part of completion.");
        private final MetricFamily hits = counter("cache_hits_total", "Calls answered from the cache.");
        private final MetricFamily misses = counter("cache_misses_total", "Calls that went to a provider.");
        private final MetricFamily coalesced =
                counter("coalesced_total", "Calls that shared the answer of an identical one under way.");
        private final MetricFamily errors = counter("errors_total", "Attempts without an answer, by kind of failure.");
        private final MetricFamily cost = counter("cost_usd_total", "Known costs in US dollars.");
        private final MetricFamily saved =
                counter("cost_saved_usd_total", "What answers from the cache would have cost, in US dollars.");
        private final MetricFamily unpriced = counter("unpriced_requests_total", "Attempts whose price is not known.");
        private final MetricFamily damaged =
                family("usage_log_damaged_lines", "gauge", "Lines of the usage log that could not be read.");

        private MetricFamily counter(String name, String help) {
            return family(name, "counter", help);
        }

        private MetricFamily family(String name, String type, String help) {
            MetricFamily family = new MetricFamily(PREFIX + name, type, help);
            all.add(family);
            return family;
        }

        private void add(String labels, UsageFigures figures) {
            histogram(labels, figures.latency());
            tokens.add(labels + ",type=\"prompt\"", figures.tokens().prompt());
            tokens.add(labels + ",type=\"cached_prompt\"", figures.tokens().cachedPrompt());
            tokens.add(labels + ",type=\"cache_write\"", figures.tokens().cacheWrite());
            tokens.add(labels + ",type=\"completion\"", figures.tokens().completion());
            tokens.add(labels + ",type=\"reasoning\"", figures.tokens().reasoning());
            hits.add(labels, figures.cacheHits());
            misses.add(labels, figures.calls() - figures.cacheHits() - figures.coalesced());
            coalesced.add(labels, figures.coalesced());
            figures.errors().forEach((kind, count) -> errors.add(labels + ",type=\"" + escaped(kind) + "\"", count));
            cost.add("", labels, figures.costUsd());
            saved.add("", labels, figures.savedUsd());
            unpriced.add(labels, figures.unpriced());
        }

        private void histogram(String labels, UsageFigures.Latency latency) {
            List<Long> edges = UsageFigures.Latency.edges();
            for (int i = 0; i < edges.size(); i++) {
                String edge = seconds(edges.get(i)).stripTrailingZeros().toPlainString();
                durations.add(
                        "_bucket",
                        labels + ",le=\"" + edge + "\"",
                        BigDecimal.valueOf(latency.upTo().get(i)));
            }
            durations.add("_bucket", labels + ",le=\"+Inf\"", BigDecimal.valueOf(latency.count()));
            durations.add("_sum", labels, seconds(latency.sum()));
            durations.add("_count", labels, BigDecimal.valueOf(latency.count()));
        }
    }

    private static BigDecimal seconds(long millis) {
        return BigDecimal.valueOf(millis, MILLI_DIGITS);
    }

    private static String labels(List<String> key, int count) {
        StringBuilder labels = new StringBuilder();
        for (int i = 0; i < count; i++) {
            labels.append(i == 0 ? "" : ",").append(DIMENSIONS.get(i).label());
            labels.append("=\"").append(escaped(key.get(i))).append('"');
        }
        return labels.toString();
    }

    /** A label's value: backslash, quote and line feed escaped, as the format wants; controls and half characters replaced. */
    private static String escaped(String value) {
        StringBuilder escaped = new StringBuilder(value.length());
        value.codePoints().forEach(letter -> {
            switch (letter) {
                case '\\' -> escaped.append("\\\\");
                case '"' -> escaped.append("\\\"");
                case '\n' -> escaped.append("\\n");
                default -> {
                    boolean half = letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE;
                    escaped.appendCodePoint(half || Character.isISOControl(letter) ? 0xFFFD : letter);
                }
            }
        });
        return escaped.toString();
    }
}
