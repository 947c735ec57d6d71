package dev.llmagents.report.felicia;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.team.felicia.Facts;
import dev.llmagents.team.felicia.Validation;

/** The verdict with its reasons, and the facts, as JSON. */
final class ValidationJson {
    private ValidationJson() {}

    static ObjectNode of(Validation validation) {
        ObjectNode json = Json.object();
        json.put("verdict", validation.verdict().name());
        ArrayNode reasons = json.putArray("reasons");
        validation.from(Validation.Level.WARN).forEach(check -> check(reasons.addObject(), check));
        ArrayNode checks = json.putArray("checks");
        validation.checks().forEach(check -> check(checks.addObject(), check));
        ArrayNode concerns = json.putArray("concerns");
        validation
                .concerns()
                .forEach(concern -> concerns.addObject()
                        .put("text", concern.text())
                        .put("source", concern.source().label()));
        return json;
    }

    private static void check(ObjectNode row, Validation.Check check) {
        row.put("code", check.code()).put("level", check.level().name()).put("detail", check.detail());
    }

    static ObjectNode facts(Facts facts) {
        ObjectNode json = Json.object();
        ObjectNode numbers = json.putObject("numbers");
        facts.numbers().forEach((name, value) -> numbers.put(name, value));
        ArrayNode dates = json.putArray("dates");
        facts.dates().forEach(date -> dates.add(date.toString()));
        ArrayNode symbols = json.putArray("symbols");
        facts.symbols().forEach(symbols::add);
        return json;
    }
}
