package dev.llmagents.report.stats;

import dev.llmagents.usage.stats.UsageFigures;
import java.util.Optional;
import java.util.function.Function;

/** What reports for people show of each group, from left to right. */
enum StatsColumn {
    COST("Cost", 1, figures -> Numbers.money(figures.costUsd()) + (figures.unpriced() > 0 ? "+" : "")),
    CALLS("Calls", 2, figures -> Numbers.whole(figures.calls())),
    ATTEMPTS("Attempts", 9, figures -> Numbers.whole(figures.attempts())),
    CACHED("Cached", 4, figures -> Numbers.percent(figures.cacheHitRate())),
    SAVED("Saved", 7, figures -> Numbers.money(figures.savedUsd())),
    TOKENS_IN("Tokens in", 8, figures -> Numbers.brief(figures.tokens().prompt())),
    TOKENS_OUT("out", 8, figures -> Numbers.brief(figures.tokens().completion())),
    FALLBACK("Fallback", 10, figures -> Numbers.percent(figures.fallbackShare())),
    ERRORS("Errors", 3, figures -> Numbers.whole(figures.errorCount())),
    P50("p50", 6, figures -> latency(figures, figures.latency().p50())),
    P95("p95", 5, figures -> latency(figures, figures.latency().p95())),
    P99("p99", 6, figures -> latency(figures, figures.latency().p99()));

    private final String title;
    private final int rank;
    private final Function<UsageFigures, String> value;

    StatsColumn(String title, int rank, Function<UsageFigures, String> value) {
        this.title = title;
        this.rank = rank;
        this.value = value;
    }

    private static String latency(UsageFigures figures, long millis) {
        return Numbers.time(figures.latency().count(), millis);
    }

    String title() {
        return title;
    }

    /** Where the page is too narrow, columns of the highest rank go first. */
    int rank() {
        return rank;
    }

    String of(UsageFigures figures) {
        return value.apply(figures);
    }

    /** A group's share of the whole cost or, where nothing costs anything, of all calls. */
    static double share(UsageFigures part, UsageFigures whole) {
        if (whole.costUsd().signum() > 0) {
            return Numbers.share(part.costUsd(), whole.costUsd());
        }
        return Optional.of(whole.calls())
                .filter(calls -> calls > 0)
                .map(calls -> (double) part.calls() / calls)
                .orElse(0.0);
    }
}
