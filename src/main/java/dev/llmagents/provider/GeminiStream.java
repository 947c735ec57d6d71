package dev.llmagents.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.TokenSink;
import java.io.IOException;
import java.util.Optional;
import okio.BufferedSource;

/** Reads generated content that comes as server-sent events. Use once. */
final class GeminiStream {
    private final GeminiErrors errors;
    private final String model;
    private final GeminiAnswer answer;
    private final StreamedText text;

    GeminiStream(GeminiErrors errors, LLMRequest request, String model, TokenSink sink, ModelHttp.Exchange exchange) {
        this.errors = errors;
        this.model = model;
        this.answer = new GeminiAnswer(request, model);
        this.text = exchange.text(sink, answer::tokens);
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
            if (!answer.isFinished()) {
                throw text.brokenOff(failure);
            }
        }
        if (!answer.isFinished()) {
            throw text.endedEarly();
        }
        return answer.finished(text.timeToFirstToken());
    }

    private boolean event(String data) throws JsonProcessingException {
        JsonNode event = Json.parse(data);
        JsonNode first = event.isArray() ? event.path(0) : event;
        if (first.hasNonNull("error")) {
            throw text.error(errors.of(200, first.get("error"), Optional.empty(), model));
        }
        text.add(answer.take(first));
        return true;
    }
}
