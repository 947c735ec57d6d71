package dev.llmagents.report.felicia;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.agent.Source;
import dev.llmagents.json.Json;
import dev.llmagents.report.JsonEnvelope;
import dev.llmagents.report.RunFacts;
import dev.llmagents.team.felicia.FeliciaTeam;
import dev.llmagents.team.felicia.Statement;
import java.util.List;
import java.util.Locale;

/** What a run of Felicia's Finance is printed as. */
public enum TradeFormats {
    TEXT,
    MARKDOWN,
    JSON,
    HTML;

    /** Names the form of the JSON output; its file is shipped beside the program's other schemas. */
    public static final String TRADE = "https://llm-agents.example/schemas/felicia.trade/1";

    public static final String BANK = "https://llm-agents.example/schemas/felicia.bank/1";

    /** The name in options. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String render(FeliciaTeam.Result result, RunFacts facts) {
        return switch (this) {
            case TEXT -> new TradeText().render(result);
            case MARKDOWN -> new TradeMarkdown().render(result);
            case HTML -> new TradeHtml().render(result);
            case JSON -> JsonEnvelope.of(TRADE, facts, json(result));
        };
    }

    /** The bank alone has no page of its own: HTML is not offered for it. */
    public String render(FeliciaTeam.BankResult result, RunFacts facts) {
        return switch (this) {
            case TEXT -> new TradeText().render(result);
            case MARKDOWN, HTML -> new TradeMarkdown().render(result);
            case JSON -> JsonEnvelope.of(BANK, facts, BankJson.of(result.outcome()));
        };
    }

    private static ObjectNode json(FeliciaTeam.Result result) {
        ObjectNode json = Json.object();
        json.put("planId", result.report().planId());
        json.put("verdict", result.report().overview().verdict().name());
        json.put("paperOnly", true);
        statements(json.putArray("summary"), result.report().overview().summary());
        statements(json.putArray("objectives"), result.report().brief().objectives());
        statements(json.putArray("rationale"), result.report().design().rationale());
        json.set("plan", PlanJson.of(result));
        ArrayNode fills = json.putArray("fills");
        result.report()
                .trades()
                .executed()
                .ifPresent(done -> done.fills()
                        .forEach(fill -> fills.addObject()
                                .put("date", fill.date().toString())
                                .put("order", fill.orderId())
                                .put("symbol", fill.symbol())
                                .put("side", fill.side().name())
                                .put("quantity", Num.plain(fill.quantity()))
                                .put("referencePrice", Num.plain(fill.reference()))
                                .put("price", Num.plain(fill.price()))
                                .put("commission", fill.commission())
                                .put("cashAfter", fill.cashAfter())));
        json.set("backtest", BacktestJson.of(result.report().design()));
        json.set("validation", ValidationJson.of(result.report().validation()));
        json.set("bank", BankJson.of(result.report().banking()));
        json.set("facts", ValidationJson.facts(result.report().facts()));
        return json;
    }

    private static void statements(ArrayNode array, List<Statement> statements) {
        for (Statement statement : statements) {
            Source source = statement.source();
            array.addObject().put("text", statement.text()).put("source", source.label());
        }
    }
}
