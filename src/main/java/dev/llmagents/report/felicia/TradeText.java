package dev.llmagents.report.felicia;

import dev.llmagents.agent.AgentReply;
import dev.llmagents.report.clean.PlainText;
import dev.llmagents.team.felicia.BankingOutcome;
import dev.llmagents.team.felicia.FeliciaTeam;
import dev.llmagents.team.felicia.TradeReport;
import dev.llmagents.team.felicia.Validation;
import dev.llmagents.team.felicia.trade.Order;
import java.util.List;

/** The report for a terminal: what has to be known, in lines. */
final class TradeText {
    private static final int TEXT = 300;

    String render(FeliciaTeam.Result result) {
        TradeReport report = result.report();
        StringBuilder out = new StringBuilder(4096);
        out.append(report.overview().verdict().name().replace('_', ' ')).append("  (PAPER ONLY, plan ");
        out.append(report.planId()).append(")\n\n");
        report.overview().summary().forEach(sentence -> line(out, "", sentence.text()));
        out.append("\nOrders\n");
        for (Order order : report.design().plan().orders()) {
            OrderState state = OrderState.of(report, order);
            line(
                    out,
                    "  ",
                    order.id() + " " + order.side() + " " + Num.text(order.quantity()) + " " + order.symbol() + "  "
                            + state.status() + (state.denial().isEmpty() ? "" : " " + state.denial()));
        }
        out.append("\nFigures\n");
        FigureRows.of(report).forEach(row -> line(out, "  ", row.name() + ": " + row.value()));
        List<Validation.Check> reasons = report.validation().from(Validation.Level.WARN);
        out.append(reasons.isEmpty() ? "" : "\nWhy\n");
        reasons.forEach(check -> line(out, "  ", check.level() + " " + check.code() + ": " + check.detail()));
        bank(out, report.banking());
        agents(out, result.agents());
        return out.toString();
    }

    String render(FeliciaTeam.BankResult result) {
        StringBuilder out = new StringBuilder("DRAFTS ONLY: nothing was paid.\n");
        bank(out, result.outcome());
        agents(out, result.agents());
        return out.toString();
    }

    private static void line(StringBuilder out, String indent, String text) {
        out.append(indent).append(PlainText.of(text, TEXT)).append('\n');
    }

    private static void bank(StringBuilder out, BankingOutcome banking) {
        banking.report().ifPresent(report -> {
            out.append("\nBanking\n");
            report.results()
                    .forEach(result ->
                            line(out, "  ", result.number() + ". " + result.status() + ": " + result.answer()));
            if (!report.screened()) {
                line(out, "  ", "NOT SCREENED: no list of sanctions was given.");
            }
        });
    }

    private static void agents(StringBuilder out, List<AgentReply<?>> agents) {
        out.append("\nWho answered\n");
        agents.forEach(reply -> line(
                out,
                "  ",
                reply.agent() + ": " + reply.source().label()
                        + reply.reason().map(reason -> " (" + reason + ")").orElse("")));
    }
}
