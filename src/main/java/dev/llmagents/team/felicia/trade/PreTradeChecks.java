package dev.llmagents.team.felicia.trade;

import dev.llmagents.team.felicia.indicator.Oscillators;
import dev.llmagents.team.felicia.market.MarketData;
import dev.llmagents.team.felicia.market.PriceSeries;
import dev.llmagents.team.felicia.market.Severity;
import dev.llmagents.team.felicia.metric.Correlations;
import dev.llmagents.team.felicia.metric.Returns;
import dev.llmagents.team.felicia.portfolio.Allocator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The 21 checks before a trade, modelled on Articles 8 and 15 of Delegated Regulation (EU) 2017/589 (RTS 6) and on SEC rule
 * 15c3-5, neither of which binds own trading on paper. An order above a tenth of equity is only a warning, because opening
 * a position of the permitted size needs one; above the mission's own limit it is blocked. Use once.
 */
public final class PreTradeChecks {
    private static final double LARGE_ORDER = 0.10;
    private static final double FAT_ORDER = 0.25;
    private static final double FAT_MULTIPLE = 10;
    private static final double CORRELATED = 0.8;
    private static final int STALE_DAYS = 3;
    private static final int FROZEN_BARS = 5;
    private static final int VOLUME_WINDOW = 20;
    private static final int PER_SYMBOL = 2;
    private static final double ROUNDING = 1e-9;

    private final PlanRequest request;
    private final MarketData market;
    private final RiskLimits limits;
    private final int day;
    private final double equity;
    private final PlanFigures figures;
    private final double[] weights;
    private final List<Check> checks = new ArrayList<>();

    public PreTradeChecks(PlanRequest request, int day, BigDecimal equity, PlanFigures figures, double[] weights) {
        this.request = request;
        this.market = request.market();
        this.limits = request.limits();
        this.day = day;
        this.equity = equity.doubleValue();
        this.figures = figures;
        this.weights = weights;
    }

    /** Checks the plan, then each order; {@code dropped} are trades too small to be made. */
    public List<Check> run(List<Order> orders, List<OrderBook.Change> dropped) {
        plan(orders);
        Map<String, Double> after = positionsAfter(orders);
        Map<String, Integer> perSymbol = new HashMap<>();
        Set<String> seen = new HashSet<>();
        double[] quantities = orders.stream()
                .mapToDouble(order -> order.quantity().doubleValue())
                .toArray();
        double median = Returns.quantile(quantities, 0.5);
        double cash = request.account().cash().doubleValue();
        for (Order order : orders) {
            Optional<PriceSeries> series = market.series(order.symbol());
            boolean restricted = limits.restricted().contains(order.symbol());
            check(
                    "PT17_RESTRICTED",
                    Severity.BLOCK,
                    order,
                    restricted || series.isEmpty() ? 1 : 0,
                    0,
                    restricted ? "the symbol is on the restricted list" : "the symbol must be in the universe");
            int count = perSymbol.merge(order.symbol(), 1, Integer::sum);
            check("PT04_MAX_ORDERS", Severity.BLOCK, order, count, PER_SYMBOL, "orders of this symbol");
            String key = order.symbol() + order.side() + order.quantity().stripTrailingZeros() + order.limit();
            check("PT06_DUPLICATE", Severity.BLOCK, order, seen.add(key) ? 0 : 1, 0, "equal orders before this one");
            if (series.isEmpty() || series.get().size() == 0) {
                continue;
            }
            double price = series.get().close(series.get().size() - 1);
            double quantity = order.quantity().doubleValue();
            double value = price * quantity;
            prices(order, series.get(), price);
            double most = limits.maxOrderValue().map(BigDecimal::doubleValue).orElse(Double.POSITIVE_INFINITY);
            boolean above = value > most;
            check(
                    "PT02_MAX_ORDER_VALUE",
                    above ? Severity.BLOCK : Severity.WARN,
                    order,
                    value,
                    above ? most : LARGE_ORDER * equity,
                    "value of the order");
            volume(order, series.get());
            if (orders.size() > 2 && quantity > FAT_MULTIPLE * median) {
                check(
                        "PT07_FAT_FINGER",
                        Severity.WARN,
                        order,
                        quantity,
                        FAT_MULTIPLE * median,
                        "shares, against ten times the median order");
            }
            check("PT07_FAT_FINGER", Severity.BLOCK, order, value, FAT_ORDER * equity, "value of the order");
            BigDecimal exact = BigDecimal.valueOf(price).multiply(order.quantity());
            cash -= order.side().sign() * value
                    + request.costs().commission(exact).doubleValue();
            if (order.side() == Side.BUY) {
                check("PT08_CASH", Severity.BLOCK, order, -cash, 0, "money missing after this order");
                check(
                        "PT08_CASH",
                        Severity.WARN,
                        order,
                        limits.cashBuffer() * equity - cash,
                        0.005 * equity,
                        "of the cash buffer used by this order");
            }
            shares(order, series.get(), after.getOrDefault(order.symbol(), 0.0));
            weightAfter(order, after, price);
            symbol(order, series.get());
        }
        for (OrderBook.Change change : dropped) {
            String symbol = market.series(change.symbol()).symbol();
            double value = change.quantity().abs().doubleValue()
                    * OrderBook.price(market, change.symbol(), day).doubleValue();
            checks.add(new Check(
                    "PT18_MIN_NOTIONAL",
                    Optional.of(Severity.WARN),
                    Optional.empty(),
                    symbol,
                    value,
                    OrderBook.LEAST_TRADE.doubleValue() * equity,
                    "the trade is too small to be worth its costs"));
        }
        return List.copyOf(checks);
    }

