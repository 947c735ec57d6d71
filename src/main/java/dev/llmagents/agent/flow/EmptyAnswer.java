package dev.llmagents.agent.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import java.util.Optional;

/** The answer of an agent that knows nothing by itself: every field of its schema, and nothing in them. */
final class EmptyAnswer {
    private static final int DEEPEST = 32;

    private EmptyAnswer() {}

    /** @param schema empty for an answer of one text */
    static ObjectNode of(Optional<JsonNode> schema) {
        ObjectNode answer = Json.object();
        if (schema.isEmpty()) {
            return answer.put(FlowRules.TEXT, "");
        }
        fill(answer, schema.get(), DEEPEST);
        return answer;
    }

    /** What stands for nothing in a field of that schema. */
    static JsonNode value(JsonNode schema, int depth) {
        JsonNode type = schema.path("type");
        String kind = type.isArray() ? type.path(0).asText() : type.asText();
        boolean mayBeNull = type.isArray();
        if (mayBeNull || depth == 0) {
            return Json.object().nullNode();
        }
        return switch (kind) {
            case "string" ->
                schema.has("enum") ? Json.object().nullNode() : Json.object().textNode("");
            case "array" -> Json.array();
            case "object" -> {
                ObjectNode inner = Json.object();
                fill(inner, schema, depth - 1);
                yield inner;
            }
            default -> Json.object().nullNode();
        };
    }

    private static void fill(ObjectNode answer, JsonNode schema, int depth) {
        schema.path("properties")
                .properties()
                .forEach(field -> answer.set(field.getKey(), value(field.getValue(), depth)));
    }
}
