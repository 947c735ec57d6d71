package dev.llmagents.report.felicia;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.agent.AgentReply;
import dev.llmagents.json.Json;
import dev.llmagents.team.felicia.Design;
import dev.llmagents.team.felicia.FeliciaTeam;
import dev.llmagents.team.felicia.ProductBrief;
import dev.llmagents.team.felicia.TradeReport;
import dev.llmagents.team.felicia.mission.Mission;
import dev.llmagents.team.felicia.trade.Check;
import dev.llmagents.team.felicia.trade.Order;
import dev.llmagents.team.felicia.trade.Plan;
import java.util.Locale;

/** The plan as JSON: from which bytes it was made, by which method and why, and every check with its figures. */
final class PlanJson {
    private PlanJson() {}

    static ObjectNode of(FeliciaTeam.Result result) {
        TradeReport report = result.report();
        Design design = report.design();
        Plan plan = design.plan();
        ObjectNode json = Json.object();
        json.put("planId", report.planId());
        json.put("paperOnly", true);
        json.put("verdict", report.overview().verdict().name());
        inputs(json.putArray("inputs"), report);
        json.set("mission", mission(report));
        brief(json.putObject("brief"), report.brief());
        json.put("date", plan.date().toString());
        json.putObject("method")
                .put("name", plan.allocation().method().code())
                .put("origin", design.methodOrigin())
                .put("why", plan.allocation().reason());
        ArrayNode options = json.putArray("methodOptions");
        design.options().forEach(option -> {
            ObjectNode row = options.addObject().put("method", option.method().code());
            Num.put(row, "volatility", option.volatility());
            Num.put(row, "var95", option.var95());
        });
        json.put("equity", plan.equity());
        ObjectNode figures = json.putObject("exAnte");
        Num.put(figures, "volatility", plan.figures().volatility());
        Num.put(figures, "var95", plan.figures().var95());
        Num.put(figures, "cvar95", plan.figures().cvar95());
        Num.put(figures, "concentration", plan.figures().concentration());
        Num.put(figures, "gross", plan.figures().gross());
        ObjectNode weights = json.putObject("weights");
        plan.weights().forEach((symbol, weight) -> Num.put(weights, symbol, weight));
        ObjectNode targets = json.putObject("targets");
        plan.targets().forEach((symbol, quantity) -> targets.put(symbol, Num.plain(quantity)));
        ObjectNode stops = json.putObject("stops");
        design.stops().forEach((symbol, price) -> stops.put(symbol, Num.plain(price)));
        ArrayNode clusters = json.putArray("clusters");
        design.clusters().forEach(cluster -> cluster.forEach(clusters.addArray()::add));
        design.kelly().ifPresentOrElse(kelly -> Num.put(json, "halfKelly", kelly), () -> json.putNull("halfKelly"));
        orders(json.putArray("orders"), report);
        checks(json.putArray("checks"), plan);
        provenance(json.putObject("provenance"), result);
        return json;
    }

    private static void inputs(ArrayNode inputs, TradeReport report) {
        report.felicia()
                .files()
                .forEach(file -> inputs.addObject()
                        .put("name", file.name())
                        .put("sha256", file.sha256())
                        .put("bytes", file.bytes()));
    }

