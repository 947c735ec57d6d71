package dev.llmagents.llm;

import java.time.Duration;
import java.util.Optional;

/**
 * A model call that gave no answer. The message is one sentence for the user that names the way out; it never holds a key
 * or text of a prompt or an answer.
 */
public abstract sealed class LLMException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorType type;

    private LLMException(ErrorType type, String message, Throwable cause) {
        super(message, cause);
        this.type = type;
    }

    public ErrorType type() {
        return type;
    }

    /** How long the provider asked to be left alone, if it did. */
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }

    /** What the failed attempt cost in tokens, as far as the provider told before it failed. */
    public TokenUsage tokens() {
        return TokenUsage.NONE;
    }

    /** Whether the provider may have done the work and billed it, though it has not said so. */
    public boolean mayBeBilled() {
        return switch (type) {
            case TIMEOUT, CUT_STREAM, CANCELLED, INTERNAL -> true;
            case RATE_LIMITED,
                    QUOTA_EXHAUSTED,
                    OUTAGE,
                    AUTH,
                    BAD_REQUEST,
                    CONTEXT_OVERFLOW,
                    INVALID_OUTPUT,
                    REFUSED,
                    BUDGET,
                    THROTTLED,
                    UNAVAILABLE -> false;
        };
    }

    /** A failure that needs no data beyond its type. */
    public static final class Failed extends LLMException {
        private static final long serialVersionUID = 1L;

        public Failed(ErrorType type, String message) {
            super(type, message, null);
        }

        public Failed(ErrorType type, String message, Throwable cause) {
            super(type, message, cause);
        }
    }

    /** The provider wants fewer requests; {@link #retryAfter()} holds its own figure where it gave one. */
    public static final class RateLimited extends LLMException {
        private static final long serialVersionUID = 1L;

        // An Optional cannot be serialized, and exceptions are: null stands for "not told" inside this class only.
        private final Duration retryAfter;
        private final TokenUsage tokens;

        public RateLimited(String message, Optional<Duration> retryAfter) {
            this(message, retryAfter, TokenUsage.NONE);
        }

        /** @param tokens what was billed before, where the limit was met in the middle of an answer */
        public RateLimited(String message, Optional<Duration> retryAfter, TokenUsage tokens) {
            super(ErrorType.RATE_LIMITED, message, null);
            this.retryAfter = retryAfter.orElse(null);
            this.tokens = tokens;
        }

        @Override
        public TokenUsage tokens() {
            return tokens;
        }

        @Override
        public Optional<Duration> retryAfter() {
            return Optional.ofNullable(retryAfter);
        }
    }

    /** No answer came, and whether the request had left decides whether it may be billed. */
    public static final class Unanswered extends LLMException {
        private static final long serialVersionUID = 1L;

        private final boolean sent;

        /** @param sent whether a part of the request may have reached the provider */
        public Unanswered(ErrorType type, String message, boolean sent, Throwable cause) {
            super(type, message, cause);
            this.sent = sent;
        }

        @Override
        public boolean mayBeBilled() {
            return sent;
        }
    }

    /** A failure after the provider had begun to answer, so that tokens may have been billed. */
    public static final class Interrupted extends LLMException {
        private static final long serialVersionUID = 1L;

        private final TokenUsage tokens;

        public Interrupted(ErrorType type, String message, TokenUsage tokens, Throwable cause) {
            super(type, message, cause);
            this.tokens = tokens;
        }

        @Override
        public TokenUsage tokens() {
            return tokens;
        }
    }
}
