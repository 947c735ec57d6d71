package dev.llmagents.team.felicia.check;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.team.felicia.Facts;
import dev.llmagents.team.felicia.Validation.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** True figures in false claims, and true ones beside them. */
class ClaimTest {
    private static final Facts FACTS = new Facts(
            new TreeMap<>(Map.ofEntries(
                    fact("plan.equity", "198710.00"),
                    fact("plan.volatility", "0.0823"),
                    fact("plan.var95", "0.0134"),
                    fact("plan.cvar95", "0.0187"),
                    fact("plan.largestWeight", "0.25"),
                    fact("plan.orders", "7"),
                    fact("plan.blocked", "2"),
                    fact("portfolio.cash", "180000.00"),
                    fact("mission.horizonMonths", "12"),
                    fact("confidence", "0.95"),
                    fact("limit.volatility", "0.10"),
                    fact("limit.drawdown", "0.15"),
                    fact("limit.position", "0.30"),
                    fact("strategy.lookback", "252"),
                    fact("weight.KVANT", "0.25"),
                    fact("weight.PIXEL", "0.05"),
                    fact("close.KVANT", "41.20"),
                    fact("stop.KVANT", "38.64"),
                    fact("backtest.totalReturn", "0.3187"),
                    fact("backtest.cagr", "0.0571"),
                    fact("backtest.volatility", "0.0911"),
                    fact("backtest.sharpe", "0.42"),
                    fact("backtest.sortino", "0.61"),
                    fact("backtest.maxDrawdown", "0.1252"),
                    fact("backtest.commission", "812.44"),
                    fact("backtest.fills", "143"),
                    fact("backtest.doubledCosts.totalReturn", "-0.0206"),
                    fact("benchmark.totalReturn", "0.2744"),
                    fact("benchmark.maxDrawdown", "0.1863"),
                    fact("fills.count", "5"),
                    fact("fills.commission", "96.31"),
                    fact("fills.slippage", "94.87"),
                    fact("fills.cash", "12045.18"),
                    fact("funding.shortfall", "25000.00"))),
            new TreeSet<>(Set.of(LocalDate.of(2025, 12, 31))),
            new TreeSet<>(Set.of("KVANT", "PIXEL")));

    private static Map.Entry<String, BigDecimal> fact(String name, String value) {
        return Map.entry(name, new BigDecimal(value));
    }

    private static boolean passes(String sentence) {
        return new NumberGuard(FACTS, Optional.of(Verdict.APPROVED_WITH_WARNINGS)).passes(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The maximum drawdown is 8.23 %.",
                "Drawdown never exceeded 1.34 %.",
                "The volatility of the plan is 12.52 %.",
                "Volatility is 10 %.",
                "The Sharpe ratio is 0.61.",
                "A Sortino ratio of 0.42 was reached.",
                "Value at risk is 1.87 % a day.",
                "The expected shortfall is only 1.34 %.",
                "The strategy returned 27.44 %.",
                "The benchmark returned 31.87 %.",
                "Commission came to 94.87.",
                "Slippage cost 812.44.",
                "PIXEL has a weight of 25 %.",
                "KVANT weighs 5 %.",
                "Cash left after the fills is 25000.00.",
                "The shortfall is 12045.18.",
                "Equity stands at 180000.00.",
                "At doubled costs the return is 31.87 %.",
                "At doubled costs it still gained 2.06 %.",
                "The strategy lost 31.87 %.",
                "Volatiliteten är 12,52 %.",
                "Nedgången blev som mest 8,23 %.",
                "Avkastningen blev 27,44 %.",
                "Courtaget blev 94,87.",
                "Kassan är 198710.00.",
                "Vikten för PIXEL är 25 %.",
                "The plan is rejected.",
                "Planen är underkänd.",
                "It was approved without any warnings.",
                "The yearly growth was 31.87 %."
            })
    void a_true_figure_in_a_false_claim_is_dropped(String sentence) {
        assertFalse(passes(sentence), sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The volatility of the plan is 8.23 %, below the limit of 10 %.",
                "The worst drawdown in the backtest was 12.52 %, within the 15 % allowed.",
                "The strategy returned 31.87 % after costs and the benchmark 27.44 %.",
                "A Sharpe ratio of 0.42 and a Sortino ratio of 0.61 are modest.",
                "One-day value at risk at 95 % confidence is 1.34 %.",
                "Expected shortfall is 1.87 %.",
                "KVANT is the largest position at 25 %.",
                "PIXEL has only 5 %.",
                "The plan makes 7 orders, of which 2 are blocked.",
                "Commission of 96.31 and slippage of 94.87 were paid on 5 fills.",
                "Cash falls from 180000.00 to 12045.18.",
                "A shortfall of 25000.00 has to be funded before trading.",
                "The backtest made 143 fills and paid 812.44 in commission.",
                "With doubled costs the strategy lost 2.06 %.",
                "At doubled costs the return is -2.06 %.",
                "Over 12 months the aim is to keep the fall below 15 %.",
                "The horizon is 12 months.",
                "The stop of KVANT is 38.64, with a close of 41.20.",
                "No position may exceed 30 %.",
                "The benchmark fell by 18.63 % at worst, the strategy by 12.52 %.",
                "Growth was 5.71 % a year.",
                "Estimates rest on 252 days of returns.",
                "The equity of the plan is 198710.00.",
                "Volatiliteten är 8,23 % och gränsen är 10 %.",
                "Största nedgången var 12,52 %.",
                "Avkastningen blev 31,87 % mot 27,44 % för jämförelseindex.",
                "Courtaget blev 96,31 och glidningen 94,87.",
                "KVANT väger 25 % av portföljen.",
                "The plan is approved with warnings.",
                "The past need not come again, and costs matter."
            })
    void a_true_claim_stands(String sentence) {
        assertTrue(passes(sentence), sentence);
    }
}