    private void plan(List<Order> orders) {
        Guards guards = request.guards();
        whole("PT21_HALT", Severity.BLOCK, guards.halted() ? 1 : 0, 0, "the kill switch is set");
        boolean repeated = guards.alreadyExecuted() && !guards.again();
        whole(
                "PT05_THROTTLE",
                Severity.BLOCK,
                repeated ? 1 : 0,
                0,
                "executions of this plan so far; --again repeats it");
        whole("PT04_MAX_ORDERS", Severity.BLOCK, orders.size(), limits.maxOrders(), "orders in this run");
        whole("PT12_LEVERAGE", Severity.BLOCK, figures.gross(), limits.maxGross(), "sum of absolute weights");
        whole("PT13_VAR", Severity.BLOCK, figures.var95(), limits.var95Limit(), "one-day 95 % value at risk");
        double peak =
                request.account().peakEquity().map(BigDecimal::doubleValue).orElse(equity);
        double loss = 1 - equity / peak;
        boolean stopped = loss > limits.maxDrawdown();
        for (Order order : orders) {
            boolean buys = order.side() == Side.BUY;
            check(
                    "PT14_DRAWDOWN_STOP",
                    Severity.BLOCK,
                    order,
                    stopped && buys ? loss : Math.min(loss, limits.maxDrawdown()),
                    limits.maxDrawdown(),
                    "loss from the peak; beyond the limit only sales pass");
        }
        for (Holding holding : request.account().holdings()) {
            if (market.series(holding.symbol()).isEmpty()) {
                checks.add(new Check(
                        "PT17_RESTRICTED",
                        Optional.of(Severity.WARN),
                        Optional.empty(),
                        holding.symbol(),
                        1,
                        0,
                        "it is held but not in the universe, so it has no price and is not counted"));
            }
        }
        correlation();
    }

