package dev.llmagents.usage.stats;

import dev.llmagents.llm.TokenUsage;

/** Tokens of a line, or of many. For one thread. */
final class TokenCounts {
    /** With a rate up to this and {@link #areModest} tokens a cost fits into 64 bits of 10^-12 dollars. */
    static final long LARGEST_RATE = 100_000_000_000L;

    private static final long MODEST = 10_000_000;

    long prompt;
    long cachedPrompt;
    long cacheWrite;
    long completion;
    long reasoning;

    static TokenCounts of(TokenUsage usage) {
        TokenCounts counts = new TokenCounts();
        counts.prompt = usage.prompt();
        counts.cachedPrompt = usage.cachedPrompt();
        counts.cacheWrite = usage.cacheWrite();
        counts.completion = usage.completion();
        counts.reasoning = usage.reasoning();
        return counts;
    }

    boolean areZero() {
        return (prompt | cachedPrompt | cacheWrite | completion | reasoning) == 0;
    }

    boolean areModest() {
        return prompt <= MODEST && cachedPrompt <= MODEST && cacheWrite <= MODEST && completion <= MODEST;
    }

    void add(TokenCounts other) {
        prompt += other.prompt;
        cachedPrompt += other.cachedPrompt;
        cacheWrite += other.cacheWrite;
        completion += other.completion;
        reasoning += other.reasoning;
    }

    TokenUsage toUsage() {
        return new TokenUsage(prompt, cachedPrompt, cacheWrite, completion, reasoning);
    }
}
