package dev.llmagents.report.felicia;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.team.felicia.BankingOutcome;
import dev.llmagents.team.felicia.bank.BankReport;
import dev.llmagents.team.felicia.bank.Payment;

/** What the bank came to, as JSON: each request with its checks, and balances before and after. */
final class BankJson {
    private BankJson() {}

    static ObjectNode of(BankingOutcome outcome) {
        ObjectNode json = Json.object();
        json.put("draftOnly", true);
        json.put("screened", outcome.report().map(BankReport::screened).orElse(false));
        outcome.funding()
                .ifPresent(funding -> json.putObject("funding")
                        .put("buys", funding.buys())
                        .put("fees", funding.fees())
                        .put("buffer", funding.buffer())
                        .put("cash", funding.cash())
                        .put("shortfall", funding.shortfall())
                        .put("proposal", funding.proposal()));
        ArrayNode results = json.putArray("requests");
        ArrayNode movements = json.putArray("movements");
        ObjectNode opening = json.putObject("opening");
        ObjectNode closing = json.putObject("closing");
        outcome.report().ifPresent(report -> {
            report.results().forEach(result -> result(results.addObject(), outcome, result));
            report.movements()
                    .forEach(movement -> movements
                            .addObject()
                            .put("request", movement.request())
                            .put("kind", movement.kind().name())
                            .put("date", movement.date().toString())
                            .put("account", movement.account())
                            .put("amount", movement.amount())
                            .put("currency", movement.currency())
                            .put("text", movement.text()));
            report.opening().forEach(opening::put);
            report.closing().forEach(closing::put);
        });
        ArrayNode files = json.putArray("files");
        outcome.files()
                .forEach(file -> files.addObject()
                        .put("name", file.name())
                        .put(
                                "problems",
                                outcome.problems()
                                        .getOrDefault(file.name(), java.util.List.of())
                                        .size()));
        return json;
    }

    private static void result(ObjectNode row, BankingOutcome outcome, BankReport.Result result) {
        row.put("request", result.number());
        row.put("line", result.line() == 0 ? null : result.line());
        row.put("text", result.text().orElse(null));
        row.put("status", result.status().name());
        row.put("readBy", outcome.readByModel().contains(result.number()) ? "model" : "rules");
        row.put(
                "operation",
                result.reading().fields().map(fields -> fields.op()).orElse(null));
        row.put("answer", result.answer());
        ArrayNode questions = row.putArray("questions");
        result.reading().questions().forEach(questions::add);
        ArrayNode checks = row.putArray("checks");
        result.checks()
                .forEach(check -> checks.addObject()
                        .put("code", check.code().name())
                        .put("outcome", check.outcome().name())
                        .put("value", check.measured())
                        .put("limit", check.limit())
                        .put("message", check.message()));
        result.payment().ifPresent(payment -> payment(row.putObject("payment"), payment));
        ObjectNode balances = row.putObject("balances");
        result.balances().forEach(balances::put);
    }

    private static void payment(ObjectNode json, Payment payment) {
        json.put("endToEndId", payment.endToEndId());
        json.put("from", payment.debtor().id().orElse(null));
        json.put("to", payment.creditor().id().orElse(payment.creditor().name()));
        json.put("amount", payment.amount()).put("currency", payment.currency());
        json.put("date", payment.date().toString());
        json.put("reference", payment.reference().orElse(null));
        json.put("needsApproval", payment.needsApproval());
    }
}
