package dev.llmagents.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Something an assistant can have done.
 *
 * @param name letters, digits and {@code _}
 * @param description what it does, for the assistant that chooses among tools
 * @param schema JSON Schema of the arguments
 */
public record Tool(String name, String title, String description, ObjectNode schema, Work work) {

    /** The tool whose texts stand in {@code <name>.json} beside this class. */
    public static Tool of(String name, Work work) {
        try (InputStream in = Tool.class.getResourceAsStream(name + ".json")) {
            if (in == null) {
                throw new IllegalStateException(name + ".json is missing from the program");
            }
            JsonNode texts = Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return new Tool(
                    name,
                    texts.path("title").asText(),
                    texts.path("description").asText(),
                    (ObjectNode) texts.path("inputSchema"),
                    work);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Does what the tool is for. May be called by several threads at once. */
    @FunctionalInterface
    public interface Work {
        /**
         * @param arguments those the schema describes; checked against it
         * @throws ToolFailure if it cannot be done, with a sentence for the assistant
         */
        Answer on(JsonNode arguments) throws ToolFailure;
    }

    /**
     * What a tool answers.
     *
     * @param text for a reader
     * @param value the same for programs
     */
    public record Answer(String text, ObjectNode value) {}
}
