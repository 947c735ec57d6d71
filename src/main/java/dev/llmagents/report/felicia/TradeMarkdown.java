package dev.llmagents.report.felicia;

import dev.llmagents.agent.AgentReply;
import dev.llmagents.agent.Source;
import dev.llmagents.report.clean.MarkdownText;
import dev.llmagents.team.felicia.BankingOutcome;
import dev.llmagents.team.felicia.FeliciaTeam;
import dev.llmagents.team.felicia.Statement;
import dev.llmagents.team.felicia.TradeReport;
import dev.llmagents.team.felicia.Validation;
import dev.llmagents.team.felicia.bank.BankReport;
import dev.llmagents.team.felicia.trade.Fill;
import dev.llmagents.team.felicia.trade.Order;
import java.util.List;

/** The report as Markdown: one page first, then a section for each agent. */
final class TradeMarkdown {
    private static final int TEXT = 600;

    String render(FeliciaTeam.Result result) {
        TradeReport report = result.report();
        StringBuilder out = new StringBuilder(8192);
        out.append("# Trading plan ")
                .append(report.planId())
                .append("\n\n**PAPER ONLY: nothing was bought, sold or paid.**\n\n");
        out.append("**Verdict: ").append(report.overview().verdict()).append("**\n\n");
        statements(out, report.overview().summary());
        reasons(out, report.validation());
        orders(out, report);
        cost(out, report);
        risk(out, report);
        brief(out, report);
        strategy(out, report);
        fills(out, report);
        bank(out, report.banking());
        validation(out, report.validation());
        out.append("\n## Coordinator\n\n");
        report.overview()
                .handovers()
                .forEach(handover -> out.append("- ").append(text(handover)).append('\n'));
        agents(out, result.agents());
        return out.toString();
    }

    String render(FeliciaTeam.BankResult result) {
        StringBuilder out = new StringBuilder("# Banking requests\n\n**DRAFTS ONLY: nothing was paid.**\n");
        bank(out, result.outcome());
        agents(out, result.agents());
        return out.toString();
    }

    private static String text(String text) {
        return MarkdownText.of(text, TEXT);
    }

    private static String mark(Source source) {
        return source == Source.RULES ? "" : " *(" + source.label() + ")*";
    }

    private static void statements(StringBuilder out, List<Statement> statements) {
        statements.forEach(each -> out.append("- ")
                .append(text(each.text()))
                .append(mark(each.source()))
                .append('\n'));
    }

    private static void reasons(StringBuilder out, Validation validation) {
        List<Validation.Check> reasons = validation.from(Validation.Level.WARN);
        if (reasons.isEmpty()) {
            return;
        }
        out.append("\n## Why\n\n");
        reasons.forEach(reason -> out.append("- ")
                .append(reason.level())
                .append(' ')
                .append(reason.code())
                .append(": ")
                .append(text(reason.detail()))
                .append('\n'));
    }

    private static void orders(StringBuilder out, TradeReport report) {
        out.append("\n## What to buy and sell\n\n");
        if (report.design().plan().orders().isEmpty()) {
            out.append("Nothing: what is held is what the plan wants.\n");
            return;
        }
        out.append("| Order | Side | Quantity | Symbol | Limit | Status | Why |\n|---|---|---:|---|---:|---|---|\n");
        for (Order order : report.design().plan().orders()) {
            OrderState state = OrderState.of(report, order);
            Statement reason = report.trades().reasons().get(order.id());
            out.append("| ")
                    .append(order.id())
                    .append(" | ")
                    .append(order.side())
                    .append(" | ");
            out.append(Num.text(order.quantity()))
                    .append(" | ")
                    .append(text(order.symbol()))
                    .append(" | ");
            out.append(order.limit().map(Num::text).orElse("at the next open"))
                    .append(" | ")
                    .append(state.status());
            out.append(state.denial().isEmpty() ? "" : " (" + state.denial() + ")")
                    .append(" | ");
            out.append(text(reason.text())).append(mark(reason.source())).append(" |\n");
        }
    }

    private static void cost(StringBuilder out, TradeReport report) {
        String currency = text(report.design().terms().account().baseCurrency());
        report.trades()
                .executed()
                .ifPresent(done -> out.append("\nCost on paper: ")
                        .append(Num.money(done.commission()))
                        .append(' ')
                        .append(currency)
                        .append(" commission, ")
                        .append(Num.money(done.slippage()))
                        .append(' ')
                        .append(currency)
                        .append(" slippage. Cash after: ")
                        .append(Num.money(done.cash()))
                        .append(' ')
                        .append(currency)
                        .append(".\n"));
    }

    private static void risk(StringBuilder out, TradeReport report) {
        out.append("\n## Risk and past\n\n| Figure | Value |\n|---|---:|\n");
        FigureRows.of(report)
                .forEach(row -> out.append("| ")
                        .append(row.name())
                        .append(" | ")
                        .append(row.value())
                        .append(" |\n"));
    }

