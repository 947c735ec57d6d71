package dev.llmagents.usage;

import dev.llmagents.llm.Attempt;
import dev.llmagents.llm.LLMUsageStats;
import dev.llmagents.llm.TokenUsage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sums of this process. Safe for use by several threads. */
public final class UsageTotals {
    // Enough for exact percentiles of any run; beyond it the latest calls speak for the rest.
    private static final int MOST_LATENCIES = 10_000;

    private long cached;
    private long answered;
    private long failed;
    private long attempts;
    private long unpriced;
    private TokenUsage tokens = TokenUsage.NONE;
    private BigDecimal cost = BigDecimal.ZERO;
    private BigDecimal saved = BigDecimal.ZERO;
    private final Map<String, BigDecimal> costByProvider = new TreeMap<>();
    private final List<Duration> latencies = new ArrayList<>();
    private int nextLatency;

    synchronized void add(Attempt attempt, Optional<BigDecimal> attemptCost, BigDecimal attemptSaved) {
        saved = saved.add(attemptSaved);
        if (!attempt.cause().isBillable()) {
            return;
        }
        attempts++;
        tokens = tokens.plus(attempt.tokens());
        if (attemptCost.isEmpty()) {
            unpriced++;
        } else {
            cost = cost.add(attemptCost.get());
            costByProvider.merge(attempt.target().provider(), attemptCost.get(), BigDecimal::add);
        }
    }

    synchronized void answered(boolean fromCache, Duration latency) {
        answered++;
        if (fromCache) {
            cached++;
            return;
        }
        if (latencies.size() < MOST_LATENCIES) {
            latencies.add(latency);
        } else {
            latencies.set(nextLatency, latency);
            nextLatency = (nextLatency + 1) % MOST_LATENCIES;
        }
    }

    synchronized void failed() {
        failed++;
    }

    public synchronized LLMUsageStats stats() {
        List<Duration> sorted = new ArrayList<>(latencies);
        Collections.sort(sorted);
        return new LLMUsageStats(
                answered + failed,
                cached,
                failed,
                attempts,
                tokens,
                cost,
                unpriced,
                saved,
                percentile(sorted, 0.50),
                percentile(sorted, 0.95),
                percentile(sorted, 0.99),
                Collections.unmodifiableMap(new TreeMap<>(costByProvider)));
    }

    /** Nearest-rank percentile. */
    private static Duration percentile(List<Duration> sorted, double share) {
        if (sorted.isEmpty()) {
            return Duration.ZERO;
        }
        return sorted.get((int) Math.max(0, Math.ceil(share * sorted.size()) - 1));
    }
}
