package dev.llmagents.team.felicia.backtest;

import dev.llmagents.team.felicia.market.MarketData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The look-ahead test: at three days the future is cut off, trebled and cut to a third; signals up to that day must stay
 * the same to the last bit. A single cut can miss a strategy that peeks and happens to be right. Thread-safe.
 */
public final class LookAhead {
    private static final int CUTS = 3;
    private static final int SIGNALS = 3;
    private static final int FUTURE = 30;
    private static final double UP = 3;

    /** What was cut where, and which days' signals changed: none for an honest strategy. */
    public record Result(List<LocalDate> cuts, List<LocalDate> changed) {
        public boolean passed() {
            return changed.isEmpty();
        }
    }

    private LookAhead() {}

    /** @param history bars before a cut the strategy needs for its signals */
    public static Result test(Strategy strategy, MarketData market, int history, long seed) {
        List<LocalDate> cuts = new ArrayList<>();
        List<LocalDate> changed = new ArrayList<>();
        Random random = new Random(seed);
        int first = Math.min(history + SIGNALS, market.days() - 2);
        int room = market.days() - 2 - first;
        if (first < SIGNALS || room < 0) {
            return new Result(List.of(), List.of());
        }
        List<Integer> days = new ArrayList<>();
        for (int i = 0; i < CUTS; i++) {
            int third = Math.max(1, room / CUTS);
            int cut = Math.min(market.days() - 2, first + i * third + random.nextInt(third));
            cuts.add(market.date(cut));
            days.add(cut);
        }
        // Cuts know nothing of one another; what is found keeps their order.
        days.parallelStream()
                .map(cut -> changed(strategy, market, history, cut))
                .toList()
                .forEach(changed::addAll);
        return new Result(cuts, changed);
    }

    /** The days up to a cut whose weights change with what comes after it. */
    private static List<LocalDate> changed(Strategy strategy, MarketData market, int history, int cut) {
        List<LocalDate> changed = new ArrayList<>();
        int from = Math.max(0, cut - history - SIGNALS);
        int to = Math.min(market.days() - 1, cut + FUTURE);
        MarketData whole = market.between(from, to);
        List<MarketData> others = List.of(
                whole.until(cut - from), market.between(from, to, cut, UP), market.between(from, to, cut, 1 / UP));
        for (int day = cut - from - SIGNALS + 1; day <= cut - from; day++) {
            double[] expected = strategy.at(whole, day).weights();
            for (MarketData other : others) {
                if (!same(strategy, other, day, expected)) {
                    changed.add(whole.date(day));
                    break;
                }
            }
        }
        return changed;
    }

    private static boolean same(Strategy strategy, MarketData other, int day, double[] expected) {
        try {
            return Arrays.equals(expected, strategy.at(other, day).weights());
        } catch (IndexOutOfBoundsException peeked) {
            // It asked for a day that was cut off.
            return false;
        }
    }
}
