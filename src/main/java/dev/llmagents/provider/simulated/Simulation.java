package dev.llmagents.provider.simulated;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a simulated provider does: how fast it is and what goes wrong, and when. Immutable.
 *
 * <p>Its text form is a list of parts with semicolons between; times of faults count from the provider's start:
 *
 * <pre>
 * seed 7                              another course of the same script
 * first-token 300ms                   the time to the first token, or: first-token p50 300ms p99 2s
 * inter-token 10ms                    the time between tokens
 * latency 800ms                       the whole answer at once after this time, or: latency p50 800ms p99 4s
 * tokens 120                          length of the answers in place of a quarter of the limit
 * errors 5% rate_limited 10s-20s      a share of the calls fails, of any class; outage and always if not said
 * outage 10s-20s                      every call fails
 * storm 10s-20s retry-after 3s        every call is told to come back later
 * stall 2% 10s-20s                    a share of the calls never ends
 * slow-first-token 2s 30s-40s         the first token takes so long
 * cut 20 10% 10s-20s                  a share of the streams breaks off after so many tokens
 * </pre>
 *
 * @param seed two runs of one seed meet the same faults at the same calls
 * @param tokens length of an answer; empty for a quarter of the request's limit
 */
public record Simulation(long seed, Delay firstToken, Delay betweenTokens, OptionalInt tokens, List<Fault> faults) {
    private static final String USUAL = "first-token p50 300ms p99 1500ms; inter-token 10ms";

    public Simulation {
        faults = List.copyOf(faults);
    }

    /** A healthy provider of usual speed. */
    public static Simulation usual() {
        return parse(USUAL);
    }

    /** @throws IllegalArgumentException if a part cannot be read; the message, a sentence, quotes it */
    public static Simulation parse(String script) {
        return new SimulationReader().read(script);
    }
}
