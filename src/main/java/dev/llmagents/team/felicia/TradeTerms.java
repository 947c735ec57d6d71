package dev.llmagents.team.felicia;

import dev.llmagents.team.felicia.backtest.BacktestSettings;
import dev.llmagents.team.felicia.market.MarketData;
import dev.llmagents.team.felicia.mission.Mission;
import dev.llmagents.team.felicia.mission.OwnedPortfolio;
import dev.llmagents.team.felicia.mission.StrategyWish;
import dev.llmagents.team.felicia.portfolio.Method;
import dev.llmagents.team.felicia.portfolio.Rebalance;
import dev.llmagents.team.felicia.portfolio.StrategyPlan;
import dev.llmagents.team.felicia.trade.Account;
import dev.llmagents.team.felicia.trade.Costs;
import dev.llmagents.team.felicia.trade.Execution;
import dev.llmagents.team.felicia.trade.Holding;
import dev.llmagents.team.felicia.trade.RiskLimits;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mission in the terms of those who trade.
 *
 * @param notes what could not be taken as the mission says it, a sentence each
 */
public record TradeTerms(
        Account account,
        StrategyPlan strategy,
        RiskLimits limits,
        Costs costs,
        Execution execution,
        double riskFree,
        Method benchmark,
        int folds,
        List<String> notes) {
    public TradeTerms {
        notes = List.copyOf(notes);
    }

    /**
     * The terms of a mission without regard to a risk profile.
     *
     * @throws IllegalArgumentException if a value is one the mission may hold but the team cannot work with; the message
     *     names its key
     */
    public static TradeTerms of(Mission mission) {
        List<String> notes = new ArrayList<>();
        Execution execution = execution(mission, notes);
        return new TradeTerms(
                account(mission),
                strategy(mission.strategy()),
                limits(mission),
                new Costs(
                        mission.costs().commissionBps(),
                        mission.costs().commissionMin(),
                        mission.costs().slippageBps(),
                        mission.costs().spreadBps()),
                execution,
                mission.backtest().riskFree().doubleValue(),
                benchmark(mission, notes),
                Math.max(1, mission.backtest().walkForwardFolds()),
                notes);
    }

    /** The same terms under the limits of a brief. */
    TradeTerms under(ProductBrief.Limits brief) {
        RiskLimits changed = new RiskLimits(
                brief.maxPosition().doubleValue(),
                Math.max(limits.maxGroup(), brief.maxPosition().doubleValue()),
                limits.maxOrderValue(),
                limits.priceCollar(),
                limits.maxAdv(),
                limits.maxGross(),
                limits.allowShort(),
                limits.var95Limit(),
                brief.maxDrawdown().doubleValue(),
                limits.cashBuffer(),
                limits.restricted(),
                limits.maxOrders());
        return new TradeTerms(account, strategy, changed, costs, execution, riskFree, benchmark, folds, notes);
    }

    /**
     * What the strategy is tested with on the past. Where the mission names no first day the test begins when the estimates
     * have the bars they need: days without a signal would only dilute its figures.
     */
    BacktestSettings backtest(Mission mission, MarketData market, BigDecimal cash) {
        int warm = Math.min(strategy.startupBars(), market.days() / 2);
        Optional<LocalDate> from = mission.backtest()
                .from()
                .or(() -> warm < market.days() ? Optional.of(market.date(warm)) : Optional.empty());
        return new BacktestSettings(from, cash, benchmark, riskFree, folds, 0);
    }

    private static Account account(Mission mission) {
        OwnedPortfolio owned = mission.portfolio()
                .orElseThrow(() -> new IllegalArgumentException("a plan needs the sections 'portfolio' and 'universe':"
                        + " add them, or use 'felicia bank' for the bank alone"));
        List<Holding> holdings = owned.positions().stream()
                .map(held -> new Holding(held.symbol(), held.quantity(), held.averagePrice()))
                .toList();
        return new Account(owned.baseCurrency(), owned.cash(), owned.peakEquity(), holdings);
    }

    private static StrategyPlan strategy(StrategyWish wish) {
        StrategyPlan defaults = StrategyPlan.defaults();
        Method method = Method.ofCode(wish.method())
                .orElseThrow(
                        () -> new IllegalArgumentException("'strategy.method' is none there is: " + wish.method()));
        Rebalance rebalance = Rebalance.ofCode(wish.rebalance())
                .orElseThrow(() ->
                        new IllegalArgumentException("'strategy.rebalance' is none there is: " + wish.rebalance()));
        for (String name : wish.params().keySet()) {
            if (!name.equals("fast") && !name.equals("slow")) {
                throw new IllegalArgumentException("'strategy.params' has fast and slow, and no '" + name + "'");
            }
        }
        try {
            return new StrategyPlan(
                    method,
                    wish.lookback(),
                    rebalance,
                    whole(wish.params(), "fast", defaults.fast()),
                    whole(wish.params(), "slow", defaults.slow()));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("'strategy.params' has whole numbers of bars", e);
        }
    }

    private static int whole(Map<String, BigDecimal> params, String name, int otherwise) {
        return Optional.ofNullable(params.get(name))
                .map(BigDecimal::intValueExact)
                .orElse(otherwise);
    }

    private static RiskLimits limits(Mission mission) {
        dev.llmagents.team.felicia.mission.RiskLimits risk = mission.risk();
        return new RiskLimits(
                risk.maxPosition().doubleValue(),
                risk.maxGroup().doubleValue(),
                risk.maxOrderValue(),
                risk.priceCollar().doubleValue(),
                risk.maxAdv().doubleValue(),
                risk.maxGross().doubleValue(),
                risk.allowShort(),
                risk.var95Limit().doubleValue(),
                risk.maxDrawdown().doubleValue(),
                risk.cashBuffer().doubleValue(),
                new HashSet<>(risk.restricted()),
                RiskLimits.defaults().maxOrders());
    }

    private static Execution execution(Mission mission, List<String> notes) {
        Execution defaults = Execution.defaults();
        String style = mission.execution().style();
        if (style.equals("twap")) {
            notes.add(
                    "execution.style twap: orders are spread over days by their part of the volume, at each next open.");
        }
        return new Execution(
                Execution.Style.ofCode(style).orElse(Execution.Style.MARKET_NEXT_OPEN),
                mission.execution().participation().doubleValue(),
                mission.execution().maxDays(),
                defaults.limitOffset(),
                defaults.settlementDays());
    }

    private static Method benchmark(Mission mission, List<String> notes) {
        String wished = mission.backtest().benchmark();
        return Method.ofCode(wished).filter(method -> method != Method.AUTO).orElseGet(() -> {
            notes.add("backtest.benchmark '" + wished + "' is no method: equal_weight is compared with instead.");
            return Method.EQUAL_WEIGHT;
        });
    }
}
