package dev.llmagents.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import dev.llmagents.llm.AnswerFormat;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.Message;
import java.util.function.Function;

/** Writes the body of a chat completion request. */
final class ChatRequest {
    private ChatRequest() {}

    /** @param strict the part of a schema that the server takes, as JSON */
    static byte[] of(LLMRequest request, String model, boolean streamed, Function<JsonNode, String> strict) {
        return Json.bytes(out -> {
            out.writeStringField("model", model);
            out.writeArrayFieldStart("messages");
            for (Message message : request.messages()) {
                out.writeStartObject();
                out.writeStringField("role", message.role().label());
                out.writeStringField("content", message.text());
                out.writeEndObject();
            }
            out.writeEndArray();
            if (isReasoningModel(model)) {
                // These models take their own name for the limit and no temperature.
                out.writeNumberField(
                        "max_completion_tokens", request.parameters().maxTokens());
            } else {
                out.writeNumberField("max_tokens", request.parameters().maxTokens());
                out.writeNumberField("temperature", request.parameters().temperature());
            }
            AnswerFormat format = request.parameters().format();
            if (format.schema().isPresent()) {
                out.writeObjectFieldStart("response_format");
                out.writeStringField("type", "json_schema");
                out.writeObjectFieldStart("json_schema");
                out.writeStringField("name", format.schemaName());
                out.writeBooleanField("strict", true);
                out.writeFieldName("schema");
                out.writeRawValue(strict.apply(format.schema().get()));
                out.writeEndObject();
                out.writeEndObject();
            }
            if (streamed) {
                out.writeBooleanField("stream", true);
                out.writeObjectFieldStart("stream_options");
                out.writeBooleanField("include_usage", true);
                out.writeEndObject();
            }
        });
    }

    private static boolean isReasoningModel(String model) {
        return model.startsWith("gpt-5")
                || model.length() > 1 && model.charAt(0) == 'o' && Character.isDigit(model.charAt(1));
    }
}
