package dev.llmagents.team.felicia.trade;

import dev.llmagents.team.felicia.market.Instrument;
import dev.llmagents.team.felicia.market.MarketData;
import dev.llmagents.team.felicia.metric.Returns;
import dev.llmagents.team.felicia.portfolio.Allocation;
import dev.llmagents.team.felicia.portfolio.Allocator;
import dev.llmagents.team.felicia.portfolio.Caps;
import dev.llmagents.team.felicia.portfolio.Method;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Makes the plan of a day: weights, target shares, orders, figures and the 21 pre-trade checks. Thread-safe. */
public final class PlanMaker {
    private static final double CONFIDENCE = 0.95;

    private PlanMaker() {}

    /** The plan at the market's last day. */
    public static Plan plan(PlanRequest request) {
        MarketData market = request.market();
        if (market.days() == 0) {
            throw new IllegalArgumentException("there is no bar up to " + request.asOf() + ": check the price files");
        }
        int day = market.days() - 1;
        RiskLimits limits = request.limits();
        Caps caps = new Caps(limits.maxPosition(), limits.maxGroup(), limits.maxGross(), limits.allowShort());
        Allocation allocation = new Allocator(request.strategy(), caps, request.riskFree()).at(market, day);
        BigDecimal[] held = new BigDecimal[market.size()];
        BigDecimal equity = request.account().cash();
        for (int i = 0; i < held.length; i++) {
            held[i] = request.account().quantityOf(market.series(i).symbol());
            if (market.bar(i, day) >= 0) {
                equity = equity.add(held[i].multiply(OrderBook.price(market, i, day)));
            }
        }
        List<OrderBook.Change> changes = OrderBook.changes(
                market,
                day,
                allocation.weights(),
                held,
                request.account().cash(),
                request.costs(),
                limits.cashBuffer(),
                allocation.method() == Method.SMA_CROSS);
        List<Order> orders = new ArrayList<>();
        List<OrderBook.Change> dropped = new ArrayList<>();
        Map<String, BigDecimal> targets = new TreeMap<>();
        for (int i = 0; i < held.length; i++) {
            targets.put(market.series(i).symbol(), held[i]);
        }
        for (OrderBook.Change change : changes) {
            targets.put(market.series(change.symbol()).symbol(), change.target());
            if (change.tooSmall()) {
                dropped.add(change);
            } else {
                orders.add(order(request, day, change, "O" + (orders.size() + 1), allocation));
            }
        }
        targets.values().removeIf(quantity -> quantity.signum() == 0);
        Map<String, Double> weights = new TreeMap<>();
        for (int i = 0; i < held.length; i++) {
            double weight = allocation.weights()[i];
            if (weight != 0 && !Double.isNaN(weight)) {
                weights.put(market.series(i).symbol(), weight);
            }
        }
        PlanFigures figures =
                figures(market, day, allocation.weights(), request.strategy().lookback());
        List<Check> checks =
                new PreTradeChecks(request, day, equity, figures, allocation.weights()).run(orders, dropped);
        return new Plan(
                market.date(day),
                equity.setScale(2, RoundingMode.HALF_UP),
                allocation,
                weights,
                targets,
                List.copyOf(orders),
                checks,
                figures);
    }

    private static Order order(
            PlanRequest request, int day, OrderBook.Change change, String id, Allocation allocation) {
        Instrument instrument = request.market().series(change.symbol()).instrument();
        Side side = change.quantity().signum() > 0 ? Side.BUY : Side.SELL;
        Optional<BigDecimal> limit = Optional.empty();
        if (request.execution().style() == Execution.Style.LIMIT) {
            BigDecimal offset = request.execution().limitOffset().multiply(BigDecimal.valueOf(side.sign()));
            BigDecimal exact =
                    OrderBook.price(request.market(), change.symbol(), day).multiply(BigDecimal.ONE.add(offset));
            // Rounded to the tick on the side that gives away less.
            RoundingMode rounding = side == Side.BUY ? RoundingMode.DOWN : RoundingMode.UP;
            limit = Optional.of(exact.divide(instrument.tick(), 0, rounding).multiply(instrument.tick()));
        }
        String reason =
                allocation.method().code() + ": target " + change.target().toPlainString();
        return new Order(id, instrument.symbol(), side, change.quantity().abs(), limit, reason);
    }

    static PlanFigures figures(MarketData market, int day, double[] weights, int lookback) {
        List<Integer> held = IntStream.range(0, weights.length)
                .filter(i -> weights[i] != 0 && !Double.isNaN(weights[i]))
                .boxed()
                .toList();
        double[][] returns = Allocator.returns(market, day, held, lookback);
        double[] portfolio = new double[Math.min(lookback, day)];
        for (int i = 0; i < held.size(); i++) {
            for (int t = 0; t < portfolio.length; t++) {
                portfolio[t] += weights[held.get(i)] * returns[i][t];
            }
        }
        double squares = held.stream().mapToDouble(i -> weights[i] * weights[i]).sum();
        double gross = held.stream().mapToDouble(i -> Math.abs(weights[i])).sum();
        if (portfolio.length < 2 || Arrays.stream(portfolio).allMatch(each -> each == 0)) {
            return new PlanFigures(0, 0, 0, squares, gross);
        }
        return new PlanFigures(
                Returns.volatility(portfolio),
                Returns.valueAtRisk(portfolio, CONFIDENCE),
                Returns.conditionalValueAtRisk(portfolio, CONFIDENCE),
                squares,
                gross);
    }
}
