package dev.llmagents.team.felicia.trade;

import dev.llmagents.team.felicia.market.Instrument;
import dev.llmagents.team.felicia.market.MarketData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** What an account is worth at a close, and the changes it can afford. Exact; doubles only tell what is surely too small. */
final class Balance {
    private static final int WEIGHT_DECIMALS = 10;
    private static final double MILLION = 1e6;
    // Fifteen digits are what a decimal keeps on its way through a double.
    private static final long EXACT = 1_000_000_000_000_000L;

    private final MarketData market;
    /** Of each symbol, NaN before its first bar. */
    private final double[] closes;

    private final BigDecimal[] positions;
    private final BigDecimal investable;
    private final BigDecimal least;
    private final BigDecimal dearer;
    private final BigDecimal cheaper;
    private BigDecimal available;

    Balance(
            MarketData market,
            double[] closes,
            BigDecimal[] positions,
            BigDecimal cash,
            Costs costs,
            double cashBuffer) {
        this.market = market;
        this.closes = closes;
        this.positions = positions;
        this.available = cash;
        BigDecimal equity = cash.add(worth());
        this.investable = equity.multiply(BigDecimal.valueOf(1 - cashBuffer));
        this.least = equity.multiply(OrderBook.LEAST_TRADE);
        this.dearer = BigDecimal.ONE.add(costs.slippageShare()).multiply(BigDecimal.ONE.add(costs.commissionShare()));
        this.cheaper = BigDecimal.ONE
                .subtract(costs.slippageShare())
                .multiply(BigDecimal.ONE.subtract(costs.commissionShare()));
    }

    /** The value of all positions; counted in millionths as far as prices and shares allow, which is much faster. */
    private BigDecimal worth() {
        long millionths = 0;
        BigDecimal worth = BigDecimal.ZERO;
        for (int i = 0; i < positions.length; i++) {
            BigDecimal shares = positions[i];
            double close = closes[i];
            if (shares.signum() == 0 || Double.isNaN(close)) {
                continue;
            }
            double units = Math.rint(close * MILLION);
            long whole = shares.longValue();
            boolean counts = units < EXACT && units / MILLION == close && shares.doubleValue() == whole;
            long value = counts && Math.abs(whole) < EXACT ? product((long) units, whole) : 0;
            if (value == 0) {
                worth = worth.add(shares.multiply(BigDecimal.valueOf(close)));
            } else {
                millionths += value;
                if (Math.abs(millionths) > Long.MAX_VALUE / 2) {
                    worth = worth.add(BigDecimal.valueOf(millionths, 6));
                    millionths = 0;
                }
            }
        }
        return worth.add(BigDecimal.valueOf(millionths, 6));
    }

    /** The product, or 0 if it is too large to be added to others. */
    private static long product(long price, long shares) {
        boolean fits = Math.multiplyHigh(price, shares) == (shares < 0 ? -1 : 0);
        return fits && Math.abs(price * shares) < Long.MAX_VALUE / 4 ? price * shares : 0;
    }

    List<OrderBook.Change> changes(double[] weights, int[] wanted, boolean withSmall) {
        List<OrderBook.Change> sells = new ArrayList<>();
        List<OrderBook.Change> rises = new ArrayList<>();
        double money = investable.doubleValue();
        double small = least.doubleValue();
        for (int i : wanted) {
            Instrument instrument = market.series(i).instrument();
            double close = closes[i];
            double change = Math.abs(money * weights[i] / close - positions[i].doubleValue());
            if (!withSmall && (change + instrument.lot().doubleValue()) * close * (1 + 1e-6) + money * 1e-9 < small) {
                continue;
            }
            OrderBook.Change wish = change(i, instrument, weights[i], BigDecimal.valueOf(close));
            if (wish.quantity().signum() < 0) {
                sells.add(wish);
                available = wish.tooSmall()
                        ? available
                        : available.add(cost(wish, wish.quantity().negate(), cheaper));
            } else if (wish.quantity().signum() > 0) {
                rises.add(wish);
            }
        }
        for (OrderBook.Change wish : rises) {
            BigDecimal each = BigDecimal.valueOf(closes[wish.symbol()]).multiply(dearer);
            BigDecimal affordable =
                    OrderBook.floor(market.series(wish.symbol()).instrument(), available.max(BigDecimal.ZERO), each);
            BigDecimal bought = wish.quantity().min(affordable);
            if (bought.signum() > 0) {
                available = wish.tooSmall() ? available : available.subtract(cost(wish, bought, dearer));
                sells.add(new OrderBook.Change(wish.symbol(), bought, wish.target(), wish.tooSmall()));
            }
        }
        sells.removeIf(change -> !withSmall && change.tooSmall());
        return sells;
    }

    private OrderBook.Change change(int symbol, Instrument instrument, double weight, BigDecimal close) {
        // Ten decimals: what lies beyond them is the solver's rounding.
        BigDecimal share = new BigDecimal(weight).setScale(WEIGHT_DECIMALS, RoundingMode.HALF_EVEN);
        BigDecimal target = OrderBook.floor(instrument, investable.multiply(share), close);
        BigDecimal change = target.subtract(positions[symbol]);
        return new OrderBook.Change(
                symbol, change, target, change.abs().multiply(close).compareTo(least) < 0);
    }

    private BigDecimal cost(OrderBook.Change wish, BigDecimal quantity, BigDecimal factor) {
        return quantity.multiply(BigDecimal.valueOf(closes[wish.symbol()])).multiply(factor);
    }
}
