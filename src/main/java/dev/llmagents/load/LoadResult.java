package dev.llmagents.load;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What became of the measured requests to one provider, or to one and those it falls back on. Times are microseconds.
 *
 * @param name of the provider, with those it falls back on
 * @param response from the moment a request was to be sent to the whole answer: what somebody who comes at that moment waits;
 *     answered requests only, as all latencies here
 * @param service from the moment it was sent
 * @param firstToken from the moment it was sent to the first piece of the answer; of streams that a provider answered
 * @param betweenTokens from piece to piece
 * @param provider time in which a provider was waited for, all attempts of a request together
 * @param overhead what the service took beside that and pauses before retries
 * @param cacheHit service time of the requests that the cache answered
 * @param failure response time of the requests that failed
 * @param errors failed requests by kind
 * @param attempts tries by cause, and of those the failed ones by kind
 */
public record LoadResult(
        String name,
        Sending sending,
        Counts counts,
        Latency response,
        Latency service,
        Latency firstToken,
        Latency betweenTokens,
        Latency provider,
        Latency overhead,
        Latency cacheHit,
        Latency failure,
        Map<String, Long> errors,
        Attempts attempts,
        List<Transition> breakers,
        List<Standin> failovers,
        Cost cost,
        Memory memory,
        Series series) {

    /**
     * How the generator did.
     *
     * @param intendedPerSecond empty for a closed loop
     * @param seconds from the beginning of what is measured to its end, or to the last request if that was sent later
     * @param notSent requests that were to be sent, and were not: too many were on their way, or the test was broken off
     * @param lag how much later than they could have been requests were sent
     * @param held requests that waited for others to end, since as many as allowed were on their way
     * @param mostInFlight the most requests on their way at once
     * @param invalid why the figures are not to be trusted; empty if they are
     */
    public record Sending(
            Optional<Double> intendedPerSecond,
            double achievedPerSecond,
            double answeredPerSecond,
            double seconds,
            Latency lag,
            long notSent,
            long held,
            long mostInFlight,
            Optional<String> invalid) {}

    /**
     * @param hits answered by the cache
     * @param coalesced answered by what another request was just asking
     * @param misses that asked a provider
     * @param unfinished without an answer when the test ended
     * @param brokenOff whether somebody ended it, and so the unfinished ones
     */
    public record Counts(
            long sent,
            long answered,
            long failed,
            long unfinished,
            long hits,
            long coalesced,
            long misses,
            boolean brokenOff) {
        /** Failed and unfinished of those sent, 0 to 1; those that were cut off are in neither. */
        public double errorRate() {
            long ended = brokenOff ? sent - unfinished : sent;
            long lost = brokenOff ? failed : failed + unfinished;
            return ended == 0 ? 0 : (double) lost / ended;
        }
    }

    public record Attempts(Map<String, Long> byCause, Map<String, Long> failed) {}

    /** A breaker's change of state, in seconds from the beginning of what is measured; below nought in the warm-up. */
    public record Transition(
            double second, String time, String provider, String from, String to, Optional<String> error) {}

    /**
     * A failover.
     *
     * @param second when the first provider's first failure ended, counted as for transitions
     * @param askedSeconds from then until another was asked that answered
     * @param tookSeconds from then until it had answered
     */
    public record Standin(double second, double askedSeconds, double tookSeconds) {}

    /**
     * US dollars.
     *
     * @param basis whose prices these are
     * @param usd what was billed
     * @param savedUsd what the cache saved
     * @param perThousand of answered requests; empty if none was
     * @param perThousandWithoutCache the same, had there been no cache
     * @param unpriced attempts without a known price, which the sums lack
     */
    public record Cost(
            String basis,
            BigDecimal usd,
            BigDecimal savedUsd,
            Optional<BigDecimal> perThousand,
            Optional<BigDecimal> perThousandWithoutCache,
            long unpriced) {}

    /**
     * Bytes.
     *
     * @param heapStart used heap at the first look
     * @param heapAfterGcSlope how much more was in use after each collection, bytes a minute; empty with fewer than three
     * @param rssStart the process's memory; empty where the system does not tell
     * @param gcLongestMillis the longest collection that was seen
     */
    public record Memory(
            long heapStart,
            long heapPeak,
            long heapMax,
            Optional<Double> heapAfterGcSlope,
            OptionalLong rssStart,
            OptionalLong rssPeak,
            Optional<Double> rssSlope,
            long gcCount,
            long gcMillis,
            long gcLongestMillis) {}

    /** The course of the test in steps of equal length. */
    public record Series(double stepSeconds, List<Point> points) {}

    /**
     * One step; requests count where they were to be sent.
     *
     * @param p50 response time of the answered ones, in microseconds; nought if there are none
     */
    public record Point(long sent, long answered, long failed, long p50, long p95, long p99, long heap) {}

    /** {@link Latency} by the name it has in reports and goals; those with nothing in them are left out. */
    public Map<String, Latency> latencies() {
        Map<String, Latency> all = new LinkedHashMap<>();
        put(all, "response", response);
        put(all, "service", service);
        put(all, "firstToken", firstToken);
        put(all, "betweenTokens", betweenTokens);
        put(all, "provider", provider);
        put(all, "overhead", overhead);
        put(all, "cacheHit", cacheHit);
        put(all, "failure", failure);
        return all;
    }

    private static void put(Map<String, Latency> all, String name, Latency latency) {
        latency.ifAny().ifPresent(known -> all.put(name, known));
    }
}
