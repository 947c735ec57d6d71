package dev.llmagents.team.felicia.portfolio;

/**
 * The strategy of a mission.
 *
 * @param lookback daily returns the estimates rest on, 2 to 2520
 * @param fast bars of the fast moving average, for {@code sma_cross}
 * @param slow bars of the slow one, above {@code fast}
 */
public record StrategyPlan(Method method, int lookback, Rebalance rebalance, int fast, int slow) {
    private static final int LONGEST = 2520;

    public StrategyPlan {
        if (lookback < 2 || lookback > LONGEST) {
            throw new IllegalArgumentException("lookback must be 2 to " + LONGEST + " bars, not " + lookback);
        }
        if (fast < 1 || slow <= fast || slow > LONGEST) {
            throw new IllegalArgumentException(
                    "fast and slow must be 1 <= fast < slow <= " + LONGEST + ", not " + fast + " and " + slow);
        }
    }

    /** The method {@code auto} on a year of returns, monthly; averages over 20 and 50 bars. */
    public static StrategyPlan defaults() {
        return new StrategyPlan(Method.AUTO, 252, Rebalance.MONTHLY, 20, 50);
    }

    public StrategyPlan with(Method other) {
        return new StrategyPlan(other, lookback, rebalance, fast, slow);
    }

    public StrategyPlan with(Rebalance other) {
        return new StrategyPlan(method, lookback, other, fast, slow);
    }

    public StrategyPlan averages(int newFast, int newSlow) {
        return new StrategyPlan(method, lookback, rebalance, newFast, newSlow);
    }

    public StrategyPlan lookingBack(int bars) {
        return new StrategyPlan(method, bars, rebalance, fast, slow);
    }

    /** Bars a symbol needs before its first signal. */
    public int startupBars() {
        return method == Method.SMA_CROSS ? slow : lookback + 1;
    }
}
