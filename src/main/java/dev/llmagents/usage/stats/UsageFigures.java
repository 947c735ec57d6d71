package dev.llmagents.usage.stats;

import dev.llmagents.llm.TokenUsage;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What some lines of the usage log came to. Immutable.
 *
 * @param lines lines of the log, one for each attempt and each answer that needed none
 * @param calls questions asked of the LLM service: the first line of each is counted
 * @param attempts tries that reached a provider
 * @param retries attempts that repeated a failed one at the same provider
 * @param fallbacks attempts at another model or provider after one had failed
 * @param cacheHits answers out of the cache
 * @param coalesced answers shared with an identical call that was under way
 * @param rules answers given by rules where a model was to; they are no calls
 * @param tokens billed tokens, those of the attempts alone
 * @param costUsd known costs
 * @param unpriced attempts whose price is not known and which {@code costUsd} therefore lacks
 * @param savedUsd what answers out of the cache would have cost
 * @param errors lines without an answer, by kind of failure
 * @param latency of attempts that gave an answer
 */
public record UsageFigures(
        long lines,
        long calls,
        long attempts,
        long retries,
        long fallbacks,
        long cacheHits,
        long coalesced,
        long rules,
        TokenUsage tokens,
        BigDecimal costUsd,
        long unpriced,
        BigDecimal savedUsd,
        SortedMap<String, Long> errors,
        Latency latency) {
    public UsageFigures {
        errors = Collections.unmodifiableSortedMap(new TreeMap<>(errors));
    }

    /**
     * Times from sending to the end of the answer, in milliseconds.
     *
     * @param p50 the median, as the other percentiles within 0.8 %
     * @param upTo how many took no longer than each of {@link #edges()}
     */
    public record Latency(long count, long sum, long p50, long p95, long p99, long max, List<Long> upTo) {
        public Latency {
            upTo = List.copyOf(upTo);
        }

        /** The edges that {@code upTo} counts by. */
        public static List<Long> edges() {
            return Latencies.edges();
        }
    }

    /** All lines without an answer. */
    public long errorCount() {
        long all = 0;
        for (Map.Entry<String, Long> kind : errors.entrySet()) {
            all += kind.getValue();
        }
        return all;
    }

    /** The share of calls answered out of the cache, 0 to 1; empty without any calls. */
    public Optional<Double> cacheHitRate() {
        return share(cacheHits, calls);
    }

    /** The share of attempts that were made because another provider or model had failed, 0 to 1; empty without any. */
    public Optional<Double> fallbackShare() {
        return share(fallbacks, attempts);
    }

    /** How many answers of rules there are for each call: they stand in for what calls did not give; empty without any. */
    public Optional<Double> rulesShare() {
        return share(rules, Math.max(rules, calls));
    }

    private static Optional<Double> share(long part, long whole) {
        return whole == 0 ? Optional.empty() : Optional.of((double) part / whole);
    }
}
