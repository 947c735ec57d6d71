package dev.llmagents.team.felicia.trade;

import dev.llmagents.team.felicia.market.Instrument;
import dev.llmagents.team.felicia.market.MarketData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Turns target weights into orders of whole lots, sells first; used by plans and backtests alike. Thread-safe. */
public final class OrderBook {
    /** Trades below this share of equity are not made. */
    public static final BigDecimal LEAST_TRADE = new BigDecimal("0.001");

    private static final int WEIGHT_DECIMALS = 10;

    private OrderBook() {}

    /** A wished change of a position: above zero is a purchase. */
    public record Change(int symbol, BigDecimal quantity, BigDecimal target, boolean tooSmall) {}

    /**
     * The changes that lead to the weights, sells first, each in order of symbols.
     *
     * @param weights NaN leaves the position as it is
     * @param positions shares held, by position of the symbol
     * @param onlyCrossings whether positions are only opened and closed, not resized
     */
    public static List<Change> changes(
            MarketData market, int day, double[] weights, BigDecimal[] positions, BigDecimal cash, Costs costs,
            double cashBuffer, boolean onlyCrossings) {
        BigDecimal equity = cash;
        for (int i = 0; i < positions.length; i++) {
            if (positions[i].signum() != 0 && market.bar(i, day) >= 0) {
                equity = equity.add(positions[i].multiply(price(market, i, day)));
            }
        }
        BigDecimal investable = equity.multiply(BigDecimal.valueOf(1 - cashBuffer));
        BigDecimal least = equity.multiply(LEAST_TRADE);
        BigDecimal dearer = BigDecimal.ONE.add(costs.slippageShare()).multiply(BigDecimal.ONE.add(costs.commissionShare()));
        BigDecimal cheaper = BigDecimal.ONE
                .subtract(costs.slippageShare())
                .multiply(BigDecimal.ONE.subtract(costs.commissionShare()));
        List<Change> sells = new ArrayList<>();
        List<Change> buys = new ArrayList<>();
        BigDecimal available = cash;
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < weights.length; i++) {
                if (Double.isNaN(weights[i]) || market.bar(i, day) < 0 || market.isBlocked(i)) {
                    continue;
                }
                BigDecimal held = positions[i];
                if (onlyCrossings && (weights[i] != 0) == (held.signum() != 0)) {
                    continue;
                }
                if (weights[i] == 0 && held.signum() == 0) {
                    continue;
                }
                BigDecimal close = price(market, i, day);
                BigDecimal target = target(market.series(i).instrument(), investable, weights[i], close);
                BigDecimal change = target.subtract(held);
                if (change.signum() == 0 || (change.signum() < 0) != (pass == 0)) {
                    continue;
                }
                boolean tooSmall = change.abs().multiply(close).compareTo(least) < 0;
                if (pass == 0) {
                    available = tooSmall
                            ? available
                            : available.add(change.abs().multiply(close).multiply(cheaper));
                    sells.add(new Change(i, change, target, tooSmall));
                    continue;
                }
                BigDecimal affordable = floor(
                        market.series(i).instrument(), available.max(BigDecimal.ZERO), close.multiply(dearer));
                BigDecimal bought = change.min(affordable);
                if (bought.signum() <= 0) {
                    continue;
                }
                available = tooSmall ? available : available.subtract(bought.multiply(close).multiply(dearer));
                buys.add(new Change(i, bought, target, tooSmall));
            }
        }
        sells.addAll(buys);
        return sells;
    }

    static BigDecimal price(MarketData market, int symbol, int day) {
        return BigDecimal.valueOf(market.series(symbol).close(market.bar(symbol, day)));
    }

    private static BigDecimal target(Instrument instrument, BigDecimal investable, double weight, BigDecimal price) {
        // Ten decimals: what lies beyond them is the solver's rounding.
        BigDecimal share = new BigDecimal(weight).setScale(WEIGHT_DECIMALS, RoundingMode.HALF_EVEN);
        return floor(instrument, investable.multiply(share), price);
    }

    private static BigDecimal floor(Instrument instrument, BigDecimal money, BigDecimal price) {
        return money.divide(price.multiply(instrument.lot()), 0, RoundingMode.DOWN).multiply(instrument.lot());
    }
}
