package dev.llmagents.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import java.util.Set;

/**
 * The part of a JSON Schema that a server takes which writes nothing but what conforms to it. A request that holds another
 * keyword is rejected as a whole; what is left out here is still checked when the answer is there.
 *
 * <p>Source: OpenAI API documentation, "Structured Outputs", section "Supported schemas".
 */
final class StrictSchema {
    private static final Set<String> NOT_TAKEN = Set.of(
            "minLength",
            "maxLength",
            "uniqueItems",
            "minProperties",
            "maxProperties",
            "default",
            "examples",
            "$schema",
            "$comment");
    /** Keywords whose fields are names of the author's choice, each with a schema of its own. */
    private static final Set<String> NAMED_SCHEMAS = Set.of("properties", "$defs", "definitions");

    private StrictSchema() {}

    static JsonNode of(JsonNode schema) {
        if (schema.isArray()) {
            ArrayNode copy = Json.array();
            schema.forEach(element -> copy.add(of(element)));
            return copy;
        }
        if (!schema.isObject()) {
            return schema;
        }
        ObjectNode copy = Json.object();
        schema.properties().forEach(field -> {
            if (NAMED_SCHEMAS.contains(field.getKey()) && field.getValue().isObject()) {
                ObjectNode named = copy.putObject(field.getKey());
                field.getValue().properties().forEach(one -> named.set(one.getKey(), of(one.getValue())));
            } else if (!NOT_TAKEN.contains(field.getKey())) {
                copy.set(field.getKey(), of(field.getValue()));
            }
        });
        return copy;
    }
}
