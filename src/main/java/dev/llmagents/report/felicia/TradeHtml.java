package dev.llmagents.report.felicia;

import dev.llmagents.agent.AgentReply;
import dev.llmagents.agent.Source;
import dev.llmagents.report.HtmlPage;
import dev.llmagents.report.clean.HtmlText;
import dev.llmagents.team.felicia.BankingOutcome;
import dev.llmagents.team.felicia.FeliciaTeam;
import dev.llmagents.team.felicia.Statement;
import dev.llmagents.team.felicia.TradeReport;
import dev.llmagents.team.felicia.Validation;
import dev.llmagents.team.felicia.trade.Order;
import java.util.List;
import java.util.Locale;

/** The report as one page that needs nothing else: verdict first, charts in it, light and dark. */
final class TradeHtml {
    private static final int TEXT = 600;

    String render(FeliciaTeam.Result result) {
        TradeReport report = result.report();
        StringBuilder out = new StringBuilder(65_536);
        HtmlPage.open(out, "en", "Trading plan " + report.planId(), List.of("meeting.css", "felicia.css"));
        cover(out, report);
        why(out, report.validation());
        orders(out, report);
        charts(out, report);
        figures(out, report);
        wishes(out, report);
        bank(out, report.banking());
        checks(out, report.validation());
        agents(out, result.agents());
        return out.append("</main>\n</body>\n</html>\n").toString();
    }

    private static String text(String text) {
        return HtmlText.of(text, TEXT);
    }

    private static String mark(Source source) {
        return source == Source.RULES ? "" : " <span class=\"by\">" + source.label() + "</span>";
    }

    private static void cover(StringBuilder out, TradeReport report) {
        Validation.Verdict verdict = report.overview().verdict();
        out.append("<header class=\"cover first\">\n<p class=\"eyebrow\">")
                .append(report.design().plan().date());
        out.append(" · plan ").append(report.planId()).append("</p>\n<h1>Trading plan</h1>\n<p class=\"verdict ");
        out.append(verdict.name().toLowerCase(Locale.ROOT)).append("\">");
        out.append(verdict.name().replace('_', ' ')).append("</p>\n");
        out.append("<p class=\"paper\">PAPER ONLY: nothing was bought, sold or paid.</p>\n");
        statements(out, report.overview().summary());
        out.append("</header>\n");
    }

    private static void statements(StringBuilder out, List<Statement> statements) {
        if (statements.isEmpty()) {
            return;
        }
        out.append("<ul>\n");
        statements.forEach(each -> out.append("<li>")
                .append(text(each.text()))
                .append(mark(each.source()))
                .append("</li>\n"));
        out.append("</ul>\n");
    }

    private static void why(StringBuilder out, Validation validation) {
        List<Validation.Check> reasons = validation.from(Validation.Level.WARN);
        if (!reasons.isEmpty()) {
            out.append("<section>\n<h2>Why</h2>\n");
            list(out, reasons);
            out.append("</section>\n");
        }
    }

    private static void list(StringBuilder out, List<Validation.Check> checks) {
        out.append("<ul class=\"verified\">\n");
        checks.forEach(check -> out.append("<li><span class=\"pill ")
                .append(check.level().name().toLowerCase(Locale.ROOT))
                .append("\">")
                .append(check.level())
                .append("</span> <code>")
                .append(check.code())
                .append("</code> ")
                .append(text(check.detail()))
                .append("</li>\n"));
        out.append("</ul>\n");
    }

    private static void orders(StringBuilder out, TradeReport report) {
        out.append("<section>\n<h2>What to buy and sell</h2>\n");
        if (report.design().plan().orders().isEmpty()) {
            out.append("<p>Nothing: what is held is what the plan wants.</p>\n</section>\n");
            return;
        }
        out.append("<table class=\"orders\">\n<thead><tr><th>Order</th><th>Side</th><th class=\"number\">Quantity</th>"
                + "<th>Symbol</th><th class=\"number\">Limit</th><th>Status</th><th>Why</th></tr></thead>\n<tbody>\n");
        for (Order order : report.design().plan().orders()) {
            OrderState state = OrderState.of(report, order);
            Statement reason = report.trades().reasons().get(order.id());
            out.append("<tr><td>")
                    .append(order.id())
                    .append("</td><td>")
                    .append(order.side())
                    .append("</td><td class=\"number\">");
            out.append(Num.grouped(Num.text(order.quantity())))
                    .append("</td><td>")
                    .append(text(order.symbol()));
            out.append("</td><td class=\"number\">")
                    .append(order.limit().map(Num::text).orElse("next open"));
            out.append("</td><td>").append(state.status());
            out.append(state.denial().isEmpty() ? "" : "<br><code>" + state.denial() + "</code>")
                    .append("</td><td>");
            out.append(text(reason.text())).append(mark(reason.source())).append("</td></tr>\n");
        }
        out.append("</tbody>\n</table>\n</section>\n");
    }

