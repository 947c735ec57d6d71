package dev.llmagents.team.felicia.trade;

import dev.llmagents.team.felicia.market.MarketData;
import dev.llmagents.team.felicia.market.PriceSeries;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Executes orders on the bars after a plan. Nothing leaves the machine. Thread-safe. */
public final class PaperBroker {
    /** What became of an order. */
    public enum Status {
        FILLED,
        PARTIAL,
        EXPIRED,
        /** There is no bar yet it could be filled on. */
        PENDING
    }

    /** Fills in the order they were made, the status of each order by id, and the cash that is left. */
    public record Executed(List<Fill> fills, Map<String, Status> statuses, BigDecimal cash) {
        public BigDecimal commission() {
            return fills.stream().map(Fill::commission).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        public BigDecimal slippage() {
            return fills.stream().map(Fill::slippage).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    private PaperBroker() {}

    /**
     * Executes orders in their order.
     *
     * @param later the bars after the plan's day, see {@link MarketData#later}
     */
    public static Executed execute(
            List<Order> orders, MarketData later, BigDecimal cash, Costs costs, Execution execution) {
        Desk desk = new Desk(cash, costs, execution);
        List<Fill> fills = new ArrayList<>();
        Map<String, BigDecimal> open = new LinkedHashMap<>();
        orders.forEach(order -> open.put(order.id(), order.quantity()));
        for (int turn = 0; turn < execution.maxDays(); turn++) {
            for (Order order : orders) {
                Optional<PriceSeries> series = later.series(order.symbol());
                BigDecimal left = open.get(order.id());
                if (left.signum() > 0
                        && series.isPresent()
                        && turn < series.get().size()) {
                    Optional<Fill> fill = desk.fill(order, left, series.get(), turn);
                    fill.ifPresent(fills::add);
                    fill.ifPresent(made -> open.put(order.id(), left.subtract(made.quantity())));
                }
            }
        }
        Map<String, Status> statuses = new LinkedHashMap<>();
        for (Order order : orders) {
            BigDecimal left = open.get(order.id());
            int bars = later.series(order.symbol()).map(PriceSeries::size).orElse(0);
            boolean waits = bars < execution.maxDays();
            Status status = left.signum() == 0
                    ? Status.FILLED
                    : waits ? Status.PENDING : left.compareTo(order.quantity()) < 0 ? Status.PARTIAL : Status.EXPIRED;
            statuses.put(order.id(), status);
        }
        return new Executed(List.copyOf(fills), statuses, desk.cash());
    }
}
