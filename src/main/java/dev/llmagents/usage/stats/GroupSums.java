package dev.llmagents.usage.stats;

import dev.llmagents.llm.Attempt;
import java.util.TreeMap;

/** The running sums of one group. For one thread. */
final class GroupSums {
    // There are a dozen kinds; a log that names more than this holds something else.
    private static final int MOST_KINDS = 64;
    private static final String OTHER_KINDS = "other";

    long lines;
    long calls;
    long attempts;
    long retries;
    long fallbacks;
    long cacheHits;
    long coalesced;
    long rules;
    long unpriced;
    final TokenCounts tokens = new TokenCounts();
    final UsdSum cost = new UsdSum();
    final UsdSum saved = new UsdSum();
    final Latencies latencies = new Latencies();
    private final TreeMap<String, Long> errors = new TreeMap<>();

    /**
     * Counts an attempt, or an answer that needed none, but for its money.
     *
     * @param beginsCall whether it is the first line of its call
     * @param ok whether it brought an answer
     * @param latency in milliseconds
     */
    void count(Attempt.Cause cause, boolean beginsCall, boolean ok, TokenCounts billed, long latency) {
        lines++;
        if (beginsCall) {
            calls++;
        }
        switch (cause) {
            case INITIAL -> {
                // An attempt like the repetitions.
            }
            case RETRY -> retries++;
            case FALLBACK -> fallbacks++;
            case COALESCED -> coalesced++;
            case CACHE -> cacheHits++;
            case RULES -> rules++;
        }
        if (cause.isBillable()) {
            attempts++;
            tokens.add(billed);
            if (ok) {
                latencies.add(latency);
            }
        }
    }

    void error(String kind, long count) {
        boolean room = errors.size() < MOST_KINDS || errors.containsKey(kind);
        errors.merge(room ? kind : OTHER_KINDS, count, Long::sum);
    }

    void add(GroupSums other) {
        lines += other.lines;
        calls += other.calls;
        attempts += other.attempts;
        retries += other.retries;
        fallbacks += other.fallbacks;
        cacheHits += other.cacheHits;
        coalesced += other.coalesced;
        rules += other.rules;
        unpriced += other.unpriced;
        tokens.add(other.tokens);
        cost.add(other.cost);
        saved.add(other.saved);
        latencies.add(other.latencies);
        other.errors.forEach(this::error);
    }

    UsageFigures figures() {
        return new UsageFigures(
                lines,
                calls,
                attempts,
                retries,
                fallbacks,
                cacheHits,
                coalesced,
                rules,
                tokens.toUsage(),
                cost.value(),
                unpriced,
                saved.value(),
                errors,
                latencies.figures());
    }
}
