package dev.llmagents.report.stats;

import dev.llmagents.usage.stats.Dimension;
import dev.llmagents.usage.stats.UsageFigures;
import dev.llmagents.usage.stats.UsageReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sentences that reports for people share. */
final class StatsWords {
    /** Stands for a team, agent or the like that lines do not name. */
    static final String NONE = "(none)";

    private static final int TO_THE_MINUTE = "2026-11-22T10:00".length();

    private StatsWords() {}

    /** A thing and what it came to. */
    record Fact(String name, String value) {}

    /** The figures of the whole, the most wanted first. */
    static List<Fact> facts(UsageFigures total) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Cost", Numbers.money(total.costUsd()) + (total.unpriced() > 0 ? "+" : "")));
        facts.add(new Fact("Calls", Numbers.whole(total.calls())));
        facts.add(new Fact("Saved by the cache", Numbers.money(total.savedUsd())));
        facts.add(new Fact("Attempts", Numbers.whole(total.attempts())));
        facts.add(new Fact("Answered from the cache", Numbers.percent(total.cacheHitRate())));
        facts.add(new Fact("Errors", Numbers.whole(total.errorCount())));
        facts.add(new Fact("Attempts by fallback", Numbers.percent(total.fallbackShare())));
        facts.add(new Fact(
                "Latency p50",
                Numbers.time(total.latency().count(), total.latency().p50())));
        facts.add(new Fact(
                "Prompt tokens",
                Numbers.brief(total.tokens().prompt())
                        + part(total.tokens().cachedPrompt(), total.tokens().prompt(), "cached")));
        facts.add(new Fact(
                "Latency p95",
                Numbers.time(total.latency().count(), total.latency().p95())));
        facts.add(new Fact(
                "Completion tokens",
                Numbers.brief(total.tokens().completion())
                        + part(total.tokens().reasoning(), total.tokens().completion(), "reasoning")));
        facts.add(new Fact(
                "Latency p99",
                Numbers.time(total.latency().count(), total.latency().p99())));
        return facts;
    }

    private static String part(long some, long all, String name) {
        return some == 0 || all == 0 ? "" : " (" + Numbers.percent(Optional.of((double) some / all)) + " " + name + ")";
    }

    /** The range that was asked for, or that the lines span. */
    static String range(UsageReport report) {
        Optional<Instant> from = report.query().since().or(() -> report.log().first());
        Optional<Instant> to = report.query().until().or(() -> report.log().last());
        if (from.isEmpty() || to.isEmpty()) {
            return "nothing in this range";
        }
        return minute(from.get()) + " to " + minute(to.get()) + " UTC";
    }

    private static String minute(Instant time) {
        return time.toString().substring(0, TO_THE_MINUTE).replace('T', ' ');
    }

    static String title(Dimension dimension) {
        String label = dimension.label();
        return Character.toUpperCase(label.charAt(0)) + label.substring(1) + (dimension.isTime() ? " (UTC)" : "");
    }

    /** The figure that is drawn along time: cost or, where there is none, calls. */
    static boolean drawsCost(UsageReport report) {
        return report.total().costUsd().signum() > 0;
    }

    /** What has to be known to read the figures rightly, a sentence each. */
    static List<String> notes(UsageReport report) {
        List<String> notes = new ArrayList<>();
        UsageFigures total = report.total();
        if (total.unpriced() > 0) {
            notes.add(counted(total.unpriced(), "attempt has", "attempts have")
                    + " no known price: costs marked + lack them"
                    + (report.query().prices().isEmpty() ? "; --reprice looks again." : "."));
        }
        report.query()
                .prices()
                .ifPresent(table -> notes.add("Costs were reckoned anew by the price list of " + table.asOf() + "."));
        if (total.rules() > 0) {
            notes.add("Rules answered " + counted(total.rules(), "time", "times") + " where a model was to: "
                    + Numbers.percent(total.rulesShare()) + " of calls.");
        }
        if (report.log().damaged() > 0) {
            notes.add(counted(report.log().damaged(), "line", "lines") + " of the log could not be read and "
                    + (report.log().damaged() == 1 ? "was" : "were") + " left out.");
        }
        if (report.log().otherVersions() > 0) {
            notes.add(counted(report.log().otherVersions(), "line was", "lines were")
                    + " written by another version of the program, and counted as far as understood.");
        }
        return notes;
    }

    private static String counted(long count, String one, String several) {
        return Numbers.whole(count) + " " + (count == 1 ? one : several);
    }
}
