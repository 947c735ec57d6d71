package dev.llmagents.team.felicia;

import dev.llmagents.team.felicia.backtest.BacktestResult;
import dev.llmagents.team.felicia.bank.Payment;
import dev.llmagents.team.felicia.market.MarketData;
import dev.llmagents.team.felicia.market.PriceSeries;
import dev.llmagents.team.felicia.metric.Performance;
import dev.llmagents.team.felicia.mission.Mission;
import dev.llmagents.team.felicia.trade.Fill;
import dev.llmagents.team.felicia.trade.Order;
import dev.llmagents.team.felicia.trade.Plan;
import java.math.BigDecimal;
import java.util.List;

/** Collects the facts of a run as far as it has come. */
final class KnownFacts {
    private KnownFacts() {}

    static Facts of(FeliciaCase felicia, ProductBrief brief) {
        Mission mission = felicia.mission();
        Facts.Collector facts = new Facts.Collector();
        felicia.market().symbols().forEach(facts::symbol);
        facts.date(mission.objective().asOf());
        facts.put("mission.horizonMonths", mission.objective().horizonMonths());
        facts.put("universe.symbols", felicia.market().size());
        mission.portfolio().ifPresent(owned -> {
            facts.put("portfolio.cash", owned.cash());
            owned.peakEquity().ifPresent(peak -> facts.put("portfolio.peakEquity", peak));
            owned.positions().forEach(held -> facts.put("portfolio." + held.symbol(), held.quantity()));
        });
        facts.put("limit.volatility", brief.limits().maxVolatility());
        facts.put("limit.drawdown", brief.limits().maxDrawdown());
        facts.put("limit.position", brief.limits().maxPosition());
        facts.put("limit.var95", mission.risk().var95Limit());
        facts.put("limit.cashBuffer", mission.risk().cashBuffer());
        facts.put("limit.group", mission.risk().maxGroup());
        facts.put("strategy.lookback", mission.strategy().lookback());
        facts.put("confidence", new BigDecimal("0.95"));
        felicia.statement().targetReturn().ifPresent(wish -> facts.put("statement.targetReturn", wish.value()));
        felicia.statement().maxDrawdown().ifPresent(wish -> facts.put("statement.maxDrawdown", wish.value()));
        felicia.statement().maxVolatility().ifPresent(wish -> facts.put("statement.maxVolatility", wish.value()));
        felicia.statement().horizonMonths().ifPresent(wish -> facts.put("statement.horizonMonths", wish.value()));
        return facts.facts();
    }

    static Facts of(FeliciaCase felicia, ProductBrief brief, Design design) {
        Facts.Collector facts = new Facts.Collector(of(felicia, brief));
        Plan plan = design.plan();
        facts.put("plan.equity", plan.equity());
        facts.put("plan.volatility", plan.figures().volatility());
        facts.put("plan.var95", plan.figures().var95());
        facts.put("plan.cvar95", plan.figures().cvar95());
        facts.put("plan.gross", plan.figures().gross());
        facts.put("plan.concentration", plan.figures().concentration());
        facts.put(
                "plan.largestWeight",
                plan.weights().values().stream().mapToDouble(Math::abs).max().orElse(0));
        facts.put("plan.orders", plan.orders().size());
        facts.put("plan.blocked", plan.orders().size() - plan.allowed().size());
        plan.weights().forEach((symbol, weight) -> facts.put("weight." + symbol, weight));
        plan.targets().forEach((symbol, quantity) -> facts.put("target." + symbol, quantity));
        design.stops().forEach((symbol, stop) -> facts.put("stop." + symbol, stop));
        design.kelly().ifPresent(kelly -> facts.put("strategy.halfKelly", kelly));
        for (Order order : plan.orders()) {
            facts.put("order." + order.id() + ".quantity", order.quantity());
            order.limit().ifPresent(limit -> facts.put("order." + order.id() + ".limit", limit));
        }
        for (String symbol : felicia.market().symbols()) {
            facts.put("close." + symbol, lastClose(felicia.market(), symbol));
        }
        design.backtest().ifPresent(result -> backtest(facts, result));
        return facts.facts();
    }

