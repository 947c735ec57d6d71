package dev.llmagents.team.felicia.portfolio;

import dev.llmagents.team.felicia.indicator.MovingAverage;
import dev.llmagents.team.felicia.indicator.Rolling;
import dev.llmagents.team.felicia.market.MarketData;
import dev.llmagents.team.felicia.market.PriceSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Weights of a market at the close of a day, from bars up to that day only. Symbols that are blocked, too short or not
 * traded for five days get none. Thread-safe.
 */
public final class Allocator {
    private static final int MOMENTUM_FROM = 252;
    private static final int MOMENTUM_TO = 21;
    private static final int TREND = 200;
    private static final int CALM_WINDOW = 60;
    private static final double BROAD = 0.6;
    private static final double NARROW = 0.4;
    private static final double STRESS = 0.8;
    private static final int STALE_DAYS = 5;

    private final StrategyPlan strategy;
    private final Caps caps;
    private final double riskFree;

    public Allocator(StrategyPlan strategy, Caps caps, double riskFree) {
        this.strategy = strategy;
        this.caps = caps;
        this.riskFree = riskFree;
    }

    public Allocation at(MarketData market, int day) {
        List<Integer> candidates = candidates(market, day);
        double[] weights = new double[market.size()];
        if (candidates.isEmpty()) {
            return new Allocation(concrete(strategy.method()), weights, "no symbol has the bars the method needs");
        }
        Method method = strategy.method();
        String reason = "as asked for";
        if (method == Method.AUTO) {
            Allocation chosen = choose(market, day, candidates);
            method = chosen.method();
            reason = chosen.reason();
        }
        int[] group = groups(market, candidates);
        if (method == Method.SMA_CROSS) {
            return new Allocation(method, crossing(market, day, candidates, group), reason);
        }
        double[] found;
        if (method == Method.MOMENTUM) {
            found = Weights.capped(momentum(market, day, candidates), group, caps);
        } else if (method == Method.EQUAL_WEIGHT) {
            double[] equal = new double[candidates.size()];
            Arrays.fill(equal, 1.0 / equal.length);
            found = Weights.capped(equal, group, caps);
        } else {
            double[][] returns = returns(market, day, candidates, strategy.lookback());
            Covariance covariance = Covariance.sample(returns);
            reason = covariance.note().isEmpty() ? reason : reason + "; " + covariance.note();
            found = switch (method) {
                case MIN_VARIANCE -> Weights.minVariance(covariance, group, caps);
                case MAX_SHARPE -> Weights.maxSharpe(covariance, means(returns), riskFree, group, caps);
                case INVERSE_VOL -> Weights.capped(Weights.inverseVolatility(covariance), group, caps);
                case ERC -> Weights.capped(Weights.equalRisk(covariance), group, caps);
                case EQUAL_WEIGHT, MOMENTUM, SMA_CROSS, AUTO -> throw new IllegalStateException(method.code());
            };
        }
        for (int i = 0; i < found.length; i++) {
            weights[candidates.get(i)] = found[i];
        }
        return new Allocation(method, weights, reason);
    }

    private static Method concrete(Method method) {
        return method == Method.AUTO ? Method.EQUAL_WEIGHT : method;
    }

    private List<Integer> candidates(MarketData market, int day) {
        List<Integer> found = new ArrayList<>();
        int needed = strategy.startupBars();
        long today = market.date(day).toEpochDay();
        for (int i = 0; i < market.size(); i++) {
            int bar = market.bar(i, day);
            boolean fresh = bar >= 0 && today - market.series(i).epochDay(bar) <= STALE_DAYS;
            if (fresh && bar + 1 >= needed && !market.isBlocked(i)) {
                found.add(i);
            }
        }
        return found;
    }

