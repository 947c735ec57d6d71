package dev.llmagents.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.TokenSink;
import dev.llmagents.llm.TokenUsage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/** The answer of a stream as it grows, and what to say if it does not come to its end. Use once, by one thread. */
final class StreamedText {
    private static final int LONGEST_ANSWER = 16 << 20;

    private final String providerName;
    private final TokenSink sink;
    private final Supplier<Duration> elapsed;
    private final BooleanSupplier late;
    private final BooleanSupplier cancelled;
    private final Function<String, TokenUsage> tokens;
    private final StringBuilder content = new StringBuilder();
    private Optional<Duration> timeToFirstToken = Optional.empty();

    /**
     * @param elapsed time since the request was sent
     * @param late whether it was broken off because its time was over
     * @param cancelled whether the caller gave up, which shows as a stream that breaks off
     * @param tokens what a content so far stands for in tokens
     */
    StreamedText(
            String providerName,
            TokenSink sink,
            Supplier<Duration> elapsed,
            BooleanSupplier late,
            BooleanSupplier cancelled,
            Function<String, TokenUsage> tokens) {
        this.providerName = providerName;
        this.sink = sink;
        this.elapsed = elapsed;
        this.late = late;
        this.cancelled = cancelled;
        this.tokens = tokens;
    }

    /** Takes the next piece and hands it on. */
    void add(String piece) {
        if (piece.isEmpty()) {
            return;
        }
        if (timeToFirstToken.isEmpty()) {
            timeToFirstToken = Optional.of(elapsed.get());
        }
        content.append(piece);
        if (content.length() > LONGEST_ANSWER) {
            throw cut(ErrorType.CUT_STREAM, "'s stream does not end.", null);
        }
        Answer.hand(piece, sink, this::tokens);
    }

    String content() {
        return content.toString();
    }

    Optional<Duration> timeToFirstToken() {
        return timeToFirstToken;
    }

    TokenUsage tokens() {
        return tokens.apply(content());
    }

    /** For a stream that ended in an orderly way, but before the answer did. */
    LLMException endedEarly() {
        return cut(ErrorType.CUT_STREAM, "'s stream ended before the answer did.", null);
    }

    /** For an event that cannot be read; its own text is not passed on, since it quotes the answer. */
    LLMException broken() {
        return cut(ErrorType.CUT_STREAM, "'s stream holds a broken event.", null);
    }

    /** The server's own error in the middle of a stream: what came before it is billed. */
    LLMException error(LLMException told) {
        return told.type() == ErrorType.RATE_LIMITED
                ? new LLMException.RateLimited(told.getMessage(), told.retryAfter(), tokens())
                : new LLMException.Interrupted(told.type(), told.getMessage(), tokens(), told);
    }

    LLMException brokenOff(IOException failure) {
        if (failure instanceof JsonProcessingException) {
            return broken();
        }
        if (failure instanceof SocketTimeoutException) {
            return cut(ErrorType.TIMEOUT, "'s stream stalled.", failure);
        }
        if (late.getAsBoolean() || failure instanceof InterruptedIOException) {
            return cut(ErrorType.TIMEOUT, "'s stream was not over in time.", failure);
        }
        if (cancelled.getAsBoolean()) {
            return new LLMException.Interrupted(ErrorType.CANCELLED, "The call was cancelled.", tokens(), failure);
        }
        return cut(ErrorType.CUT_STREAM, "'s stream broke off.", failure);
    }

    private LLMException cut(ErrorType type, String what, Throwable cause) {
        return new LLMException.Interrupted(type, providerName + what, tokens(), cause);
    }
}
