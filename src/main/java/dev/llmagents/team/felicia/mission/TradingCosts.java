package dev.llmagents.team.felicia.mission;

import java.math.BigDecimal;

/** What trading costs: rates in basis points (1 is 0.01 %), the least commission of an order in the base currency. */
public record TradingCosts(
        BigDecimal commissionBps, BigDecimal commissionMin, BigDecimal slippageBps, BigDecimal spreadBps) {}
