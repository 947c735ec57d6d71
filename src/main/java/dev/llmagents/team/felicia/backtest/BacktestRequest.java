package dev.llmagents.team.felicia.backtest;

import dev.llmagents.team.felicia.market.MarketData;
import dev.llmagents.team.felicia.portfolio.StrategyPlan;
import dev.llmagents.team.felicia.trade.Costs;
import dev.llmagents.team.felicia.trade.Execution;
import dev.llmagents.team.felicia.trade.RiskLimits;

/** All a backtest is made from. */
public record BacktestRequest(
        MarketData market,
        StrategyPlan strategy,
        RiskLimits limits,
        Costs costs,
        Execution execution,
        BacktestSettings settings) {}
