package dev.llmagents.team.felicia.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.team.felicia.SampleMarket;
import dev.llmagents.team.felicia.market.Defect;
import dev.llmagents.team.felicia.market.DefectCode;
import dev.llmagents.team.felicia.market.MarketData;
import dev.llmagents.team.felicia.portfolio.Allocation;
import dev.llmagents.team.felicia.portfolio.Method;
import dev.llmagents.team.felicia.portfolio.StrategyPlan;
import dev.llmagents.team.felicia.trade.Account;
import dev.llmagents.team.felicia.trade.Costs;
import dev.llmagents.team.felicia.trade.Execution;
import dev.llmagents.team.felicia.trade.Fill;
import dev.llmagents.team.felicia.trade.Guards;
import dev.llmagents.team.felicia.trade.Plan;
import dev.llmagents.team.felicia.trade.PlanMaker;
import dev.llmagents.team.felicia.trade.PlanRequest;
import dev.llmagents.team.felicia.trade.RiskLimits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BacktestTest {
    private final MarketData market = SampleMarket.of(6, 500);

    @ParameterizedTest
    @EnumSource(Method.class)
    void no_method_looks_ahead_and_costs_cost(Method method) {
        BacktestResult result = Backtest.run(request(market, method));
        assertTrue(
                result.lookAhead().passed(),
                () -> method + " changed at " + result.lookAhead().changed());
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
                double change =
                        data.series(i).close(data.bar(i, next)) - data.series(i).close(data.bar(i, day));
                weights[i] = change > 0 ? 0.1 : 0;
            }
            return new Allocation(Method.EQUAL_WEIGHT, weights, "peeks");
        };
        assertFalse(LookAhead.test(cheat, market, 30, 7).passed());
    }

    @Test
    void what_comes_after_the_as_of_day_changes_nothing_but_its_report() {
        LocalDate asOf = SampleMarket.FIRST.plusDays(400);
        MarketData cut = SampleMarket.of(4, 401, asOf, 1);
        assertEquals(List.of(), cut.defects());
        BacktestResult expected = Backtest.run(request(cut, Method.MIN_VARIANCE));
        Plan plan = plan(cut, asOf);
        assertFalse(plan.orders().isEmpty());
        List<MarketData> others = List.of(
                SampleMarket.of(4, 450, asOf, 1),
                SampleMarket.of(4, 450, asOf, 7),
                SampleMarket.shuffled(4, 450, asOf));
        for (MarketData other : others) {
            assertEquals(
                    Collections.nCopies(4, DefectCode.AFTER_ASOF),
                    other.defects().stream().map(Defect::code).toList());
            BacktestResult found = Backtest.run(request(other, Method.MIN_VARIANCE));
            assertEquals(expected.net().fills(), found.net().fills());
            assertEquals(expected.performance(), found.performance());
            assertEquals(plan.orders(), plan(other, asOf).orders());
            assertEquals(plan.checks(), plan(other, asOf).checks());
            assertEquals(plan.weights(), plan(other, asOf).weights());
        }
    }

    @Test
    void a_signal_at_a_close_is_filled_at_the_next_open() {
        int signal = 100;
        Strategy once = (data, day) -> {
            double[] weights = new double[data.size()];
            weights[0] = day >= signal ? 0.1 : 0;
            return new Allocation(Method.SMA_CROSS, weights, "once");
        };
        Fill first = Backtest.run(request(market, Method.SMA_CROSS), once)
                .net()
                .fills()
                .get(0);
        assertEquals(market.date(signal + 1), first.date());
        assertEquals(BigDecimal.valueOf(market.series(0).open(signal + 1)), first.reference());
    }

    @Test
    void money_is_the_start_and_all_that_was_traded() {
        Run run = Backtest.run(request(market, Method.MOMENTUM)).net();
        BigDecimal cash = BacktestSettings.defaults().cash();
        BigDecimal[] held = new BigDecimal[market.size()];
        Arrays.fill(held, BigDecimal.ZERO);
        for (Fill fill : run.fills()) {
            int symbol = market.symbols().indexOf(fill.symbol());
            BigDecimal sign = BigDecimal.valueOf(fill.side().sign());
            cash = cash.subtract(fill.notional().multiply(sign)).subtract(fill.commission());
            held[symbol] = held[symbol].add(fill.quantity().multiply(sign));
            assertEquals(0, cash.compareTo(fill.cashAfter()));
        }
        for (int i = 0; i < held.length; i++) {
            cash = cash.add(held[i].multiply(BigDecimal.valueOf(market.series(i).close(market.days() - 1))));
        }
        assertEquals(0, cash.setScale(2, RoundingMode.HALF_UP).compareTo(run.finalEquity()));
    }

    @Test
    void averages_forget_how_they_began_as_the_history_grows() {
        List<Recursive> found = Recursive.test(market.series(0), 60, 240);
        for (Recursive with60 : found.subList(0, found.size() / 2)) {
            Recursive with240 = found.stream()
                    .filter(other -> other.indicator().equals(with60.indicator()) && other.bars() == 240)
                    .findFirst()
                    .orElseThrow();
            assertTrue(with240.difference() <= with60.difference(), with60::toString);
            assertEquals(with60.indicator().equals("sma20"), with60.difference() < 1e-14, with60::toString);
        }
        assertEquals(List.of(), Recursive.test(market.series(0), 500));
    }

    @Test
    void the_same_seed_cuts_at_the_same_days() {
        Strategy honest = (data, day) -> new Allocation(Method.EQUAL_WEIGHT, new double[data.size()], "none");
        assertEquals(LookAhead.test(honest, market, 30, 1), LookAhead.test(honest, market, 30, 1));
        assertNotEquals(
                LookAhead.test(honest, market, 30, 1).cuts(),
                LookAhead.test(honest, market, 30, 2).cuts());
    }

    @Test
    void a_period_without_two_days_is_refused() {
        MarketData tiny = SampleMarket.of(1, 1);
        assertThrows(IllegalArgumentException.class, () -> Backtest.run(request(tiny, Method.EQUAL_WEIGHT)));
    }

    private static Plan plan(MarketData market, LocalDate asOf) {
        return PlanMaker.plan(new PlanRequest(
                market,
                asOf,
                Account.ofCash("USD", new BigDecimal("100000")),
                StrategyPlan.defaults().with(Method.MIN_VARIANCE).lookingBack(60),
                RiskLimits.defaults(),
                Costs.defaults(),
                Execution.defaults(),
                Guards.none(),
                0.02));
    }

    private static BacktestRequest request(MarketData market, Method method) {
        return new BacktestRequest(
                market,
                StrategyPlan.defaults().with(method).lookingBack(60),
                RiskLimits.defaults(),
                Costs.defaults(),
                Execution.defaults(),
                BacktestSettings.defaults());
    }
}
