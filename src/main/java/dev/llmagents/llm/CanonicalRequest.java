package dev.llmagents.llm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import java.util.List;

/**
 * A question as data: everything that shapes its answer, and nothing else. The provider is not part of it, since the same
 * model answers the same wherever it runs; nor are who asks, the run and the timeout.
 */
public final class CanonicalRequest {
    /** Changes when the form does. */
    public static final String FORMAT = "1";

    private CanonicalRequest() {}

    /** @param messages the conversation to put in the place of the request's own */
    public static ObjectNode of(LLMRequest request, List<Message> messages) {
        ObjectNode question = Json.object();
        question.put("format", FORMAT);
        question.put("model", request.primaryTarget().model());
        question.put("prompt", request.promptHash());
        question.put("temperature", request.parameters().temperature());
        question.put("maxTokens", request.parameters().maxTokens());
        request.parameters().format().schema().ifPresent(schema -> question.set("schema", schema));
        ArrayNode all = question.putArray("messages");
        for (Message message : messages) {
            all.addObject().put("role", message.role().label()).put("text", message.text());
        }
        return question;
    }
}
