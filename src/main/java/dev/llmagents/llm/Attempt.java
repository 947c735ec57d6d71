package dev.llmagents.llm;

import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One try to get an answer, told when it ended.
 *
 * @param cause why it was made
 * @param target the model that was asked
 * @param host the endpoint's host name; empty where no server was asked
 * @param model the model that answered, as the provider names it, or the one asked for
 * @param requestId the provider's id; empty if it gave none
 * @param tokens what it used; for a cache hit what the original answer had used
 * @param latency from sending to the end
 * @param timeToFirstToken measured on streams only
 * @param waitedBefore pause before it, after an earlier attempt had failed
 * @param error why it gave no answer; empty on success
 * @param masked how many values of each kind were masked in what was sent
 */
public record Attempt(
        Cause cause,
        ModelTarget target,
        String host,
        String model,
        String requestId,
        TokenUsage tokens,
        Duration latency,
        Optional<Duration> timeToFirstToken,
        Duration waitedBefore,
        Optional<LLMException> error,
        Map<String, Integer> masked) {
    public Attempt {
        // In order, so that a log line is the same whoever writes it.
        masked = Collections.unmodifiableSortedMap(new TreeMap<>(masked));
    }

    /** An attempt that passed no masking. */
    public Attempt(
            Cause cause,
            ModelTarget target,
            String host,
            String model,
            String requestId,
            TokenUsage tokens,
            Duration latency,
            Optional<Duration> timeToFirstToken,
            Duration waitedBefore,
            Optional<LLMException> error) {
        this(cause, target, host, model, requestId, tokens, latency, timeToFirstToken, waitedBefore, error, Map.of());
    }

    public Attempt withMasked(Map<String, Integer> counts) {
        return new Attempt(
                cause, target, host, model, requestId, tokens, latency, timeToFirstToken, waitedBefore, error, counts);
    }

    /** Why an attempt was made. */
    public enum Cause {
        INITIAL,
        RETRY,
        FALLBACK,
        COALESCED,
        CACHE,
        RULES;

        /** The name used in the usage log. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether the attempt reached a provider and may have cost money. */
        public boolean isBillable() {
            return this == INITIAL || this == RETRY || this == FALLBACK;
        }
    }
}
