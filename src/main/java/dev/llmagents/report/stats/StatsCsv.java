package dev.llmagents.report.stats;

import dev.llmagents.report.clean.CsvText;
import dev.llmagents.usage.stats.Dimension;
import dev.llmagents.usage.stats.UsageFigures;
import dev.llmagents.usage.stats.UsageReport;
import java.util.List;

/**
 * Usage as CSV (RFC 4180): a line for each group, or one for the whole if there are none. Numbers are whole and exact; what
 * is not known is an empty cell. Safe for threads.
 */
final class StatsCsv implements StatsRenderer {
    private static final String FIGURES = "calls,attempts,retries,fallbacks,cache_hits,coalesced,rules,prompt_tokens,"
            + "cached_prompt_tokens,cache_write_tokens,completion_tokens,reasoning_tokens,cost_usd,unpriced,saved_usd,errors,"
            + "latency_p50_ms,latency_p95_ms,latency_p99_ms,latency_max_ms";
    private static final String LINE_END = "\r\n";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final boolean marked;

    /** @param marked whether to begin with a byte order mark, which Excel wants and pipes do not */
    StatsCsv(boolean marked) {
        this.marked = marked;
    }

    @Override
    public String render(UsageReport report) {
        StringBuilder csv = new StringBuilder(1024);
        if (marked) {
            csv.append(BYTE_ORDER_MARK);
        }
        for (Dimension dimension : report.query().by()) {
            csv.append(dimension.label()).append(',');
        }
        csv.append(FIGURES).append(LINE_END);
        if (report.query().by().isEmpty()) {
            row(csv, List.of(), report.total());
        }
        for (UsageReport.Group group : report.groups()) {
            row(csv, group.key(), group.figures());
        }
        return csv.toString();
    }

    private static void row(StringBuilder csv, List<String> key, UsageFigures figures) {
        key.forEach(value -> csv.append(CsvText.cell(value)).append(','));
        long[] counts = {
            figures.calls(),
            figures.attempts(),
            figures.retries(),
            figures.fallbacks(),
            figures.cacheHits(),
            figures.coalesced(),
            figures.rules(),
            figures.tokens().prompt(),
            figures.tokens().cachedPrompt(),
            figures.tokens().cacheWrite(),
            figures.tokens().completion(),
            figures.tokens().reasoning()
        };
        for (long count : counts) {
            csv.append(count).append(',');
        }
        csv.append(figures.costUsd().toPlainString()).append(',');
        csv.append(figures.unpriced()).append(',');
        csv.append(figures.savedUsd().toPlainString()).append(',');
        csv.append(figures.errorCount());
        UsageFigures.Latency latency = figures.latency();
        for (long millis : new long[] {latency.p50(), latency.p95(), latency.p99(), latency.max()}) {
            csv.append(',').append(latency.count() == 0 ? "" : Long.toString(millis));
        }
        csv.append(LINE_END);
    }
}
