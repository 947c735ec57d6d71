package dev.llmagents.team.felicia.trade;

import dev.llmagents.team.felicia.market.MarketData;
import dev.llmagents.team.felicia.portfolio.StrategyPlan;
import java.time.LocalDate;

/** All a plan is made from. */
public record PlanRequest(
        MarketData market,
        LocalDate asOf,
        Account account,
        StrategyPlan strategy,
        RiskLimits limits,
        Costs costs,
        Execution execution,
        Guards guards,
        double riskFree) {}
