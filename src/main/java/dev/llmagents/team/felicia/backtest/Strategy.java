package dev.llmagents.team.felicia.backtest;

import dev.llmagents.team.felicia.market.MarketData;
import dev.llmagents.team.felicia.portfolio.Allocation;

/**
 * Weights at the close of a day. An honest one uses no bar after {@code day} although the market may hold some; {@link
 * LookAhead} finds those that do.
 */
@FunctionalInterface
public interface Strategy {
    Allocation at(MarketData market, int day);
}