    private static void brief(StringBuilder out, TradeReport report) {
        out.append("\n## Product manager\n\nRisk profile: ")
                .append(report.brief().profile().label())
                .append(" (from: ");
        out.append(report.brief().profileOrigin()).append(").\n\n");
        report.felicia()
                .mission()
                .objective()
                .statement()
                .ifPresent(statement -> out.append("> ").append(text(statement)).append("\n\n"));
        statements(out, report.brief().objectives());
        report.brief()
                .criteria()
                .forEach(criterion -> out.append("- ")
                        .append(criterion.code())
                        .append(": ")
                        .append(criterion.measure())
                        .append(criterion.isAtMost() ? " at most " : " at least ")
                        .append(Num.percent(criterion.limit().doubleValue()))
                        .append(" (")
                        .append(criterion.origin())
                        .append(")\n"));
        statements(out, report.brief().feasibility());
    }

    private static void strategy(StringBuilder out, TradeReport report) {
        out.append("\n## Architect\n\nMethod: ")
                .append(report.design().plan().allocation().method().code())
                .append(" (from: ");
        out.append(report.design().methodOrigin())
                .append("): ")
                .append(text(report.design().plan().allocation().reason()));
        out.append(".\n\n");
        statements(out, report.design().rationale());
        out.append("\n| Symbol | Weight | Shares | Stop level |\n|---|---:|---:|---:|\n");
        report.design()
                .plan()
                .targets()
                .forEach((symbol, quantity) -> out.append("| ")
                        .append(text(symbol))
                        .append(" | ")
                        .append(Num.percent(report.design().plan().weights().getOrDefault(symbol, 0.0)))
                        .append(" | ")
                        .append(Num.text(quantity))
                        .append(" | ")
                        .append(
                                report.design().stops().containsKey(symbol)
                                        ? Num.text(report.design().stops().get(symbol))
                                        : Num.NONE)
                        .append(" |\n"));
        report.design()
                .clusters()
                .forEach(cluster -> out.append("\nMove together: ")
                        .append(text(String.join(", ", cluster)))
                        .append(".\n"));
    }

    private static void fills(StringBuilder out, TradeReport report) {
        out.append("\n## Implementation\n\n");
        if (report.trades().executed().isEmpty()) {
            out.append("Nothing was executed, as asked.\n");
            return;
        }
        out.append("| Date | Order | Side | Quantity | Symbol | Price | Commission | Cash after |\n");
        out.append("|---|---|---|---:|---|---:|---:|---:|\n");
        for (Fill fill : report.trades().executed().get().fills()) {
            out.append("| ")
                    .append(fill.date())
                    .append(" | ")
                    .append(fill.orderId())
                    .append(" | ")
                    .append(fill.side());
            out.append(" | ")
                    .append(Num.text(fill.quantity()))
                    .append(" | ")
                    .append(text(fill.symbol()))
                    .append(" | ");
            out.append(Num.text(fill.price()))
                    .append(" | ")
                    .append(Num.money(fill.commission()))
                    .append(" | ");
            out.append(Num.money(fill.cashAfter())).append(" |\n");
        }
    }

    private static void bank(StringBuilder out, BankingOutcome banking) {
        if (banking.report().isEmpty()) {
            return;
        }
        BankReport report = banking.report().get();
        out.append("\n## Banking\n\n");
        banking.funding()
                .ifPresent(funding -> out.append(FundingWords.of(funding))
                        .append(" ")
                        .append(text(funding.proposal()))
                        .append("\n\n"));
        for (BankReport.Result result : report.results()) {
            out.append("- ")
                    .append(result.number())
                    .append(". ")
                    .append(result.status())
                    .append(": ")
                    .append(text(result.answer()));
            out.append(banking.readByModel().contains(result.number()) ? " *(read by a model)*" : "")
                    .append('\n');
            result.reading()
                    .questions()
                    .forEach(question ->
                            out.append("  - ").append(text(question)).append('\n'));
        }
        if (!report.screened()) {
            out.append("\nNOT SCREENED: no list of sanctions was given.\n");
        }
        banking.files()
                .forEach(file -> out.append("\nDraft: ").append(file.name()).append(" (never sent).\n"));
    }

    private static void validation(StringBuilder out, Validation validation) {
        out.append("\n## Quality assurance\n\n");
        validation
                .checks()
                .forEach(check -> out.append("- ")
                        .append(check.level())
                        .append(' ')
                        .append(check.code())
                        .append(": ")
                        .append(text(check.detail()))
                        .append('\n'));
        if (!validation.concerns().isEmpty()) {
            out.append("\nConcerns:\n\n");
            statements(out, validation.concerns());
        }
    }

    private static void agents(StringBuilder out, List<AgentReply<?>> agents) {
        out.append("\n## Who answered\n\n| Agent | Source | Dropped | Remark |\n|---|---|---:|---|\n");
        for (AgentReply<?> reply : agents) {
            out.append("| ")
                    .append(reply.agent())
                    .append(" | ")
                    .append(reply.source().label())
                    .append(" | ");
            out.append(reply.dropped())
                    .append(" | ")
                    .append(text(reply.reason().orElse("")))
                    .append(" |\n");
        }
    }
}