    private static void backtest(Facts.Collector facts, BacktestResult result) {
        performance(facts, "backtest", result.performance());
        performance(facts, "benchmark", result.benchmarkPerformance());
        facts.put(
                "backtest.gross.totalReturn",
                change(result.gross().curve().start(), result.gross().curve().last()));
        facts.put(
                "backtest.doubledCosts.totalReturn",
                change(
                        result.doubled().curve().start(),
                        result.doubled().curve().last()));
        facts.put("backtest.buyAndHold.totalReturn", result.buyAndHoldReturn());
        facts.put("backtest.finalEquity", result.net().finalEquity());
        facts.put("backtest.startEquity", result.net().curve().start());
        facts.put("backtest.fills", result.net().fills().size());
        facts.put("backtest.commission", result.net().commission());
        facts.put("backtest.slippage", result.net().slippage());
        facts.put("backtest.turnover", result.net().turnover());
        facts.put("backtest.exposure", result.net().exposure());
        facts.put("backtest.timeInMarket", result.net().timeInMarket());
        facts.put("backtest.hitRate", result.net().hitRate());
        facts.put("backtest.profitFactor", result.net().profitFactor());
        facts.date(result.net().curve().dates().get(0));
        facts.date(result.performance().drawdown().peak());
        facts.date(result.performance().drawdown().trough());
        result.performance().drawdown().recovery().ifPresent(facts::date);
    }

    static double change(double from, double to) {
        return to / from - 1;
    }

    private static void performance(Facts.Collector facts, String name, Performance figures) {
        facts.put(name + ".totalReturn", figures.totalReturn());
        facts.put(name + ".cagr", figures.cagr());
        facts.put(name + ".volatility", figures.volatility());
        facts.put(name + ".sharpe", figures.sharpe());
        facts.put(name + ".sortino", figures.sortino());
        facts.put(name + ".calmar", figures.calmar());
        facts.put(name + ".maxDrawdown", -figures.drawdown().depth());
        facts.put(name + ".var95", figures.var95());
        facts.put(name + ".cvar95", figures.cvar95());
    }

    static Facts of(FeliciaCase felicia, ProductBrief brief, Design design, BankingOutcome banking, Trades trades) {
        Facts.Collector facts = new Facts.Collector(of(felicia, brief, design));
        trades.executed().ifPresent(executed -> {
            facts.put("fills.count", executed.fills().size());
            facts.put("fills.commission", executed.commission());
            facts.put("fills.slippage", cents(executed.slippage()));
            facts.put("fills.cash", executed.cash());
            List<Fill> fills = executed.fills();
            for (int i = 0; i < fills.size(); i++) {
                Fill fill = fills.get(i);
                facts.put("fill." + (i + 1) + ".quantity", fill.quantity());
                facts.put("fill." + (i + 1) + ".price", fill.price());
                facts.put("fill." + (i + 1) + ".notional", fill.notional());
                facts.date(fill.date());
            }
        });
        banking.funding().ifPresent(funding -> {
            facts.put("funding.buys", funding.buys());
            facts.put("funding.fees", funding.fees());
            facts.put("funding.buffer", funding.buffer());
            facts.put("funding.shortfall", funding.shortfall());
        });
        banking.report().ifPresent(report -> {
            facts.put("bank.requests", report.results().size());
            facts.put("bank.payments", report.payments().size());
            report.closing().forEach((id, balance) -> facts.put("bank.closing." + id, balance));
            for (Payment payment : report.payments()) {
                facts.put("bank.payment." + payment.endToEndId(), payment.amount());
                facts.date(payment.date());
            }
        });
        return facts.facts();
    }

    private static BigDecimal cents(BigDecimal money) {
        return money.setScale(2, java.math.RoundingMode.HALF_UP);
    }

    /** The last close up to the day of the mission; 0 without a bar. */
    static BigDecimal lastClose(MarketData market, String symbol) {
        return market.series(symbol)
                .filter(series -> series.size() > 0)
                .map((PriceSeries series) -> BigDecimal.valueOf(series.close(series.size() - 1)))
                .orElse(BigDecimal.ZERO);
    }
}
