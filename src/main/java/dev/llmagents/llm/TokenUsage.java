package dev.llmagents.llm;

import java.io.Serializable;

/**
 * Tokens of one attempt, as the provider counted them.
 *
 * @param prompt all tokens of the prompt, cached ones included
 * @param cachedPrompt those of them the provider served from its own prompt cache
 * @param cacheWrite those of them the provider charged for writing to its prompt cache
 * @param completion all tokens of the answer, reasoning included
 * @param reasoning those of them the model spent thinking
 */
public record TokenUsage(long prompt, long cachedPrompt, long cacheWrite, long completion, long reasoning)
        implements Serializable {
    public static final TokenUsage NONE = new TokenUsage(0, 0, 0, 0, 0);

    public TokenUsage {
        if (prompt < 0 || cachedPrompt < 0 || cacheWrite < 0 || completion < 0 || reasoning < 0) {
            throw new IllegalArgumentException("a token count is below zero");
        }
    }

    public TokenUsage plus(TokenUsage other) {
        return new TokenUsage(
                prompt + other.prompt,
                cachedPrompt + other.cachedPrompt,
                cacheWrite + other.cacheWrite,
                completion + other.completion,
                reasoning + other.reasoning);
    }
}
