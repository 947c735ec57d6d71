package dev.llmagents.cache;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The canonical texts of schemas, kept by the very object: an agent asks with one schema over and over, and nobody changes
 * a schema that is in use. Safe for use by several threads.
 */
final class SchemaTexts {
    private static final int MOST = 64;

    private final Map<JsonNode, String> texts = new IdentityHashMap<>();

    synchronized String of(JsonNode schema) {
        String known = texts.get(schema);
        if (known == null) {
            if (texts.size() >= MOST) {
                texts.clear();
            }
            known = Json.canonical(schema);
            texts.put(schema, known);
        }
        return known;
    }
}
