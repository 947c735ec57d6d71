package dev.llmagents.team.felicia.trade;

import dev.llmagents.team.felicia.market.PriceSeries;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;

/** Fills orders on one bar at a time and keeps the cash. Not thread-safe. */
public final class Desk {
    private final Costs costs;
    private final Execution execution;
    private BigDecimal cash;

    public Desk(BigDecimal cash, Costs costs, Execution execution) {
        this.cash = cash;
        this.costs = costs;
        this.execution = execution;
    }

    public BigDecimal cash() {
        return cash;
    }

    /**
     * Fills what the bar allows of {@code open} shares: at most the participation in its volume, if that is known, and for
     * purchases what the cash pays for. A limit is filled only if the bar trades through it.
     */
    public Optional<Fill> fill(Order order, BigDecimal open, PriceSeries series, int bar) {
        BigDecimal reference = BigDecimal.valueOf(series.open(bar));
        BigDecimal price = costs.price(reference, order.side());
        if (order.limit().isPresent()) {
            BigDecimal limit = order.limit().get();
            boolean buys = order.side() == Side.BUY;
            boolean through = buys ? series.low(bar) < limit.doubleValue() : series.high(bar) > limit.doubleValue();
            if (!through) {
                return Optional.empty();
            }
            boolean atOpen = buys ? reference.compareTo(limit) < 0 : reference.compareTo(limit) > 0;
            reference = atOpen ? reference : limit;
            price = buys
                    ? costs.price(reference, Side.BUY).min(limit)
                    : costs.price(reference, Side.SELL).max(limit);
        }
        BigDecimal lot = series.instrument().lot();
        BigDecimal quantity = open;
        double volume = series.volume(bar);
        if (volume > 0) {
            BigDecimal most = BigDecimal.valueOf(volume * execution.participation());
            quantity = quantity.min(lots(most, lot));
        }
        if (order.side() == Side.BUY) {
            quantity = affordable(quantity, price, lot);
        }
        if (quantity.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal exact = price.multiply(quantity);
        BigDecimal notional = exact.setScale(2, RoundingMode.HALF_UP);
        BigDecimal commission = costs.commission(exact);
        cash = order.side() == Side.BUY
                ? cash.subtract(notional).subtract(commission)
                : cash.add(notional).subtract(commission);
        LocalDate date = series.date(bar);
        return Optional.of(new Fill(
                order.id(),
                date,
                order.symbol(),
                order.side(),
                quantity,
                reference,
                price,
                notional,
                commission,
                price.subtract(reference).abs().multiply(quantity),
                cash,
                settles(date)));
    }

    private BigDecimal affordable(BigDecimal wished, BigDecimal price, BigDecimal lot) {
        if (total(wished, price).compareTo(cash) <= 0) {
            return wished;
        }
        BigDecimal each = price.multiply(BigDecimal.ONE.add(costs.commissionShare()));
        BigDecimal most = lots(cash.max(BigDecimal.ZERO).divide(each, 12, RoundingMode.DOWN), lot)
                .add(lot);
        BigDecimal quantity = wished.min(most);
        // The minimum fee and rounding move the border by little, so few steps find the largest.
        while (quantity.signum() > 0 && total(quantity, price).compareTo(cash) > 0) {
            BigDecimal over = total(quantity, price).subtract(cash);
            quantity = quantity.subtract(
                    lots(over.divide(each, 12, RoundingMode.DOWN), lot).max(lot));
        }
        return quantity;
    }

    private BigDecimal total(BigDecimal quantity, BigDecimal price) {
        BigDecimal exact = price.multiply(quantity);
        return exact.setScale(2, RoundingMode.HALF_UP).add(costs.commission(exact));
    }

    private static BigDecimal lots(BigDecimal quantity, BigDecimal lot) {
        return quantity.divide(lot, 0, RoundingMode.DOWN).multiply(lot);
    }

    private LocalDate settles(LocalDate date) {
        LocalDate day = date;
        for (int left = execution.settlementDays(); left > 0; ) {
            day = day.plusDays(1);
            left -= day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY ? 0 : 1;
        }
        return day;
    }
}
