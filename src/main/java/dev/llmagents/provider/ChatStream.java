package dev.llmagents.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.TokenSink;
import dev.llmagents.llm.TokenUsage;
import java.io.IOException;
import java.util.Optional;
import okio.BufferedSource;

/** Reads a chat completion that comes as server-sent events. Use once. */
final class ChatStream {
    private final ChatErrors errors;
    private final LLMRequest request;
    private final String model;
    private final StreamedText text;

    private String id = "";
    private String answeringModel;
    private String finishReason = "";
    private boolean refused;
    private JsonNode usage = Json.object().path("none");

    ChatStream(ChatErrors errors, LLMRequest request, String model, TokenSink sink, ModelHttp.Exchange exchange) {
        this.errors = errors;
        this.request = request;
        this.model = model;
        this.answeringModel = model;
        this.text = exchange.text(sink, this::tokens);
    }

    /**
     * Reads to the end of the answer.
     *
     * @throws LLMException if the stream ends, stalls or breaks before the answer does
     */
    Answer read(BufferedSource source) {
        try {
            ServerEvents.read(source, this::event);
        } catch (IOException failure) {
            // Once the model has said why it stopped its answer is whole, whatever becomes of the rest of the stream.
            if (finishReason.isEmpty()) {
                throw text.brokenOff(failure);
            }
        }
        if (finishReason.isEmpty()) {
            throw text.endedEarly();
        }
        TokenUsage tokens = text.tokens();
        ChatAnswer.requireContent(refused, finishReason, tokens);
        return new Answer(
                        id,
                        answeringModel,
                        text.content(),
                        tokens,
                        ChatAnswer.finish(finishReason),
                        text.timeToFirstToken())
                .orFailIfEmpty(OpenAiProvider.NAME);
    }

    private boolean event(String data) throws JsonProcessingException {
        if (data.equals("[DONE]")) {
            return false;
        }
        JsonNode event = Json.parse(data);
        if (event.hasNonNull("error")) {
            throw text.error(errors.of(200, event.get("error"), Optional.empty(), model));
        }
        id = Answer.name(event.path("id").asText(""), id);
        answeringModel = Answer.name(event.path("model").asText(""), answeringModel);
        if (event.path("usage").isObject()) {
            usage = event.get("usage");
        }
        JsonNode choice = event.path("choices").path(0);
        finishReason = choice.path("finish_reason").asText(finishReason);
        refused |= ChatAnswer.isRefusal(choice.path("delta"));
        text.add(choice.path("delta").path("content").asText(""));
        return true;
    }

    private TokenUsage tokens(String content) {
        return ChatAnswer.tokens(usage, request, content);
    }
}
