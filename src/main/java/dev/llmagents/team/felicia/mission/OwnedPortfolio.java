package dev.llmagents.team.felicia.mission;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What is owned on the day of the mission.
 *
 * @param cash in the base currency
 * @param peakEquity highest value so far, for the drawdown stop
 */
public record OwnedPortfolio(
        String baseCurrency, BigDecimal cash, Optional<BigDecimal> peakEquity, List<Holding> positions) {

    /** @param quantity negative if owed; {@code averagePrice} paid per share */
    public record Holding(String symbol, BigDecimal quantity, Optional<BigDecimal> averagePrice) {}
}
