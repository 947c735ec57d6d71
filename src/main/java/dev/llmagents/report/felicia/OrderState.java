package dev.llmagents.report.felicia;

import dev.llmagents.team.felicia.TradeReport;
import dev.llmagents.team.felicia.trade.Check;
import dev.llmagents.team.felicia.trade.Order;

/**
 * What became of an order.
 *
 * @param status {@code BLOCKED}, {@code PLANNED} if nothing was executed, else that of the paper broker
 * @param denial code of the first check that blocks it; empty if none does
 */
record OrderState(String status, String denial) {
    static OrderState of(TradeReport report, Order order) {
        if (!report.trades().orders().contains(order)) {
            String code = report.design().plan().checks().stream()
                    .filter(Check::blocks)
                    .filter(check -> check.order()
                            .map(order.id()::equals)
                            .orElse(check.symbol().isEmpty()))
                    .map(Check::code)
                    .findFirst()
                    .orElse("");
            return new OrderState("BLOCKED", code);
        }
        return new OrderState(
                report.trades()
                        .executed()
                        .map(done -> done.statuses().get(order.id()).name())
                        .orElse("PLANNED"),
                "");
    }
}
