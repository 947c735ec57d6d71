package dev.llmagents.team.felicia.trade;

import java.math.BigDecimal;
import java.util.Optional;

/** A position held before the plan; the average price, if known, is per share in its own currency. */
public record Holding(String symbol, BigDecimal quantity, Optional<BigDecimal> averagePrice) {
    public static Holding of(String symbol, long quantity) {
        return new Holding(symbol, BigDecimal.valueOf(quantity), Optional.empty());
    }
}
