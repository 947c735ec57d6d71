package dev.llmagents.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.TokenSink;
import dev.llmagents.llm.TokenUsage;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import okio.BufferedSource;

/** Reads a chat completion that comes as server-sent events. Use once. */
final class ChatStream {
    private static final int LONGEST_LINE = 1 << 20;
    private static final int LONGEST_ANSWER = 16 << 20;

    private final HttpErrors errors;
    private final LLMRequest request;
    private final String model;
    private final TokenSink sink;
    private final Supplier<Duration> elapsed;
    private final BooleanSupplier cancelled;

    private final StringBuilder content = new StringBuilder();
    private String id = "";
    private String answeringModel;
    private String finishReason = "";
    private boolean refused;
    private JsonNode usage = Json.object().path("none");
    private Optional<Duration> timeToFirstToken = Optional.empty();

    /**
     * @param elapsed time since the request was sent
     * @param cancelled whether the caller gave up, which shows as a stream that breaks off
     */
    ChatStream(
            HttpErrors errors,
            LLMRequest request,
            String model,
            TokenSink sink,
            Supplier<Duration> elapsed,
            BooleanSupplier cancelled) {
        this.errors = errors;
        this.request = request;
        this.model = model;
        this.answeringModel = model;
        this.sink = sink;
        this.elapsed = elapsed;
        this.cancelled = cancelled;
    }

    /**
     * Reads to the end of the answer.
     *
     * @throws LLMException if the stream ends, stalls or breaks before the answer does
     */
    ChatAnswer read(BufferedSource source) {
        try {
            readEvents(source);
        } catch (IOException failure) {
            // Once the model has said why it stopped its answer is whole, whatever becomes of the rest of the stream.
            if (finishReason.isEmpty()) {
                throw brokenOff(failure);
            }
        }
        if (finishReason.isEmpty()) {
            throw cut(ErrorType.CUT_STREAM, "OpenAI's stream ended before the answer did.", null);
        }
        TokenUsage tokens = ChatAnswer.tokens(usage, request, content.toString());
        ChatAnswer.requireContent(content.toString(), refused, finishReason, tokens);
        return new ChatAnswer(
                id, answeringModel, content.toString(), tokens, ChatAnswer.finish(finishReason), timeToFirstToken);
    }

    private void readEvents(BufferedSource source) throws IOException {
        for (String line = line(source); line != null; line = line(source)) {
            if (!line.startsWith("data:")) {
                // Comments, event names and the blank lines between events carry nothing here.
                continue;
            }
            String data = line.substring("data:".length()).strip();
            if (data.equals("[DONE]")) {
                return;
            }
            event(data);
        }
    }

    private LLMException brokenOff(IOException failure) {
        if (failure instanceof JsonProcessingException) {
            // Its message quotes the event.
            return cut(ErrorType.CUT_STREAM, "OpenAI's stream holds a broken event.", null);
        }
        if (failure instanceof SocketTimeoutException) {
            return cut(ErrorType.TIMEOUT, "OpenAI's stream stalled.", failure);
        }
        if (failure instanceof InterruptedIOException) {
            return cut(ErrorType.TIMEOUT, "OpenAI's stream was not over in time.", failure);
        }
        if (cancelled.getAsBoolean()) {
            return cut(ErrorType.CANCELLED, "The call was cancelled.", failure);
        }
        return cut(ErrorType.CUT_STREAM, "OpenAI's stream broke off.", failure);
    }

    private static String line(BufferedSource source) throws IOException {
        if (source.exhausted()) {
            return null;
        }
        try {
            return source.readUtf8LineStrict(LONGEST_LINE);
        } catch (EOFException unfinished) {
            // The last line of a stream need not end in a line break; one that is far too long must not be read.
            if (source.request(LONGEST_LINE)) {
                throw new IOException("a line of the stream is longer than " + LONGEST_LINE + " bytes", unfinished);
            }
            return source.readUtf8();
        }
    }

    private void event(String data) throws JsonProcessingException {
        JsonNode event = Json.parse(data);
        if (event.hasNonNull("error")) {
            LLMException error = errors.of(200, event.get("error"), Optional.empty(), model);
            throw new LLMException.Interrupted(error.type(), error.getMessage(), tokensSoFar(), error);
        }
        id = ChatAnswer.name(event.path("id").asText(""), id);
        answeringModel = ChatAnswer.name(event.path("model").asText(""), answeringModel);
        if (event.path("usage").isObject()) {
            usage = event.get("usage");
        }
        JsonNode choice = event.path("choices").path(0);
        finishReason = choice.path("finish_reason").asText(finishReason);
        refused |= ChatAnswer.isRefusal(choice.path("delta"));
        String piece = choice.path("delta").path("content").asText("");
        if (!piece.isEmpty()) {
            if (timeToFirstToken.isEmpty()) {
                timeToFirstToken = Optional.of(elapsed.get());
            }
            content.append(piece);
            if (content.length() > LONGEST_ANSWER) {
                throw cut(ErrorType.CUT_STREAM, "OpenAI's stream does not end.", null);
            }
            ChatAnswer.hand(piece, sink, this::tokensSoFar);
        }
    }

    private LLMException cut(ErrorType type, String message, Throwable cause) {
        return new LLMException.Interrupted(type, message, tokensSoFar(), cause);
    }

    private TokenUsage tokensSoFar() {
        return ChatAnswer.tokens(usage, request, content.toString());
    }
}
