package dev.llmagents.provider;

import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.TokenUsage;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;

/**
 * An HTTP call that ends when the thread that waits for it is interrupted. It runs on a thread of the client's, since a
 * thread that is blocked in a socket read does not notice an interrupt. Use once.
 */
final class InterruptibleCall<T> implements Callback {
    // A cancelled call ends as soon as its socket is closed; only a sink that blocks can take longer.
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Call call;
    private final Reader<T> reader;
    private final CompletableFuture<T> result = new CompletableFuture<>();

    /** Turns a response, or the lack of one, into what the caller waits for. */
    interface Reader<T> {
        T read(Response response) throws IOException;

        LLMException failed(IOException failure);
    }

    InterruptibleCall(Call call, Reader<T> reader) {
        this.call = call;
        this.reader = reader;
    }

    /** @throws LLMException of type cancelled if this thread is interrupted, and whatever the reader throws */
    T await() {
        if (Thread.currentThread().isInterrupted()) {
            throw cancelled(TokenUsage.NONE);
        }
        call.enqueue(this);
        try {
            return result.get();
        } catch (ExecutionException failure) {
            throw unwrapped(failure);
        } catch (InterruptedException cancelled) {
            call.cancel();
            try {
                return afterCancelling();
            } finally {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What was received up to the end: an answer that had just come is paid for, and so is a part of one. */
    private T afterCancelling() {
        try {
            return result.get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            throw cancelled(failure.getCause() instanceof LLMException known ? known.tokens() : TokenUsage.NONE);
        } catch (TimeoutException | InterruptedException unknown) {
            throw cancelled(TokenUsage.NONE);
        }
    }

    private static LLMException cancelled(TokenUsage tokens) {
        return new LLMException.Interrupted(ErrorType.CANCELLED, "The call was cancelled.", tokens, null);
    }

    private static RuntimeException unwrapped(ExecutionException failure) {
        if (failure.getCause() instanceof RuntimeException unchecked) {
            return unchecked;
        }
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(failure.getCause());
    }

    @Override
    public void onResponse(Call ended, Response response) {
        try (response) {
            result.complete(reader.read(response));
        } catch (IOException failure) {
            result.completeExceptionally(reader.failed(failure));
        } catch (RuntimeException | Error failure) {
            result.completeExceptionally(failure);
        }
    }

    @Override
    public void onFailure(Call ended, IOException failure) {
        result.completeExceptionally(reader.failed(failure));
    }
}