    private static void charts(StringBuilder out, TradeReport report) {
        out.append("<section class=\"charts\">\n<h2>Weights and past</h2>\n");
        out.append(TradeCharts.weights(
                report.design().plan().weights(),
                report.design().terms().limits().maxPosition()));
        out.append(TradeCharts.equity(report.design().backtest()));
        out.append(TradeCharts.drawdown(report.design().backtest())).append("</section>\n");
    }

    private static void figures(StringBuilder out, TradeReport report) {
        out.append("<section>\n<h2>Risk and past in figures</h2>\n<table>\n<tbody>\n");
        FigureRows.of(report)
                .forEach(row -> out.append("<tr><td>")
                        .append(text(row.name()))
                        .append("</td><td class=\"number\">")
                        .append(text(row.value()))
                        .append("</td></tr>\n"));
        out.append("</tbody>\n</table>\n</section>\n");
    }

    private static void wishes(StringBuilder out, TradeReport report) {
        out.append("<section>\n<h2>What is wanted, and how</h2>\n<p>Risk profile ")
                .append(report.brief().profile().label());
        out.append(" (from: ").append(report.brief().profileOrigin()).append("); method ");
        out.append(report.design().plan().allocation().method().code())
                .append(" (from: ")
                .append(report.design().methodOrigin());
        out.append("): ")
                .append(text(report.design().plan().allocation().reason()))
                .append(".</p>\n");
        statements(out, report.brief().objectives());
        statements(out, report.brief().feasibility());
        statements(out, report.design().rationale());
        out.append("</section>\n");
    }

    private static void bank(StringBuilder out, BankingOutcome banking) {
        if (banking.report().isEmpty()) {
            return;
        }
        out.append("<section>\n<h2>Banking: drafts only</h2>\n");
        banking.funding()
                .ifPresent(funding -> out.append("<p>")
                        .append(FundingWords.of(funding))
                        .append(" ")
                        .append(text(funding.proposal()))
                        .append("</p>\n"));
        out.append("<table>\n<tbody>\n");
        banking.report()
                .get()
                .results()
                .forEach(result -> out.append("<tr><td>")
                        .append(result.number())
                        .append("</td><td>")
                        .append(result.status().name().replace('_', ' '))
                        .append("</td><td>")
                        .append(text(result.answer()))
                        .append(
                                banking.readByModel().contains(result.number())
                                        ? " <span class=\"by\">read by a model</span>"
                                        : "")
                        .append("</td></tr>\n"));
        out.append("</tbody>\n</table>\n");
        if (!banking.report().get().screened()) {
            out.append("<p>NOT SCREENED: no list of sanctions was given.</p>\n");
        }
        out.append("</section>\n");
    }

    private static void checks(StringBuilder out, Validation validation) {
        out.append("<section>\n<h2>What was looked at again</h2>\n<details><summary>")
                .append(validation.checks().size());
        out.append(" checks</summary>\n");
        list(out, validation.checks());
        out.append("</details>\n");
        if (!validation.concerns().isEmpty()) {
            out.append("<h3>Concerns of a model</h3>\n");
            statements(out, validation.concerns());
        }
        out.append("</section>\n");
    }

    private static void agents(StringBuilder out, List<AgentReply<?>> agents) {
        out.append("<footer>\n<h2>Who answered</h2>\n<table class=\"agents\">\n<thead><tr><th>Agent</th><th>Source</th>"
                + "<th class=\"number\">Dropped</th><th>Remark</th></tr></thead>\n<tbody>\n");
        for (AgentReply<?> reply : agents) {
            out.append("<tr><td>")
                    .append(reply.agent())
                    .append("</td><td>")
                    .append(reply.source().label());
            out.append("</td><td class=\"number\">").append(reply.dropped()).append("</td><td>");
            out.append(text(reply.reason().orElse(""))).append("</td></tr>\n");
        }
        out.append("</tbody>\n</table>\n</footer>\n");
    }
}
