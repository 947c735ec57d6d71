package dev.llmagents.team.felicia.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.team.felicia.SampleMarket;
import dev.llmagents.team.felicia.market.MarketData;
import dev.llmagents.team.felicia.portfolio.Allocation;
import dev.llmagents.team.felicia.portfolio.Method;
import dev.llmagents.team.felicia.portfolio.StrategyPlan;
import dev.llmagents.team.felicia.trade.Costs;
import dev.llmagents.team.felicia.trade.Execution;
import dev.llmagents.team.felicia.trade.RiskLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BacktestTest {
    private final MarketData market = SampleMarket.of(6, 500);

    @ParameterizedTest
    @EnumSource(Method.class)
    void no_method_looks_ahead_and_costs_cost(Method method) {
        BacktestResult result = Backtest.run(request(market, method));
        assertTrue(result.lookAhead().passed(), () -> method + " changed at " + result.lookAhead().changed());
        assertEquals(3, result.lookAhead().cuts().size());
        assertEquals(4, result.folds().size());
        if (!result.net().fills().isEmpty()) {
            assertTrue(result.net().commission().signum() > 0);
            assertEquals(0, result.gross().commission().signum());
        }
    }

    @Test
    void a_strategy_that_peeks_at_the_next_close_is_caught() {
        Strategy cheat = (data, day) -> {
            double[] weights = new double[data.size()];
            int next = Math.min(day + 1, data.days() - 1);
            for (int i = 0; i < weights.length; i++) {
                double change = data.series(i).close(data.bar(i, next)) - data.series(i).close(data.bar(i, day));
                weights[i] = change > 0 ? 0.1 : 0;
            }
            return new Allocation(Method.EQUAL_WEIGHT, weights, "peeks");
        };
        assertFalse(LookAhead.test(cheat, market, 30, 7).passed());
    }

    @Test
    void what_happens_after_the_as_of_day_changes_nothing() {
        var asOf = SampleMarket.FIRST.plusDays(400);
        BacktestResult one = Backtest.run(request(SampleMarket.of(4, 450, asOf, 1), Method.MIN_VARIANCE));
        BacktestResult other = Backtest.run(request(SampleMarket.of(4, 450, asOf, 7), Method.MIN_VARIANCE));
        assertEquals(one.net().fills(), other.net().fills());
        assertEquals(one.performance(), other.performance());
    }

    private static BacktestRequest request(MarketData market, Method method) {
        return new BacktestRequest(
                market, StrategyPlan.defaults().with(method).lookingBack(60), RiskLimits.defaults(), Costs.defaults(),
                Execution.defaults(), BacktestSettings.defaults());
    }
}
