package dev.llmagents.report.felicia;

import dev.llmagents.report.clean.CsvText;
import dev.llmagents.team.felicia.TradeReport;
import dev.llmagents.team.felicia.backtest.BacktestResult;
import dev.llmagents.team.felicia.metric.EquityCurve;
import dev.llmagents.team.felicia.trade.Fill;
import dev.llmagents.team.felicia.trade.Order;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Orders, fills and the equity curve as CSV, for spreadsheets and other programs. */
final class TradeCsv {
    private TradeCsv() {}

    static String orders(TradeReport report) {
        StringBuilder csv = new StringBuilder("id,symbol,side,qty,type,limit,tif,reason,status,denial_code\n");
        for (Order order : report.design().plan().orders()) {
            OrderState state = OrderState.of(report, order);
            row(
                    csv,
                    order.id(),
                    order.symbol(),
                    order.side().name(),
                    Num.text(order.quantity()),
                    order.limit().isPresent() ? "LIMIT" : "MARKET",
                    order.limit().map(Num::text).orElse(""),
                    "DAYS_" + report.design().terms().execution().maxDays(),
                    report.trades().reasons().get(order.id()).text(),
                    state.status(),
                    state.denial());
        }
        return csv.toString();
    }

    static String fills(TradeReport report) {
        StringBuilder csv =
                new StringBuilder("date,order,symbol,side,qty,ref_price,fill_price,slippage,commission,cash_after\n");
        report.trades().executed().ifPresent(executed -> {
            for (Fill fill : executed.fills()) {
                row(
                        csv,
                        fill.date().toString(),
                        fill.orderId(),
                        fill.symbol(),
                        fill.side().name(),
                        Num.text(fill.quantity()),
                        Num.text(fill.reference()),
                        Num.text(fill.price()),
                        Num.text(fill.slippage()),
                        fill.commission().toPlainString(),
                        fill.cashAfter().toPlainString());
            }
        });
        return csv.toString();
    }

    static String equity(TradeReport report) {
        StringBuilder csv = new StringBuilder("date,equity,gross,benchmark,drawdown\n");
        report.design().backtest().ifPresent(result -> days(csv, result));
        return csv.toString();
    }

    private static void days(StringBuilder csv, BacktestResult result) {
        EquityCurve net = result.net().curve();
        double peak = net.start();
        for (int day = 0; day < net.values().length; day++) {
            peak = Math.max(peak, net.values()[day]);
            row(
                    csv,
                    net.dates().get(day).toString(),
                    cents(net.values()[day]),
                    cents(result.gross().curve().values()[day]),
                    cents(result.benchmark().curve().values()[day]),
                    BigDecimal.valueOf(net.values()[day] / peak - 1)
                            .setScale(6, RoundingMode.HALF_UP)
                            .toPlainString());
        }
    }

    private static String cents(double money) {
        return BigDecimal.valueOf(money).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static void row(StringBuilder csv, String... cells) {
        csv.append(Arrays.stream(cells).map(CsvText::cell).collect(Collectors.joining(",")))
                .append('\n');
    }
}