    private static ObjectNode mission(TradeReport report) {
        Mission mission = report.felicia().mission();
        ObjectNode json = Json.object();
        json.put("statement", mission.objective().statement().orElse(null));
        json.put(
                "riskProfile",
                mission.objective()
                        .riskProfile()
                        .map(profile -> profile.label())
                        .orElse(null));
        json.put("horizonMonths", mission.objective().horizonMonths());
        json.put("asOf", mission.objective().asOf().toString());
        mission.portfolio().ifPresent(owned -> {
            ObjectNode portfolio = json.putObject("portfolio");
            portfolio.put("baseCurrency", owned.baseCurrency()).put("cash", owned.cash());
            owned.peakEquity().ifPresent(peak -> portfolio.put("peakEquity", peak));
            ObjectNode positions = portfolio.putObject("positions");
            owned.positions().forEach(held -> positions.put(held.symbol(), Num.plain(held.quantity())));
        });
        ArrayNode universe = json.putArray("universe");
        mission.universe()
                .forEach(listed ->
                        universe.addObject().put("symbol", listed.symbol()).put("file", listed.file()));
        json.putObject("strategy")
                .put("method", mission.strategy().method())
                .put("lookback", mission.strategy().lookback())
                .put("rebalance", mission.strategy().rebalance());
        ObjectNode costs = json.putObject("costs");
        costs.put("commissionBps", mission.costs().commissionBps())
                .put("commissionMin", mission.costs().commissionMin());
        costs.put("slippageBps", mission.costs().slippageBps())
                .put("spreadBps", mission.costs().spreadBps());
        return json;
    }

    private static void brief(ObjectNode json, ProductBrief brief) {
        json.put("profile", brief.profile().label()).put("profileOrigin", brief.profileOrigin());
        json.put("maxVolatility", brief.limits().maxVolatility());
        json.put("maxDrawdown", brief.limits().maxDrawdown());
        json.put("maxPosition", brief.limits().maxPosition());
        ArrayNode criteria = json.putArray("criteria");
        brief.criteria()
                .forEach(criterion -> criteria.addObject()
                        .put("code", criterion.code())
                        .put("measure", criterion.measure())
                        .put("relation", criterion.isAtMost() ? "at most" : "at least")
                        .put("limit", criterion.limit())
                        .put("origin", criterion.origin()));
        ArrayNode contradictions = json.putArray("contradictions");
        brief.contradictions()
                .forEach(two -> contradictions
                        .addObject()
                        .put("key", two.key())
                        .put("one", two.one())
                        .put("other", two.other())
                        .put("quote", two.quote()));
        ArrayNode feasibility = json.putArray("feasibility");
        brief.feasibility().forEach(sentence -> feasibility.add(sentence.text()));
    }

    private static void orders(ArrayNode orders, TradeReport report) {
        for (Order order : report.design().plan().orders()) {
            ObjectNode row = orders.addObject();
            row.put("id", order.id())
                    .put("symbol", order.symbol())
                    .put("side", order.side().name());
            row.put("quantity", Num.plain(order.quantity()));
            order.limit().ifPresentOrElse(limit -> row.put("limit", limit), () -> row.putNull("limit"));
            row.put("status", OrderState.of(report, order).status());
            row.put("denialCode", OrderState.of(report, order).denial());
            row.put("reason", report.trades().reasons().get(order.id()).text());
            row.put(
                    "reasonSource",
                    report.trades().reasons().get(order.id()).source().label());
        }
    }

    private static void checks(ArrayNode checks, Plan plan) {
        for (Check check : plan.checks()) {
            ObjectNode row = checks.addObject();
            row.put("code", check.code());
            row.put("result", check.severity().map(Enum::name).orElse("PASS"));
            row.put("order", check.order().orElse(null));
            row.put("symbol", check.symbol().isEmpty() ? null : check.symbol());
            Num.put(row, "value", check.measured());
            Num.put(row, "limit", check.limit());
            row.put("message", check.message());
        }
    }

    /** Where each part came from; of mission values every single one. */
    private static void provenance(ObjectNode json, FeliciaTeam.Result result) {
        TradeReport report = result.report();
        json.put("profile", report.brief().profileOrigin());
        json.put("method", report.design().methodOrigin());
        json.put("weights", "rules");
        json.put("orders", "rules");
        json.put("checks", "rules");
        ObjectNode agents = json.putObject("agents");
        for (AgentReply<?> reply : result.agents()) {
            agents.put(reply.agent(), reply.source().label());
        }
        ObjectNode values = json.putObject("mission");
        report.felicia()
                .mission()
                .origins()
                .forEach((key, origin) -> values.put(key, origin.label().toLowerCase(Locale.ROOT)));
    }
}
