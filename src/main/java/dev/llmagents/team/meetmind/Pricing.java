package dev.llmagents.team.meetmind;

import java.math.BigDecimal;
import java.util.Optional;

/** Prices what a plan would use. */
public interface Pricing {

    /** The model the prices are for. */
    String model();

    /** US dollars; empty if the model's price is unknown. */
    Optional<BigDecimal> cost(int promptTokens, int completionTokens);
}
