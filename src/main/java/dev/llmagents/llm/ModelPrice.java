package dev.llmagents.llm;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a model costs, in US dollars for a million tokens.
 *
 * @param effectiveFrom the first day the price is known to hold
 * @param source where the figures come from
 */
public record ModelPrice(
        BigDecimal input,
        BigDecimal cachedInput,
        BigDecimal cacheWrite,
        BigDecimal output,
        LocalDate effectiveFrom,
        String source) {

    private static final int MILLION_DIGITS = 6;

    /** The price of a model that runs on the user's own machine. */
    public static ModelPrice free(LocalDate from) {
        return new ModelPrice(
                BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, from, "a server of this machine");
    }

    /** The price of {@code tokens}: cached and cache-write tokens at their own rates, reasoning as part of the answer. */
    public BigDecimal of(TokenUsage tokens) {
        long plainInput = Math.max(0, tokens.prompt() - tokens.cachedPrompt() - tokens.cacheWrite());
        return input.multiply(BigDecimal.valueOf(plainInput))
                .add(cachedInput.multiply(BigDecimal.valueOf(tokens.cachedPrompt())))
                .add(cacheWrite.multiply(BigDecimal.valueOf(tokens.cacheWrite())))
                .add(output.multiply(BigDecimal.valueOf(tokens.completion())))
                .movePointLeft(MILLION_DIGITS);
    }
}
