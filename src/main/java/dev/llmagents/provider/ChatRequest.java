package dev.llmagents.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.llm.AnswerFormat;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.Message;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Writes the body of a chat completion request. */
final class ChatRequest {
    private ChatRequest() {}

    /** @param strict the part of a schema that the server takes */
    static byte[] of(LLMRequest request, String model, boolean streamed, UnaryOperator<JsonNode> strict) {
        ObjectNode body = Json.object();
        body.put("model", model);
        ArrayNode messages = body.putArray("messages");
        for (Message message : request.messages()) {
            messages.addObject().put("role", message.role().label()).put("content", message.text());
        }
        if (isReasoningModel(model)) {
            // These models take their own name for the limit and no temperature.
            body.put("max_completion_tokens", request.parameters().maxTokens());
        } else {
            body.put("max_tokens", request.parameters().maxTokens());
            body.put("temperature", request.parameters().temperature());
        }
        AnswerFormat format = request.parameters().format();
        format.schema().ifPresent(schema -> {
            ObjectNode responseFormat = body.putObject("response_format").put("type", "json_schema");
            responseFormat
                    .putObject("json_schema")
                    .put("name", format.schemaName())
                    .put("strict", true)
                    .set("schema", strict.apply(schema));
        });
        if (streamed) {
            body.put("stream", true);
            body.putObject("stream_options").put("include_usage", true);
        }
        return Json.write(body).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isReasoningModel(String model) {
        return model.startsWith("gpt-5") || model.matches("o\\d.*");
    }
}
