package dev.llmagents.report.felicia;

import dev.llmagents.team.felicia.TradeReport;
import dev.llmagents.team.felicia.backtest.BacktestResult;
import dev.llmagents.team.felicia.metric.Performance;
import dev.llmagents.team.felicia.trade.PlanFigures;
import java.util.ArrayList;
import java.util.List;

/** A figure as pages print it. */
record FigureRows(String name, String value) {
    static List<FigureRows> of(TradeReport report) {
        List<FigureRows> rows = new ArrayList<>();
        PlanFigures figures = report.design().plan().figures();
        rows.add(new FigureRows("Plan: volatility a year", Num.percent(figures.volatility())));
        rows.add(new FigureRows("Plan: one-day 95 % value at risk", Num.percent(figures.var95())));
        rows.add(new FigureRows("Plan: sum of weights", Num.percent(figures.gross())));
        report.design().backtest().ifPresent(result -> backtest(rows, report, result));
        return rows;
    }

    private static void backtest(List<FigureRows> rows, TradeReport report, BacktestResult result) {
        Performance net = result.performance();
        rows.add(new FigureRows("Backtest: return after costs", Num.percent(net.totalReturn())));
        rows.add(new FigureRows(
                "Backtest: return without costs", Num.percent(BacktestJson.totalReturn(result.gross()))));
        rows.add(new FigureRows(
                "Backtest: return at doubled costs", Num.percent(BacktestJson.totalReturn(result.doubled()))));
        rows.add(new FigureRows(
                "Benchmark (" + report.design().terms().benchmark().code() + ")",
                Num.percent(result.benchmarkPerformance().totalReturn())));
        rows.add(new FigureRows("Buy and hold", Num.percent(result.buyAndHoldReturn())));
        rows.add(new FigureRows("Backtest: growth a year", Num.percent(net.cagr())));
        rows.add(new FigureRows("Backtest: volatility a year", Num.percent(net.volatility())));
        rows.add(new FigureRows("Backtest: Sharpe ratio", Num.ratio(net.sharpe())));
        rows.add(new FigureRows("Backtest: Sortino ratio", Num.ratio(net.sortino())));
        rows.add(new FigureRows(
                "Backtest: deepest fall",
                Num.percent(net.drawdown().depth()) + " (" + net.drawdown().peak() + " to "
                        + net.drawdown().trough() + ")"));
        rows.add(new FigureRows("Backtest: one-day 95 % value at risk", Num.percent(net.var95())));
        rows.add(new FigureRows(
                "Backtest: fills", Integer.toString(result.net().fills().size())));
        rows.add(new FigureRows("Backtest: commission", Num.money(result.net().commission())));
    }
}
