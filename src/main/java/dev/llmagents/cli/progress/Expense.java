package dev.llmagents.cli.progress;

import dev.llmagents.llm.Attempt;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What attempts were billed.
 *
 * @param usd empty if a price is unknown
 */
record Expense(long promptTokens, long completionTokens, Optional<BigDecimal> usd) {
    static final Expense NOTHING = new Expense(0, 0, Optional.of(BigDecimal.ZERO));

    /** With {@code attempt}; answers that were kept cost nothing. */
    Expense plus(Attempt attempt, Optional<BigDecimal> price) {
        if (!attempt.cause().isBillable()) {
            return this;
        }
        return plus(new Expense(attempt.tokens().prompt(), attempt.tokens().completion(), price));
    }

    Expense plus(Expense other) {
        return new Expense(
                promptTokens + other.promptTokens,
                completionTokens + other.completionTokens,
                usd.flatMap(sum -> other.usd.map(sum::add)));
    }

    long tokens() {
        return promptTokens + completionTokens;
    }
}
