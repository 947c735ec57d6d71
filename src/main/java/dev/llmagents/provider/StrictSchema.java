package dev.llmagents.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * The part of a JSON Schema that a server takes which writes nothing but what conforms to it. A request that holds another
 * keyword is rejected as a whole.
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

    private StrictSchema() {}

    static JsonNode of(JsonNode schema) {
        return SchemaSubset.of(schema, keyword -> !NOT_TAKEN.contains(keyword));
    }
}