    private void correlation() {
        List<Integer> held = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] != 0 && !Double.isNaN(weights[i])) {
                held.add(i);
            }
        }
        double[][] returns =
                Allocator.returns(market, day, held, request.strategy().lookback());
        for (Correlations.Pair pair : Correlations.above(CORRELATED, returns)) {
            checks.add(new Check(
                    "PT20_CORRELATION",
                    Optional.of(Severity.WARN),
                    Optional.empty(),
                    market.series(held.get(pair.one())).symbol() + "/"
                            + market.series(held.get(pair.other())).symbol(),
                    pair.correlation(),
                    CORRELATED,
                    "the two move together and both have weight"));
        }
    }

    private void prices(Order order, PriceSeries series, double close) {
        double off = order.limit()
                .map(limit -> Math.abs(limit.doubleValue() / close - 1))
                .orElse(0.0);
        double[] ranges = Oscillators.atr(series.highs(), series.lows(), series.closes(), 14);
        double wide = 3 * ranges[ranges.length - 1] / close;
        double collar = wide > limits.priceCollar() ? wide : limits.priceCollar();
        check("PT01_PRICE_COLLAR", Severity.BLOCK, order, off, collar, "of the last close between it and the limit");
    }

    private void volume(Order order, PriceSeries series) {
        double sum = 0;
        int from = Math.max(0, series.size() - VOLUME_WINDOW);
        for (int bar = from; bar < series.size(); bar++) {
            sum += series.volume(bar);
        }
        double average = sum / (series.size() - from);
        if (!(average > 0)) {
            add(
                    "PT03_MAX_ORDER_VOLUME",
                    Optional.of(Severity.WARN),
                    order,
                    0,
                    limits.maxAdv(),
                    "the volume is unknown");
            return;
        }
        check(
                "PT03_MAX_ORDER_VOLUME",
                Severity.BLOCK,
                order,
                order.quantity().doubleValue() / average,
                limits.maxAdv(),
                "of the 20-day average volume");
    }

    private void shares(Order order, PriceSeries series, double after) {
        double missing = order.side() == Side.SELL && !limits.allowShort() ? Math.max(0, -after) : 0;
        check("PT09_SHORT", Severity.BLOCK, order, missing, 0, "shares sold that are not held");
        boolean lots = order.quantity().remainder(series.instrument().lot()).signum() == 0;
        boolean ticks = order.limit()
                .map(limit -> limit.remainder(series.instrument().tick()).signum() == 0)
                .orElse(true);
        check("PT10_LOT_TICK", Severity.BLOCK, order, lots && ticks ? 0 : 1, 0, "off the lot or the tick");
    }

    private void weightAfter(Order order, Map<String, Double> after, double price) {
        if (order.side() == Side.SELL) {
            return;
        }
        double weight = Math.abs(after.getOrDefault(order.symbol(), 0.0)) * price / equity;
        check("PT11_CONCENTRATION", Severity.BLOCK, order, weight, limits.maxPosition(), "weight after the trade");
        Optional<String> group = market.series(order.symbol())
                .flatMap(series -> series.instrument().group());
        if (group.isPresent()) {
            double sum = 0;
            for (int i = 0; i < market.size(); i++) {
                if (market.series(i).instrument().group().equals(group) && market.bar(i, day) >= 0) {
                    sum += Math.abs(after.getOrDefault(market.series(i).symbol(), 0.0))
                            * OrderBook.price(market, i, day).doubleValue();
                }
            }
            check(
                    "PT11_CONCENTRATION",
                    Severity.BLOCK,
                    order,
                    sum / equity,
                    limits.maxGroup(),
                    "weight of the group " + group.get() + " after the trade");
        }
    }

    private void symbol(Order order, PriceSeries series) {
        int old = 0;
        for (long each = series.epochDay(series.size() - 1) + 1L;
                each <= request.asOf().toEpochDay();
                each++) {
            // 1 January 1970 was a Thursday: 3 days later begins the week.
            old += Math.floorMod(each + 3, 7) < 5 ? 1 : 0;
        }
        check("PT15_STALE_PRICE", Severity.BLOCK, order, old, STALE_DAYS, "weekdays since the last bar");
        int equal = 1;
        for (int bar = series.size() - 1;
                bar > 0
                        && series.close(bar) == series.close(bar - 1)
                        && series.high(bar) == series.high(bar - 1)
                        && series.low(bar) == series.low(bar - 1);
                bar--) {
            equal++;
        }
        check("PT15_STALE_PRICE", Severity.BLOCK, order, equal, FROZEN_BARS - 1.0, "equal bars at the end");
        boolean blocked = market.blocked().contains(order.symbol());
        check("PT16_DATA_GATE", Severity.BLOCK, order, blocked ? 1 : 0, 0, "defects of its prices that block");
        boolean foreign =
                !series.instrument().currency().equals(request.account().baseCurrency());
        check("PT19_CURRENCY", Severity.BLOCK, order, foreign ? 1 : 0, 0, "its currency is not that of the account");
    }

    private Map<String, Double> positionsAfter(List<Order> orders) {
        Map<String, Double> after = new TreeMap<>();
        for (Holding holding : request.account().holdings()) {
            after.merge(holding.symbol(), holding.quantity().doubleValue(), Double::sum);
        }
        for (Order order : orders) {
            after.merge(order.symbol(), order.side().sign() * order.quantity().doubleValue(), Double::sum);
        }
        return after;
    }

    private void check(String code, Severity severity, Order order, double measured, double limit, String message) {
        boolean passes = measured <= limit + ROUNDING;
        add(code, passes ? Optional.empty() : Optional.of(severity), order, measured, limit, message);
    }

    private void add(
            String code, Optional<Severity> severity, Order order, double measured, double limit, String message) {
        checks.add(new Check(code, severity, Optional.of(order.id()), order.symbol(), measured, limit, message));
    }

    private void whole(String code, Severity severity, double measured, double limit, String message) {
        boolean passes = measured <= limit + ROUNDING;
        checks.add(new Check(
                code,
                passes ? Optional.empty() : Optional.of(severity),
                Optional.empty(),
                "",
                measured,
                limit,
                message));
    }
}
