package dev.llmagents.team.felicia.backtest;

import dev.llmagents.team.felicia.portfolio.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The backtest of a mission.
 *
 * @param from first day; bars before it warm the estimates up. Empty: the first bar
 * @param cash money at the start, in the base currency
 * @param benchmark method the strategy is compared with
 * @param riskFree yearly rate, 0.02 is 2 %
 * @param folds consecutive parts the period is judged by, 1 to 50
 * @param seed where the look-ahead test cuts
 */
public record BacktestSettings(
        Optional<LocalDate> from, BigDecimal cash, Method benchmark, double riskFree, int folds, long seed) {
    private static final int MOST_FOLDS = 50;

    public BacktestSettings {
        if (cash.signum() <= 0) {
            throw new IllegalArgumentException("a backtest needs cash above zero");
        }
        if (folds < 1 || folds > MOST_FOLDS) {
            throw new IllegalArgumentException("walk_forward_folds must be 1 to " + MOST_FOLDS + ", not " + folds);
        }
        if (!(riskFree > -1 && riskFree < 1)) {
            throw new IllegalArgumentException("risk_free is a share such as 0.02, not " + riskFree);
        }
    }

    /** All bars, 100 000 of cash, equal weights to compare with, 2 % risk-free, four folds. */
    public static BacktestSettings defaults() {
        return new BacktestSettings(Optional.empty(), new BigDecimal("100000"), Method.EQUAL_WEIGHT, 0.02, 4, 0);
    }
}
