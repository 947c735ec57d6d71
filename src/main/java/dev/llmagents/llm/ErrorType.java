package dev.llmagents.llm;

import java.util.Locale;

/** What kind of failure a model call met; the kind alone decides what is tried next. */
public enum ErrorType {
    /** Too many requests for now: wait as told, or ask the next provider. */
    RATE_LIMITED(true, true, true),
    /** The account has no money or quota left; waiting minutes does not help. */
    QUOTA_EXHAUSTED(false, true, true),
    /** The provider could not be reached or answered with a server error. */
    OUTAGE(true, true, true),
    /** No answer in time. */
    TIMEOUT(true, true, true),
    /** A stream ended before the answer did. */
    CUT_STREAM(true, true, true),
    /** The key is missing, wrong or not allowed to use the model. */
    AUTH(false, false, true),
    /** The request itself is wrong, for instance an unknown model. */
    BAD_REQUEST(false, false, true),
    /** The prompt does not fit into the model's context. */
    CONTEXT_OVERFLOW(false, false, true),
    /** The answer is not of the form that was asked for. */
    INVALID_OUTPUT(false, false, false),
    /** The provider declined to answer for reasons of content. */
    REFUSED(false, false, false),
    /** The caller gave up. */
    CANCELLED(false, false, false),
    /** A budget of the user does not allow the call; a cheaper model may still be within it. */
    BUDGET(false, false, true),
    /** A rate limit of the user leaves no turn in time; the same limit holds for every provider. */
    THROTTLED(false, false, false),
    /** No provider may be asked now: none configured, or the breakers of all are open. */
    UNAVAILABLE(false, false, true),
    /** A fault of this program; asking again would only pay for it again. */
    INTERNAL(false, false, true);

    private final boolean retriable;
    private final boolean countsForBreaker;
    private final boolean nextProvider;

    ErrorType(boolean retriable, boolean countsForBreaker, boolean nextProvider) {
        this.retriable = retriable;
        this.countsForBreaker = countsForBreaker;
        this.nextProvider = nextProvider;
    }

    /** Whether the same request may be sent to the same provider again. */
    public boolean isRetriable() {
        return retriable;
    }

    /** Whether the failure says something about the provider's health. */
    public boolean countsForBreaker() {
        return countsForBreaker;
    }

    /** Whether another provider may do better with the same request. */
    public boolean triesNextProvider() {
        return nextProvider;
    }

    /** The name used in logs and reports, for instance {@code rate_limited}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
