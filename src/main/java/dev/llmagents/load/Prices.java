package dev.llmagents.load;

import dev.llmagents.llm.ModelTarget;
import dev.llmagents.llm.TokenUsage;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What tokens cost.
 *
 * @param basis whose prices these are, in a few words
 */
public record Prices(String basis, PriceOf price) {

    /** Prices the tokens of an attempt. */
    @FunctionalInterface
    public interface PriceOf {
        /** US dollars; empty if nobody knows. */
        Optional<BigDecimal> cost(ModelTarget asked, String answeringModel, TokenUsage tokens);
    }
}
