package dev.llmagents.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A JSON Schema without the keywords a provider does not take. What is left out is still checked when the answer is there.
 */
final class SchemaSubset {
    /** Keywords whose fields are names of the author's choice, each with a schema of its own. */
    private static final Set<String> NAMED_SCHEMAS = Set.of("properties", "$defs", "definitions");
    /** Keywords that hold values, not schemas: nothing in them is a keyword. */
    private static final Set<String> VALUES = Set.of("enum", "const", "required", "default", "examples");

    private SchemaSubset() {}

    static JsonNode of(JsonNode schema, Predicate<String> taken) {
        if (schema.isArray()) {
            ArrayNode copy = Json.array();
            schema.forEach(element -> copy.add(of(element, taken)));
            return copy;
        }
        if (!schema.isObject()) {
            return schema;
        }
        ObjectNode copy = Json.object();
        schema.properties().forEach(field -> {
            String keyword = field.getKey();
            if (!taken.test(keyword)) {
                return;
            }
            if (VALUES.contains(keyword)) {
                copy.set(keyword, field.getValue());
            } else if (NAMED_SCHEMAS.contains(keyword) && field.getValue().isObject()) {
                ObjectNode named = copy.putObject(keyword);
                field.getValue().properties().forEach(one -> named.set(one.getKey(), of(one.getValue(), taken)));
            } else {
                copy.set(keyword, of(field.getValue(), taken));
            }
        });
        return copy;
    }
}
