package dev.llmagents.team.felicia.backtest;

import dev.llmagents.team.felicia.market.MarketData;
import dev.llmagents.team.felicia.market.PriceSeries;
import dev.llmagents.team.felicia.metric.EquityCurve;
import dev.llmagents.team.felicia.portfolio.Allocation;
import dev.llmagents.team.felicia.portfolio.Method;
import dev.llmagents.team.felicia.trade.Costs;
import dev.llmagents.team.felicia.trade.Desk;
import dev.llmagents.team.felicia.trade.Execution;
import dev.llmagents.team.felicia.trade.Fill;
import dev.llmagents.team.felicia.trade.Order;
import dev.llmagents.team.felicia.trade.OrderBook;
import dev.llmagents.team.felicia.trade.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run through the days: orders of yesterday filled at the open, the account valued at the close, new orders. Use once. */
final class Simulation {
    private final MarketData market;
    private final double[][] closes;
    private final Execution execution;
    private final Costs costs;
    private final double buffer;
    private final Desk desk;
    private final BigDecimal[] positions;
    private final double[] held;
    private final double[] cost;
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Fill> fills = new ArrayList<>();
    private double invested;
    private int daysIn;
    private int wins;
    private int closed;
    private double gains;
    private double losses;

    private static final class Waiting {
        private final Order order;
        private final int symbol;
        private BigDecimal open;
        private int bars;

        private Waiting(Order order, int symbol) {
            this.order = order;
            this.symbol = symbol;
            this.open = order.quantity();
        }
    }

    /** @param closes of each day and symbol, as {@link MarketData#closesByDay} gives them */
    Simulation(MarketData market, double[][] closes, Costs costs, Execution execution, double buffer, BigDecimal cash) {
        this.market = market;
        this.closes = closes;
        this.costs = costs;
        this.execution = execution;
        this.buffer = buffer;
        this.desk = new Desk(cash, costs, execution);
        this.positions = new BigDecimal[market.size()];
        Arrays.fill(positions, BigDecimal.ZERO);
        this.held = new double[market.size()];
        this.cost = new double[market.size()];
    }

    /** Runs from day {@code start} to the last, with the weights found for some of the days. */
    Run run(int start, Map<Integer, Allocation> decisions) {
        double cash0 = desk.cash().doubleValue();
        double[] values = new double[market.days() - start];
        List<LocalDate> dates = new ArrayList<>();
        for (int day = start; day < market.days(); day++) {
            trade(day);
            double worth = 0;
            double[] close = closes[day];
            for (int i = 0; i < held.length; i++) {
                worth += held[i] == 0 ? 0 : held[i] * close[i];
            }
            double equity = desk.cash().doubleValue() + worth;
            values[day - start] = equity;
            invested += equity == 0 ? 0 : Math.abs(worth) / equity;
            daysIn += worth != 0 ? 1 : 0;
            dates.add(market.date(day));
            Allocation decision = decisions.get(day);
            if (decision != null) {
                order(day, decision);
            }
        }
        BigDecimal last = desk.cash();
        for (int i = 0; i < positions.length; i++) {
            if (positions[i].signum() != 0) {
                double close = market.series(i).close(market.bar(i, market.days() - 1));
                last = last.add(positions[i].multiply(BigDecimal.valueOf(close)));
            }
        }
        double notional = 0;
        BigDecimal commission = BigDecimal.ZERO;
        BigDecimal slippage = BigDecimal.ZERO;
        for (Fill fill : fills) {
            notional += fill.notional().doubleValue();
            commission = commission.add(fill.commission());
            slippage = slippage.add(fill.slippage());
        }
        double mean = Arrays.stream(values).sum() / values.length;
        double turnover = notional / mean / ((values.length - 1) / 252.0);
        return new Run(
                new EquityCurve(cash0, dates, values),
                last.setScale(2, RoundingMode.HALF_UP),
                List.copyOf(fills),
                waiting.stream().map(each -> each.order).toList(),
                commission,
                slippage.setScale(2, RoundingMode.HALF_UP),
                turnover,
                invested / values.length,
                daysIn / (double) values.length,
                closed == 0 ? Double.NaN : wins / (double) closed,
                gains / losses);
    }

    private void trade(int day) {
        for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
            Waiting next = each.next();
            if (!market.trades(next.symbol, day)) {
                continue;
            }
            PriceSeries series = market.series(next.symbol);
            Optional<Fill> made = desk.fill(next.order, next.open, series, market.bar(next.symbol, day));
            made.ifPresent(fill -> book(next, fill));
            next.bars++;
            if (next.open.signum() == 0 || next.bars >= execution.maxDays()) {
                each.remove();
            }
        }
    }

    private void book(Waiting order, Fill fill) {
        fills.add(fill);
        order.open = order.open.subtract(fill.quantity());
        int i = order.symbol;
        double money = fill.notional().doubleValue();
        double fee = fill.commission().doubleValue();
        if (fill.side() == Side.BUY) {
            cost[i] += money + fee;
        } else if (held[i] > 0) {
            double share = cost[i] * fill.quantity().doubleValue() / held[i];
            double profit = money - fee - share;
            cost[i] -= share;
            closed++;
            wins += profit > 0 ? 1 : 0;
            gains += Math.max(profit, 0);
            losses += Math.max(-profit, 0);
        }
        positions[i] = positions[i].add(
                fill.quantity().multiply(BigDecimal.valueOf(fill.side().sign())));
        held[i] = positions[i].doubleValue();
    }

    private void order(int day, Allocation decision) {
        boolean crossing = decision.method() == Method.SMA_CROSS;
        if (crossing && !waiting.isEmpty()) {
            return;
        }
        waiting.clear();
        for (OrderBook.Change change : OrderBook.trades(
                market, closes[day], decision.weights(), positions, desk.cash(), costs, buffer, crossing)) {
            Side side = change.quantity().signum() > 0 ? Side.BUY : Side.SELL;
            String symbol = market.series(change.symbol()).symbol();
            String id = market.date(day) + "-" + symbol;
            waiting.add(new Waiting(
                    new Order(
                            id,
                            symbol,
                            side,
                            change.quantity().abs(),
                            Optional.empty(),
                            decision.method().code()),
                    change.symbol()));
        }
    }
}
