package dev.llmagents.llm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What form an answer has to have.
 *
 * @param schemaName the name a provider shows for the schema, letters, digits, {@code _} and {@code -}
 * @param schema JSON Schema of the answer; empty for plain text
 */
public record AnswerFormat(String schemaName, Optional<JsonNode> schema) {
    public static final AnswerFormat TEXT = new AnswerFormat("text", Optional.empty());

    public boolean isJson() {
        return schema.isPresent();
    }
}
