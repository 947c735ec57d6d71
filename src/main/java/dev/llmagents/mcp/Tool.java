package dev.llmagents.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Something an assistant can have done.
 *
 * @param name letters, digits and {@code _}
 * @param description what it does, for the assistant that chooses among tools
 * @param schema JSON Schema of the arguments
 * @param answer JSON Schema of the value it answers with; empty where none is promised
 */
public record Tool(
        String name, String title, String description, ObjectNode schema, Optional<ObjectNode> answer, Work work) {

    /** The tool whose texts stand in {@code <name>.json} beside this class. */
    public static Tool of(String name, Work work) {
        return of(name, Optional.empty(), work);
    }

    /**
     * The same, with the form of its answer.
     *
     * @param output name of a schema that ships with the program, for instance {@code felicia.bank.1}
     */
    public static Tool of(String name, String output, Work work) {
        ObjectNode form = read("/schemas/" + output + ".json");
        forget(form);
        return of(name, Optional.of(form), work);
    }

    /** Takes out the descriptions: assistants read all forms at once, and half of each is words for people. */
    private static void forget(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.path("description").isTextual()) {
            object.remove("description");
        }
        schema.forEach(Tool::forget);
    }

    private static Tool of(String name, Optional<ObjectNode> answer, Work work) {
        ObjectNode texts = read(name + ".json");
        return new Tool(
                name,
                texts.path("title").asText(),
                texts.path("description").asText(),
                (ObjectNode) texts.path("inputSchema"),
                answer,
                work);
    }

    private static ObjectNode read(String resource) {
        try (InputStream in = Tool.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the program");
            }
            return (ObjectNode) Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
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
