package dev.llmagents.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.Message;
import java.util.Set;

/** Writes the body of a request for generated content. */
final class GeminiRequest {
    private static final String MODEL_ROLE = "model";
    // The least that the large models of this generation can be told; they cannot be told not to think at all.
    private static final int LEAST_THOUGHT = 128;
    /** Source: Gemini API reference, "GenerationConfig", field {@code responseJsonSchema}. */
    private static final Set<String> TAKEN = Set.of(
            "$id",
            "$defs",
            "$ref",
            "$anchor",
            "type",
            "format",
            "title",
            "description",
            "enum",
            "items",
            "prefixItems",
            "minItems",
            "maxItems",
            "minimum",
            "maximum",
            "anyOf",
            "oneOf",
            "properties",
            "additionalProperties",
            "required",
            "propertyOrdering");

    private GeminiRequest() {}

    static byte[] of(LLMRequest request, String model) {
        ObjectNode body = Json.object();
        ArrayNode contents = Json.array();
        ArrayNode system = Json.array();
        for (Message message : request.messages()) {
            switch (message.role()) {
                case SYSTEM -> system.addObject().put("text", message.text());
                case USER -> add(contents, "user", message.text());
                case ASSISTANT -> add(contents, MODEL_ROLE, message.text());
            }
        }
        if (contents.isEmpty()) {
            // There has to be something to answer to.
            contents.addObject().put("role", "user").set("parts", system);
        } else if (!system.isEmpty()) {
            body.putObject("systemInstruction").set("parts", system);
        }
        body.set("contents", contents);
        body.set("generationConfig", config(request.parameters(), model));
        return Json.bytes(body);
    }

    /** Turns of one role that follow each other are one. */
    private static void add(ArrayNode contents, String role, String text) {
        JsonNode last = contents.path(contents.size() - 1);
        ObjectNode turn;
        if (last.path("role").asText("").equals(role)) {
            turn = (ObjectNode) last;
        } else {
            turn = contents.addObject().put("role", role);
            turn.putArray("parts");
        }
        turn.withArray("parts").addObject().put("text", text);
    }

    private static ObjectNode config(LLMRequest.Parameters parameters, String model) {
        ObjectNode config = Json.object();
        config.put("temperature", parameters.temperature());
        config.put("maxOutputTokens", parameters.maxTokens());
        parameters.format().schema().ifPresent(schema -> {
            config.put("responseMimeType", "application/json");
            if (takesJsonSchema(model)) {
                config.set("responseJsonSchema", SchemaSubset.of(schema, TAKEN::contains));
            }
        });
        // Thoughts count against the limit of the answer: without this a model can think until nothing is left to say.
        if (model.startsWith("gemini-2.5-pro")) {
            config.putObject("thinkingConfig").put("thinkingBudget", LEAST_THOUGHT);
        } else if (model.startsWith("gemini-2.5")) {
            config.putObject("thinkingConfig").put("thinkingBudget", 0);
        } else if (model.startsWith("gemini-3")) {
            config.putObject("thinkingConfig").put("thinkingLevel", "low");
        }
        return config;
    }

    /** Older models know another form of schema; what they answer is checked all the same. */
    private static boolean takesJsonSchema(String model) {
        return !model.startsWith("gemini-1") && !model.startsWith("gemini-2.0") && !model.startsWith("gemma");
    }
}