    private static int[] groups(MarketData market, List<Integer> candidates) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        int[] group = new int[candidates.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = market.series(candidates.get(i))
                    .instrument()
                    .group()
                    .map(name -> numbers.computeIfAbsent(name, key -> numbers.size()))
                    .orElse(-1);
        }
        return group;
    }

    /** Daily returns of the adjusted close over the last {@code count} days of the calendar; 0 where a symbol rested. */
    public static double[][] returns(MarketData market, int day, List<Integer> symbols, int count) {
        int length = Math.min(count, day);
        double[][] returns = new double[symbols.size()][];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = market.changes(symbols.get(i), day - length + 1, day);
        }
        return returns;
    }

    private static double[] means(double[][] returns) {
        return Arrays.stream(returns)
                .mapToDouble(row -> {
                    double growth = 1;
                    for (double each : row) {
                        growth *= 1 + each;
                    }
                    return Math.pow(growth, 252.0 / row.length) - 1;
                })
                .toArray();
    }

    /** The upper half by the return of the last year without its last month, in equal parts. */
    private static double[] momentum(MarketData market, int day, List<Integer> candidates) {
        double[] rise = new double[candidates.size()];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < rise.length; i++) {
            PriceSeries series = market.series(candidates.get(i));
            int bar = market.bar(candidates.get(i), day);
            rise[i] = bar < MOMENTUM_FROM
                    ? Double.NEGATIVE_INFINITY
                    : series.adjusted(bar - MOMENTUM_TO) / series.adjusted(bar - MOMENTUM_FROM) - 1;
            order.add(i);
        }
        order.sort(Comparator.<Integer>comparingDouble(i -> -rise[i]).thenComparing(i -> i));
        double[] weights = new double[rise.length];
        int kept = Math.max(1, rise.length / 2);
        for (int i : order.subList(0, kept)) {
            weights[i] = 1.0 / kept;
        }
        return weights;
    }

    /** Each symbol's equal share while its fast average is above its slow one; left alone where they are equal. */
    private double[] crossing(MarketData market, int day, List<Integer> candidates, int[] group) {
        double[] equal = new double[candidates.size()];
        Arrays.fill(equal, 1.0 / candidates.size());
        double[] share = Weights.capped(equal, group, caps);
        double[] weights = new double[market.size()];
        for (int i = 0; i < share.length; i++) {
            PriceSeries series = market.series(candidates.get(i));
            int bar = market.bar(candidates.get(i), day);
            double fast = series.meanClose(bar, strategy.fast());
            double slow = series.meanClose(bar, strategy.slow());
            boolean tie = Math.abs(fast - slow) <= 1e-12 * slow;
            weights[candidates.get(i)] = tie ? Double.NaN : fast > slow ? share[i] : 0;
        }
        return weights;
    }

    /**
     * The rule of {@code auto}: a single symbol is traded by its averages; a stressed market (volatility of the last 60 days
     * in the top fifth of its year, or fewer than 40 % of symbols above their 200-day average) by least variance; a
     * calm and broad one (60 % or more above) by momentum; any other by inverse volatility.
     */
    private Allocation choose(MarketData market, int day, List<Integer> candidates) {
        double[] none = new double[0];
        if (candidates.size() == 1) {
            return new Allocation(Method.SMA_CROSS, none, "there is a single symbol");
        }
        int above = 0;
        int known = 0;
        double[][] returns = returns(market, day, candidates, MOMENTUM_FROM + CALM_WINDOW);
        double[] index = new double[returns[0].length + 1];
        index[0] = 1;
        for (int t = 1; t < index.length; t++) {
            double sum = 0;
            for (double[] row : returns) {
                sum += row[t - 1];
            }
            index[t] = index[t - 1] * (1 + sum / returns.length);
        }
        for (int symbol : candidates) {
            int bar = market.bar(symbol, day);
            if (bar + 1 >= TREND) {
                known++;
                above +=
                        market.series(symbol).close(bar) > market.series(symbol).meanClose(bar, TREND) ? 1 : 0;
            }
        }
        double breadth = known == 0 ? 0.5 : above / (double) known;
        double[] volatility = Rolling.volatility(index, CALM_WINDOW);
        double[] ranks = Rolling.percentile(volatility, Math.max(1, volatility.length - CALM_WINDOW));
        double rank = ranks[ranks.length - 1];
        String figures = String.format(
                Locale.ROOT,
                "%.0f %% of symbols above their 200-day average, 60-day volatility at rank %.2f",
                100 * breadth,
                rank);
        Method method = rank > STRESS || breadth < NARROW
                ? Method.MIN_VARIANCE
                : breadth >= BROAD && candidates.size() >= 4 ? Method.MOMENTUM : Method.INVERSE_VOL;
        return new Allocation(method, none, figures);
    }

    /** The closes' simple averages, for charts and reports. */
    public static double[] average(PriceSeries series, int window) {
        return MovingAverage.simple(series.closes(), window);
    }
}
