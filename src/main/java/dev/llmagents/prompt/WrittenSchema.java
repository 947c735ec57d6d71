package dev.llmagents.prompt;

import com.fasterxml.jackson.databind.JsonNode;

/** Schemas as people write them in YAML: Picoschema with the names this program knows, or JSON Schema. */
public final class WrittenSchema {
    private WrittenSchema() {}

    /**
     * @return a JSON Schema
     * @throws IllegalArgumentException if it cannot be read; the message is a clause that names what
     */
    public static JsonNode toJsonSchema(JsonNode written) {
        return new Picoschema(PromptFile.NAMED_SCHEMAS).toJsonSchema(written);
    }
}
