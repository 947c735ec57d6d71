package dev.llmagents.team.felicia.backtest;

import dev.llmagents.team.felicia.market.MarketData;
import dev.llmagents.team.felicia.market.PriceSeries;
import dev.llmagents.team.felicia.metric.EquityCurve;
import dev.llmagents.team.felicia.metric.Performance;
import dev.llmagents.team.felicia.portfolio.Allocation;
import dev.llmagents.team.felicia.portfolio.Allocator;
import dev.llmagents.team.felicia.portfolio.Caps;
import dev.llmagents.team.felicia.portfolio.Method;
import dev.llmagents.team.felicia.portfolio.Rebalance;
import dev.llmagents.team.felicia.trade.Costs;
import dev.llmagents.team.felicia.trade.RiskLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs a strategy over a market: signals at the close, fills at the next open. The weights of a day depend on bars up to
 * it and on nothing else, so they are found once and used with and without costs. Thread-safe.
 */
public final class Backtest {
    private Backtest() {}

    /**
     * Runs the mission's own strategy.
     *
     * @throws IllegalArgumentException if fewer than two days lie in the period
     */
    public static BacktestResult run(BacktestRequest request) {
        boolean itself = request.settings().benchmark() == request.strategy().method();
        return run(request, allocator(request, request.strategy().method()), itself);
    }

    /** Runs any strategy on the schedule of the mission's. */
    public static BacktestResult run(BacktestRequest request, Strategy strategy) {
        return run(request, strategy, false);
    }

    private static BacktestResult run(BacktestRequest request, Strategy strategy, boolean isBenchmark) {
        MarketData market = request.market();
        BacktestSettings settings = request.settings();
        int start = Math.max(
                0,
                settings.from().map(from -> market.dayAt(from.minusDays(1)) + 1).orElse(0));
        if (market.days() - start < 2) {
            throw new IllegalArgumentException(
                    "fewer than two days of prices lie in the backtest: set backtest.from earlier");
        }
        boolean crossing = request.strategy().method() == Method.SMA_CROSS;
        Rebalance rebalance = crossing ? Rebalance.DAILY : request.strategy().rebalance();
        Map<Integer, Allocation> decisions = decisions(strategy, market, start, rebalance);
        Strategy other = allocator(request, settings.benchmark());
        Rebalance otherTimes = settings.benchmark() == Method.SMA_CROSS
                ? Rebalance.DAILY
                : request.strategy().rebalance();
        Map<Integer, Allocation> others = isBenchmark ? decisions : decisions(other, market, start, otherTimes);
        double[][] closes = market.closesByDay();
        Costs costs = request.costs();
        int history = Math.max(request.strategy().startupBars(), 320);
        // They share nothing that changes, so it cannot be seen that they are made side by side.
        List<Object> parts = Stream.<Supplier<Object>>of(
                        () -> LookAhead.test(strategy, market, history, settings.seed()),
                        () -> simulate(request, closes, decisions, start, costs),
                        () -> simulate(request, closes, decisions, start, Costs.none()),
                        () -> simulate(request, closes, decisions, start, costs.doubled()),
                        () -> isBenchmark ? List.of() : simulate(request, closes, others, start, costs))
                .parallel()
                .map(Supplier::get)
                .toList();
        LookAhead.Result lookAhead = (LookAhead.Result) parts.get(0);
        Run net = (Run) parts.get(1);
        Run benchmark = isBenchmark ? net : (Run) parts.get(4);
        double riskFree = settings.riskFree();
        PriceSeries longest = market.series(0);
        for (int i = 1; i < market.size(); i++) {
            longest = market.series(i).size() > longest.size() ? market.series(i) : longest;
        }
        return new BacktestResult(
                net,
                Performance.of(net.curve(), riskFree),
                (Run) parts.get(2),
                (Run) parts.get(3),
                benchmark,
                Performance.of(benchmark.curve(), riskFree),
                buyAndHold(market, start),
                folds(net.curve(), settings.folds(), riskFree),
                lookAhead,
                Recursive.test(longest, 60, 120, 252, 504));
    }

    private static Strategy allocator(BacktestRequest request, Method method) {
        RiskLimits limits = request.limits();
        Caps caps = new Caps(limits.maxPosition(), limits.maxGroup(), limits.maxGross(), limits.allowShort());
        return new Allocator(
                request.strategy().with(method), caps, request.settings().riskFree())::at;
    }

    private static Run simulate(
            BacktestRequest request, double[][] closes, Map<Integer, Allocation> decisions, int start, Costs costs) {
        return new Simulation(
                        request.market(),
                        closes,
                        costs,
                        request.execution(),
                        request.limits().cashBuffer(),
                        request.settings().cash())
                .run(start, decisions);
    }

    private static Map<Integer, Allocation> decisions(
            Strategy strategy, MarketData market, int start, Rebalance times) {
        List<Integer> days = new ArrayList<>();
        for (int day = start; day < market.days(); day++) {
            if (day == start || times.isDue(market.date(day - 1), market.date(day))) {
                days.add(day);
            }
        }
        // Each day's weights are found by themselves, so finding them side by side changes nothing.
        return days.parallelStream()
                .collect(Collectors.toMap(day -> day, day -> strategy.at(market, day), (a, b) -> a, TreeMap::new));
    }

    private static double buyAndHold(MarketData market, int start) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < market.size(); i++) {
            if (market.bar(i, start) >= 0) {
                PriceSeries series = market.series(i);
                sum += series.close(series.size() - 1) / series.close(market.bar(i, start)) - 1;
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private static List<Performance> folds(EquityCurve curve, int count, double riskFree) {
        List<Performance> folds = new ArrayList<>();
        int days = curve.values().length;
        for (int fold = 0; fold < count; fold++) {
            int from = (int) ((long) days * fold / count);
            int to = (int) ((long) days * (fold + 1) / count);
            if (to > from) {
                folds.add(Performance.of(curve.part(from, to), riskFree));
            }
        }
        return folds;
    }
}
