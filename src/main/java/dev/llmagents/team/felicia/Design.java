package dev.llmagents.team.felicia;

import dev.llmagents.team.felicia.backtest.BacktestResult;
import dev.llmagents.team.felicia.portfolio.Method;
import dev.llmagents.team.felicia.trade.Plan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The strategy, its plan of the day and its test on the past.
 *
 * @param methodOrigin who chose the method: {@code input}, {@code rules} or {@code model}
 * @param options methods that could be chosen instead, each with what it would come to
 * @param backtest empty if there are too few days for one; {@code whyNoBacktest} says why
 * @param stops price of each symbol to hold below which its loss is out of the ordinary: close less twice the ATR of 14 days
 * @param clusters symbols that move together, correlation above 0.8 in pairs
 * @param kelly half of the Kelly share of the backtest, at least 0; empty without a backtest
 */
public record Design(
        TradeTerms terms,
        Plan plan,
        String methodOrigin,
        List<Option> options,
        Optional<BacktestResult> backtest,
        String whyNoBacktest,
        SortedMap<String, BigDecimal> stops,
        List<List<String>> clusters,
        Optional<Double> kelly,
        List<Statement> rationale) {
    public Design {
        options = List.copyOf(options);
        clusters = List.copyOf(clusters);
        rationale = List.copyOf(rationale);
    }

    /** A method that passes the limits: yearly volatility and one-day value at risk its weights would have. */
    public record Option(Method method, double volatility, double var95) {}

    Design with(List<Statement> sentences) {
        return new Design(
                terms, plan, methodOrigin, options, backtest, whyNoBacktest, stops, clusters, kelly, sentences);
    }
}
