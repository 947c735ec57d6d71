package dev.llmagents.team.felicia.trade;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What there is before the plan.
 *
 * @param cash settled cash, in the base currency
 * @param peakEquity the highest equity so far, for the drawdown stop
 * @param holdings at most one a symbol
 */
public record Account(String baseCurrency, BigDecimal cash, Optional<BigDecimal> peakEquity, List<Holding> holdings) {
    public Account {
        holdings = List.copyOf(holdings);
        Set<String> seen = new HashSet<>();
        for (Holding holding : holdings) {
            if (!seen.add(holding.symbol())) {
                throw new IllegalArgumentException("the portfolio holds " + holding.symbol() + " twice: give its sum");
            }
        }
    }

    /** Cash and nothing else. */
    public static Account ofCash(String baseCurrency, BigDecimal cash) {
        return new Account(baseCurrency, cash, Optional.empty(), List.of());
    }

    public BigDecimal quantityOf(String symbol) {
        return holdings.stream()
                .filter(holding -> holding.symbol().equals(symbol))
                .map(Holding::quantity)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }
}
