package dev.llmagents.team.felicia.trade;

import dev.llmagents.team.felicia.market.MarketData;
import dev.llmagents.team.felicia.market.PriceSeries;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recomputes cash and positions from fills, orders and prices, in whole cents and without the broker's code, and says what
 * does not add up. Thread-safe.
 */
public final class Replay {
    private static final double ROUNDING = 1e-6;

    /** The cash and positions found, and one sentence for each thing that is wrong. */
    public record Result(BigDecimal cash, Map<String, BigDecimal> positions, List<String> issues) {}

    private Replay() {}

    public static Result of(
            Account account, List<Order> orders, List<Fill> fills, MarketData later, Costs costs, boolean allowShort) {
        Map<String, BigDecimal> positions = new HashMap<>();
        account.holdings().forEach(holding -> positions.put(holding.symbol(), holding.quantity()));
        Map<String, Order> byId = new HashMap<>();
        orders.forEach(order -> byId.put(order.id(), order));
        Map<String, BigDecimal> done = new HashMap<>();
        List<String> issues = new ArrayList<>();
        long cents = cents(account.cash());
        for (int i = 0; i < fills.size(); i++) {
            Fill fill = fills.get(i);
            String who = "fill " + (i + 1) + " (" + fill.symbol() + ", " + fill.date() + ")";
            Order order = byId.get(fill.orderId());
            if (order == null || !order.symbol().equals(fill.symbol()) || order.side() != fill.side()) {
                issues.add(who + " belongs to no order");
            } else {
                BigDecimal sum = done.merge(order.id(), fill.quantity(), BigDecimal::add);
                if (sum.compareTo(order.quantity()) > 0) {
                    issues.add(who + " fills more than its order asked for");
                }
            }
            price(fill, later, costs).ifPresent(what -> issues.add(who + " " + what));
            BigDecimal exact = fill.price().multiply(fill.quantity());
            long notional = cents(exact);
            BigDecimal rate = costs.commissionBps().movePointLeft(4);
            long commission = Math.max(cents(exact.multiply(rate)), cents(costs.commissionMin()));
            if (notional != cents(fill.notional()) || commission != cents(fill.commission())) {
                issues.add(who + " has a notional or commission that its price and quantity do not give");
            }
            cents -= fill.side() == Side.BUY ? notional + commission : commission - notional;
            if (cents != cents(fill.cashAfter())) {
                issues.add(who + " leaves " + BigDecimal.valueOf(cents, 2) + ", not " + fill.cashAfter());
                cents = cents(fill.cashAfter());
            }
            if (cents < 0) {
                issues.add(who + " overdraws the account");
            }
            BigDecimal signed =
                    fill.side() == Side.BUY ? fill.quantity() : fill.quantity().negate();
            if (positions.merge(fill.symbol(), signed, BigDecimal::add).signum() < 0 && !allowShort) {
                issues.add(who + " sells more than is held");
            }
        }
        return new Result(BigDecimal.valueOf(cents, 2), Map.copyOf(positions), List.copyOf(issues));
    }

    private static long cents(BigDecimal money) {
        return money.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static Optional<String> price(Fill fill, MarketData later, Costs costs) {
        Optional<PriceSeries> series = later.series(fill.symbol());
        int bar = series.map(found -> found.barAt(fill.date())).orElse(-1);
        if (bar < 0 || !series.get().date(bar).equals(fill.date())) {
            return Optional.of("has no bar");
        }
        double reference = fill.reference().doubleValue();
        if (reference > series.get().high(bar) + ROUNDING
                || reference < series.get().low(bar) - ROUNDING) {
            return Optional.of("lies outside the high and low of its bar");
        }
        double off = Math.abs(fill.price().doubleValue() / reference - 1);
        return off > costs.slippageShare().doubleValue() + ROUNDING
                ? Optional.of("is further from its reference than the slippage")
                : Optional.empty();
    }
}
