package dev.llmagents.usage.stats;

import dev.llmagents.llm.Attempt;
import dev.llmagents.llm.LLMUsageStats;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the calls of this process came to, counted as {@link UsageStats} counts the lines they leave in the log. Memory does
 * not grow with the calls, and asking costs the same after a million as after one. Safe for use by several threads.
 */
public final class UsageTotals {
    private final Map<String, GroupSums> providers = new TreeMap<>();
    // Of whole calls, with their pauses and repetitions; the log has those of attempts.
    private final Latencies latencies = new Latencies();
    private long cached;
    private long answered;
    private long failed;

    /**
     * An attempt has ended.
     *
     * @param beginsCall whether it is the first of its call
     * @param cost empty if its price is not known
     * @param saved what an answer that needed no provider would have cost
     */
    public synchronized void add(Attempt attempt, boolean beginsCall, Optional<BigDecimal> cost, BigDecimal saved) {
        GroupSums sums = providers.computeIfAbsent(attempt.target().provider(), name -> new GroupSums());
        TokenCounts tokens = TokenCounts.of(attempt.tokens());
        boolean ok = attempt.error().isEmpty();
        sums.count(attempt.cause(), beginsCall, ok, tokens, attempt.latency().toMillis());
        sums.saved.add(saved);
        if (attempt.cause().isBillable()) {
            cost.ifPresentOrElse(sums.cost::add, () -> sums.unpriced++);
        }
        attempt.error().ifPresent(failure -> sums.error(failure.type().label(), 1));
    }

    /** A call has ended with an answer. */
    public synchronized void answered(boolean fromCache, Duration latency) {
        answered++;
        if (fromCache) {
            cached++;
        } else {
            latencies.add(latency.toMillis());
        }
    }

    /** A call has ended without an answer; it may have left no line, where nobody was asked. */
    public synchronized void failed() {
        failed++;
    }

    public synchronized LLMUsageStats stats() {
        GroupSums total = new GroupSums();
        Map<String, BigDecimal> costs = new TreeMap<>();
        providers.forEach((provider, sums) -> {
            total.add(sums);
            if (sums.attempts > sums.unpriced) {
                costs.put(provider, sums.cost.value());
            }
        });
        UsageFigures figures = total.figures();
        UsageFigures.Latency calls = latencies.figures();
        return new LLMUsageStats(
                answered + failed,
                cached,
                failed,
                figures.attempts(),
                figures.tokens(),
                figures.costUsd(),
                figures.unpriced(),
                figures.savedUsd(),
                Duration.ofMillis(calls.p50()),
                Duration.ofMillis(calls.p95()),
                Duration.ofMillis(calls.p99()),
                Collections.unmodifiableMap(costs));
    }
}
