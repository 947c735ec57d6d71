package dev.llmagents.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.app.ModelListing;
import dev.llmagents.json.Json;
import dev.llmagents.llm.ModelPrice;
import java.math.BigDecimal;
import java.util.Optional;

/** The list of models for programs; prices in US dollars for a million tokens, null where nobody knows. */
final class ModelListJson {
    private ModelListJson() {}

    static String of(ModelListing listing) {
        ObjectNode root = Json.object().put("pricesAsOf", listing.asOf().toString());
        ArrayNode models = root.putArray("models");
        for (ModelListing.Entry entry : listing.entries()) {
            ObjectNode model = models.addObject();
            ObjectNode tiers = model.putObject("tiers");
            entry.tiers().forEach(tiers::put);
            ArrayNode aliases = model.putArray("aliases");
            entry.aliases().forEach(aliases::add);
            model.put("provider", entry.target().provider());
            model.put("model", entry.target().model());
            model.put("region", entry.region());
            price(model, entry.price());
            model.put("reachable", entry.reachable());
        }
        return Json.writePretty(root) + "\n";
    }

    private static void price(ObjectNode model, Optional<ModelPrice> price) {
        ObjectNode usd = model.putObject("usdPerMillionTokens");
        usd.put("input", price.map(ModelPrice::input).map(ModelListJson::plain).orElse(null));
        usd.put(
                "cachedInput",
                price.map(ModelPrice::cachedInput).map(ModelListJson::plain).orElse(null));
        usd.put(
                "cacheWrite",
                price.map(ModelPrice::cacheWrite).map(ModelListJson::plain).orElse(null));
        usd.put(
                "output",
                price.map(ModelPrice::output).map(ModelListJson::plain).orElse(null));
        model.put(
                "effectiveFrom",
                price.map(known -> known.effectiveFrom().toString()).orElse(null));
        model.put("source", price.map(ModelPrice::source).orElse(null));
    }

    private static BigDecimal plain(BigDecimal figure) {
        return figure.stripTrailingZeros();
    }
}
