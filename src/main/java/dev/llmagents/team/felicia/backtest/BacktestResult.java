package dev.llmagents.team.felicia.backtest;

import dev.llmagents.team.felicia.metric.Performance;
import java.util.List;

/**
 * The result of a backtest.
 *
 * @param gross the same without costs, {@code doubled} with twice the costs
 * @param buyAndHoldReturn mean return of all symbols with a bar at the start, bought once and kept, without costs
 * @param folds consecutive parts of the period; each was traded with what was known before it
 */
public record BacktestResult(
        Run net,
        Performance performance,
        Run gross,
        Run doubled,
        Run benchmark,
        Performance benchmarkPerformance,
        double buyAndHoldReturn,
        List<Performance> folds,
        LookAhead.Result lookAhead,
        List<Recursive> recursive) {}
