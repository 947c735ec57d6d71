package dev.llmagents.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.TokenSink;
import dev.llmagents.llm.TokenUsage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import okio.BufferedSource;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;
import software.amazon.eventstream.MessageDecoder;

/** Reads what ConverseStream says, frame by frame. Use once. */
final class BedrockStream {
    private static final int PIECE = 8192;

    private final BedrockErrors errors;
    private final String model;
    private final boolean asTool;
    private final StreamedText text;
    // What a model says before it uses the tool it was told to use; the answer only if it never does.
    private final StringBuilder aside = new StringBuilder();

    private String stopReason = "";
    private JsonNode usage = Json.object().path("none");

    BedrockStream(BedrockErrors errors, LLMRequest request, String model, TokenSink sink, ModelHttp.Exchange exchange) {
        this.errors = errors;
        this.model = model;
        this.asTool = BedrockRequest.usesTool(request, model);
        this.text = exchange.text(sink, content -> BedrockAnswer.tokens(usage, request, content));
    }

    /**
     * Reads to the end of the answer.
     *
     * @throws LLMException if the stream ends, stalls or breaks before the answer does
     */
    Answer read(BufferedSource source) {
        try {
            readFrames(source);
        } catch (IOException failure) {
            // Once the model has said why it stopped its answer is whole, whatever becomes of the rest of the stream.
            if (stopReason.isEmpty()) {
                throw text.brokenOff(failure);
            }
        }
        if (stopReason.isEmpty()) {
            throw text.endedEarly();
        }
        if (text.content().isEmpty()) {
            text.add(aside.toString());
        }
        TokenUsage tokens = text.tokens();
        return BedrockAnswer.finished(text.content(), stopReason, model, tokens, text.timeToFirstToken());
    }

    private void readFrames(BufferedSource source) throws IOException {
        MessageDecoder decoder = new MessageDecoder();
        byte[] piece = new byte[PIECE];
        for (int read = source.read(piece); read >= 0; read = source.read(piece)) {
            for (Message frame : decoded(decoder, piece, read)) {
                frame(frame);
            }
        }
    }

    /** The decoder checks lengths (16 MiB at most) and checksums, and throws what it likes if they are wrong. */
    private Iterable<Message> decoded(MessageDecoder decoder, byte[] piece, int length) throws IOException {
        try {
            decoder.feed(piece, 0, length);
            return decoder.getDecodedMessages();
        } catch (RuntimeException broken) {
            throw new IOException("a frame of the stream is broken", broken);
        }
    }

    private void frame(Message frame) throws JsonProcessingException {
        JsonNode payload = Json.parse(new String(frame.getPayload(), StandardCharsets.UTF_8));
        Map<String, HeaderValue> headers = frame.getHeaders();
        switch (header(headers, ":message-type")) {
            case "event" -> event(header(headers, ":event-type"), payload);
            case "exception" -> throw failure(header(headers, ":exception-type"), payload);
            default -> throw failure(header(headers, ":error-code"), payload);
        }
    }

    private LLMException failure(String type, JsonNode payload) {
        return text.error(errors.of(200, type, payload, Optional.empty(), model));
    }

    private static String header(Map<String, HeaderValue> headers, String name) {
        HeaderValue value = headers.get(name);
        return value == null ? "" : value.getString();
    }

    private void event(String type, JsonNode payload) {
        switch (type) {
            case "contentBlockDelta" -> delta(payload.path("delta"));
            case "messageStop" -> stopReason = payload.path("stopReason").asText("end_turn");
            case "metadata" -> usage = payload.path("usage");
            default -> {
                // The beginning and the end of blocks and of the message say nothing that is needed.
            }
        }
    }

    private void delta(JsonNode delta) {
        String said = delta.path("text").asText("");
        if (asTool) {
            aside.append(said);
            text.add(delta.path("toolUse").path("input").asText(""));
        } else {
            text.add(said);
        }
    }
}
