package dev.llmagents.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.Message;
import java.util.Set;

/**
 * Writes the body of a Converse request.
 *
 * <p>Converse has no mode that makes every model write JSON. Models that use tools are given one tool whose input has the
 * schema of the answer, and are made to use it; the others are asked by the prompt alone.
 */
final class BedrockRequest {
    /** Source: Amazon Nova user guide, "Defining a tool": at its top a schema has these and nothing else. */
    private static final Set<String> TOP_OF_NOVA = Set.of("type", "properties", "required");

    private BedrockRequest() {}

    static byte[] of(LLMRequest request, String model) {
        ObjectNode body = Json.object();
        ArrayNode messages = Json.array();
        ArrayNode system = Json.array();
        for (Message message : request.messages()) {
            switch (message.role()) {
                case SYSTEM -> system.addObject().put("text", message.text());
                case USER, ASSISTANT -> add(messages, message);
            }
        }
        if (messages.isEmpty()) {
            messages.addObject().put("role", "user").set("content", system);
        } else if (!system.isEmpty()) {
            body.set("system", system);
        }
        body.set("messages", messages);
        body.putObject("inferenceConfig")
                .put("maxTokens", request.parameters().maxTokens())
                .put("temperature", request.parameters().temperature());
        if (usesTool(request, model)) {
            body.set("toolConfig", tool(request, model));
        }
        return Json.bytes(body);
    }

    /** Roles have to take turns: what one says in a row is one turn. */
    private static void add(ArrayNode messages, Message message) {
        JsonNode last = messages.path(messages.size() - 1);
        ObjectNode turn;
        if (last.path("role").asText("").equals(message.role().label())) {
            turn = (ObjectNode) last;
        } else {
            turn = messages.addObject().put("role", message.role().label());
            turn.putArray("content");
        }
        turn.withArray("content").addObject().put("text", message.text());
    }

    /** Whether the answer comes as the input of a tool. */
    static boolean usesTool(LLMRequest request, String model) {
        boolean isObject = request.parameters()
                .format()
                .schema()
                .filter(schema -> schema.path("type").asText("").equals("object"))
                .isPresent();
        return isObject && (isClaude(model) || isNova(model));
    }

    private static boolean isClaude(String model) {
        return model.contains("anthropic.claude-")
                && !model.contains("anthropic.claude-v")
                && !model.contains("anthropic.claude-instant");
    }

    private static boolean isNova(String model) {
        return model.contains("amazon.nova-");
    }

    private static ObjectNode tool(LLMRequest request, String model) {
        String name = request.parameters().format().schemaName();
        JsonNode schema = request.parameters().format().schema().orElseThrow();
        ObjectNode config = Json.object();
        ObjectNode tool = config.putArray("tools").addObject().putObject("toolSpec");
        tool.put("name", name);
        tool.put("description", name);
        tool.putObject("inputSchema").set("json", isNova(model) ? topOfNova(schema) : schema);
        config.putObject("toolChoice").putObject("tool").put("name", name);
        return config;
    }

    private static JsonNode topOfNova(JsonNode schema) {
        ObjectNode copy = Json.object();
        schema.properties().stream()
                .filter(field -> TOP_OF_NOVA.contains(field.getKey()))
                .forEach(field -> copy.set(field.getKey(), field.getValue()));
        return copy;
    }
}
