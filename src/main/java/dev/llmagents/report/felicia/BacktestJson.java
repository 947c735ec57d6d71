package dev.llmagents.report.felicia;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.team.felicia.Design;
import dev.llmagents.team.felicia.backtest.BacktestResult;
import dev.llmagents.team.felicia.backtest.Run;
import dev.llmagents.team.felicia.metric.EquityCurve;
import dev.llmagents.team.felicia.metric.Performance;

/** The backtest as JSON: with costs, without, at double costs, against a benchmark, and whether it may be believed. */
final class BacktestJson {
    private BacktestJson() {}

    static ObjectNode of(Design design) {
        ObjectNode json = Json.object();
        json.put("available", design.backtest().isPresent());
        if (design.backtest().isEmpty()) {
            return json.put("why", design.whyNoBacktest());
        }
        BacktestResult result = design.backtest().get();
        EquityCurve curve = result.net().curve();
        json.put("from", curve.dates().get(0).toString());
        json.put("to", curve.dates().get(curve.dates().size() - 1).toString());
        json.put("days", curve.dates().size());
        Num.put(json, "startEquity", curve.start());
        json.put("finalEquity", result.net().finalEquity());
        performance(json, result.performance());
        trading(json, result.net());
        Num.put(json, "grossTotalReturn", totalReturn(result.gross()));
        Num.put(json, "doubledCostsTotalReturn", totalReturn(result.doubled()));
        Num.put(json, "buyAndHoldTotalReturn", result.buyAndHoldReturn());
        ObjectNode benchmark = json.putObject("benchmark");
        benchmark.put("method", design.terms().benchmark().code());
        performance(benchmark, result.benchmarkPerformance());
        ArrayNode folds = json.putArray("folds");
        result.folds().forEach(fold -> performance(folds.addObject(), fold));
        ObjectNode lookAhead = json.putObject("lookAhead");
        lookAhead.put("passed", result.lookAhead().passed());
        ArrayNode cuts = lookAhead.putArray("cuts");
        result.lookAhead().cuts().forEach(cut -> cuts.add(cut.toString()));
        ArrayNode changed = lookAhead.putArray("changed");
        result.lookAhead().changed().forEach(day -> changed.add(day.toString()));
        ArrayNode recursive = json.putArray("recursive");
        result.recursive().forEach(each -> {
            ObjectNode row =
                    recursive.addObject().put("indicator", each.indicator()).put("bars", each.bars());
            Num.put(row, "difference", each.difference());
        });
        return json;
    }

    static double totalReturn(Run run) {
        return run.curve().last() / run.curve().start() - 1;
    }

    private static void performance(ObjectNode json, Performance figures) {
        Num.put(json, "totalReturn", figures.totalReturn());
        Num.put(json, "cagr", figures.cagr());
        Num.put(json, "volatility", figures.volatility());
        Num.put(json, "sharpe", figures.sharpe());
        Num.put(json, "sortino", figures.sortino());
        Num.put(json, "calmar", figures.calmar());
        ObjectNode drawdown = json.putObject("maxDrawdown");
        Num.put(drawdown, "depth", figures.drawdown().depth());
        drawdown.put("peak", figures.drawdown().peak().toString());
        drawdown.put("trough", figures.drawdown().trough().toString());
        drawdown.put(
                "recovery", figures.drawdown().recovery().map(Object::toString).orElse(null));
        drawdown.put("bars", figures.drawdown().bars());
        Num.put(json, "var95", figures.var95());
        Num.put(json, "cvar95", figures.cvar95());
        month(json.putObject("bestMonth"), figures.bestMonth());
        month(json.putObject("worstMonth"), figures.worstMonth());
    }

    private static void month(ObjectNode json, Performance.Month month) {
        json.put("month", month.month().toString());
        Num.put(json, "return", month.change());
    }

    private static void trading(ObjectNode json, Run run) {
        json.put("fills", run.fills().size());
        json.put("commission", run.commission());
        json.put("slippage", run.slippage().setScale(2, java.math.RoundingMode.HALF_UP));
        Num.put(json, "turnover", run.turnover());
        Num.put(json, "exposure", run.exposure());
        Num.put(json, "timeInMarket", run.timeInMarket());
        Num.put(json, "hitRate", run.hitRate());
        Num.put(json, "profitFactor", run.profitFactor());
    }
}
