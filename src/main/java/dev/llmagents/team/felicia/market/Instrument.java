package dev.llmagents.team.felicia.market;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One line of the universe. Quantities are whole multiples of {@code lot}, limit prices of {@code tick}; a lot below one
 * allows fractions. Immutable.
 *
 * @param currency ISO 4217, of its prices
 * @param group sector or other group whose sum of weights is limited
 */
public record Instrument(String symbol, String currency, BigDecimal lot, BigDecimal tick, Optional<String> group) {
    public Instrument {
        if (symbol.isBlank()) {
            throw new IllegalArgumentException("an instrument has no symbol");
        }
        if (lot.signum() <= 0 || tick.signum() <= 0) {
            throw new IllegalArgumentException("lot and tick of " + symbol + " must be above zero");
        }
    }

    /** Whole shares, a tick of 0.01, no group. */
    public static Instrument of(String symbol, String currency) {
        return new Instrument(symbol, currency, BigDecimal.ONE, new BigDecimal("0.01"), Optional.empty());
    }

    public Instrument inGroup(String name) {
        return new Instrument(symbol, currency, lot, tick, Optional.of(name));
    }
}
