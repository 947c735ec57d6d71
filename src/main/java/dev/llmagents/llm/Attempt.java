package dev.llmagents.llm;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

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
        Optional<LLMException> error) {

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
