package dev.llmagents.team.felicia.trade;

import dev.llmagents.team.felicia.market.Instrument;
import dev.llmagents.team.felicia.market.MarketData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/** Turns target weights into orders of whole lots, sells first; used by plans and backtests alike. Thread-safe. */
public final class OrderBook {
    /** Trades below this share of equity are not made. */
    public static final BigDecimal LEAST_TRADE = new BigDecimal("0.001");

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
            MarketData market,
            int day,
            double[] weights,
            BigDecimal[] positions,
            BigDecimal cash,
            Costs costs,
            double cashBuffer,
            boolean onlyCrossings) {
        double[] closes = new double[market.size()];
        for (int i = 0; i < closes.length; i++) {
            int bar = market.bar(i, day);
            closes[i] = bar < 0 ? Double.NaN : market.series(i).close(bar);
        }
        return new Balance(market, closes, positions, cash, costs, cashBuffer)
                .changes(weights, wanted(market, closes, weights, positions, onlyCrossings), true);
    }

    /**
     * The same changes without those that are too small to be made.
     *
     * @param closes of each symbol on the day, NaN before its first bar
     */
    public static List<Change> trades(
            MarketData market,
            double[] closes,
            double[] weights,
            BigDecimal[] positions,
            BigDecimal cash,
            Costs costs,
            double cashBuffer,
            boolean onlyCrossings) {
        int[] wanted = wanted(market, closes, weights, positions, onlyCrossings);
        return wanted.length == 0
                ? List.of()
                : new Balance(market, closes, positions, cash, costs, cashBuffer).changes(weights, wanted, false);
    }

    private static int[] wanted(
            MarketData market, double[] closes, double[] weights, BigDecimal[] positions, boolean onlyCrossings) {
        int[] wanted = new int[weights.length];
        int count = 0;
        for (int i = 0; i < weights.length; i++) {
            boolean weighty = weights[i] != 0;
            boolean held = positions[i].signum() != 0;
            boolean moves = onlyCrossings ? weighty != held : weighty || held;
            if (moves && !Double.isNaN(weights[i]) && !Double.isNaN(closes[i]) && !market.isBlocked(i)) {
                wanted[count++] = i;
            }
        }
        return Arrays.copyOf(wanted, count);
    }

    static BigDecimal price(MarketData market, int symbol, int day) {
        return BigDecimal.valueOf(market.series(symbol).close(market.bar(symbol, day)));
    }

    static BigDecimal floor(Instrument instrument, BigDecimal money, BigDecimal price) {
        return money.divide(price.multiply(instrument.lot()), 0, RoundingMode.DOWN)
                .multiply(instrument.lot());
    }
}
