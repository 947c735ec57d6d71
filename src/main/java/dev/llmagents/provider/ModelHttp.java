package dev.llmagents.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import dev.llmagents.llm.Deadline;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.llm.TokenSink;
import dev.llmagents.llm.TokenUsage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/**
 * The HTTP of one provider: calls that end with their deadline or their thread, bodies of bounded size, and failures of
 * the transport told in the provider's name. Safe for use by several threads.
 */
final class ModelHttp implements AutoCloseable {
    static final MediaType JSON = MediaType.get("application/json");

    private static final long LARGEST_BODY = 16L << 20;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    // As many as a run may have at once: one that is closed for want of room has to be made again for the next call.
    private static final int IDLE_CONNECTIONS = 1_000;

    private final String providerName;
    private final String urlSetting;
    private final String host;
    private final TimeSource time;
    private final OkHttpClient client;
    private final OkHttpClient streamClient;
    private final CallWatch watch = new CallWatch();
    private volatile boolean closed;

    /**
     * @param providerName for messages, for instance {@code OpenAI}
     * @param urlSetting the setting that holds the address
     * @param base where all calls go, if that is known yet
     * @param stall how long a stream may be silent before it counts as broken
     */
    ModelHttp(String providerName, String urlSetting, Optional<URI> base, Duration stall, TimeSource time) {
        this.providerName = providerName;
        this.urlSetting = urlSetting;
        this.host = base.map(URI::getHost).orElse("its endpoint");
        this.time = time;
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .connectTimeout(CONNECT_TIMEOUT)
                // The call's deadline holds for all of it; a model may think that long before it sends the first byte.
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                // A redirect would carry the prompt to a place nobody configured.
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .eventListener(Sending.LISTENER)
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES));
        if (base.map(URI::getScheme).filter("http"::equalsIgnoreCase).isPresent()) {
            // Nothing is encrypted, and to read the certificates of the JDK takes longer than many an answer does.
            builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
        }
        this.client = builder.build();
        this.streamClient = client.newBuilder().readTimeout(stall).build();
    }

    static String withoutSlashes(URI base) {
        String url = base.toString();
        int end = url.length();
        while (end > 0 && url.charAt(end - 1) == '/') {
            end--;
        }
        return url.substring(0, end);
    }

    /**
     * A key as it may stand in a header.
     *
     * @throws LLMException if it holds a line break or a letter beyond ASCII; the client's own message would quote it
     */
    static String usable(String key, String setting) {
        if (key.isEmpty() || !key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new LLMException.Failed(
                    ErrorType.AUTH, setting + " holds a character that no key has: copy the key once more.");
        }
        return key;
    }

    /** Reads the response to one call. */
    @FunctionalInterface
    interface Reader {
        LLMResponse read(Response response, Exchange exchange) throws IOException;
    }

    /**
     * Sends {@code request} once, and waits for the response and reads it on this thread.
     *
     * @throws LLMException of type cancelled if this thread is interrupted, with what was received until then, since that is
     *     paid for; and whatever the reader throws
     */
    LLMResponse ask(Request request, boolean streamed, Deadline deadline, Reader reader) {
        if (Thread.currentThread().isInterrupted()) {
            throw cancelled(TokenUsage.NONE);
        }
        Call call = (streamed ? streamClient : client)
                .newCall(request.newBuilder().tag(Sending.class, new Sending()).build());
        try (CallWatch.Watched watched = watch.over(deadline.remaining(), call::cancel)) {
            // Looked at when the call can be found: whoever closes from now on cancels it.
            if (closed) {
                throw new LLMException.Unanswered(ErrorType.CANCELLED, "The call was cancelled.", false, null);
            }
            return answer(new Exchange(call, watched), reader);
        } catch (LLMException failure) {
            throw Thread.currentThread().isInterrupted() ? cancelled(failure.tokens()) : failure;
        }
    }

    private LLMResponse answer(Exchange exchange, Reader reader) {
        try (Response response = exchange.call.execute()) {
            return reader.read(response, exchange);
        } catch (IOException failure) {
            throw transportFailure(exchange, failure);
        }
    }

    private static LLMException cancelled(TokenUsage tokens) {
        return new LLMException.Interrupted(ErrorType.CANCELLED, "The call was cancelled.", tokens, null);
    }

    /** One call that is on its way. */
    final class Exchange {
        private final Call call;
        private final CallWatch.Watched watched;
        private final long start = time.nanos().getAsLong();

        private Exchange(Call call, CallWatch.Watched watched) {
            this.call = call;
            this.watched = watched;
        }

        Duration elapsed() {
            return time.since(start);
        }

        /** @param tokens what a content so far stands for in tokens */
        StreamedText text(TokenSink sink, Function<String, TokenUsage> tokens) {
            return new StreamedText(providerName, sink, this::elapsed, watched::isLate, call::isCanceled, tokens);
        }
    }

    static boolean isOf(String mediaType, Response response) {
        return Optional.ofNullable(response.header("Content-Type")).orElse("").startsWith(mediaType);
    }

    /** The pause the server asks for. */
    Optional<Duration> retryAfter(Response response) {
        Optional<Instant> date =
                Optional.ofNullable(response.headers().getDate("Retry-After")).map(Date::toInstant);
        return RetryAfter.of(
                Optional.ofNullable(response.header("retry-after-ms")),
                Optional.ofNullable(response.header("Retry-After")),
                date,
                time.now());
    }

    /** The error a body tells of; an empty object where it cannot be read and the status has to do. */
    JsonNode errorIn(Response response) {
        try {
            JsonNode body = Json.parse(text(response.body().source()));
            JsonNode first = body.isArray() ? body.path(0) : body;
            // Most servers send an object, some only a string, and some put the fields at the top.
            return first.path("error").isObject() ? first.path("error") : first;
        } catch (IOException | LLMException unreadable) {
            // An HTML page of a gateway, a body that breaks off, one without end.
            return Json.object();
        }
    }

    /** The body of a success. */
    JsonNode json(Response response) throws IOException {
        try {
            return Json.parse(text(response.body().source()));
        } catch (JsonProcessingException notJson) {
            throw noAnswer("no JSON");
        }
    }

    /** @param what for instance {@code no JSON} */
    LLMException noAnswer(String what) {
        return new LLMException.Unanswered(
                ErrorType.OUTAGE,
                providerName + " answered with something that is " + what + ": check " + urlSetting + ".",
                true,
                null);
    }

    /** Reads a body up to a size no honest answer has. */
    private String text(BufferedSource source) throws IOException {
        Buffer buffer = new Buffer();
        while (buffer.size() <= LARGEST_BODY && source.read(buffer, 8192) != -1) {
            // Reads on.
        }
        if (buffer.size() > LARGEST_BODY) {
            throw new LLMException.Unanswered(
                    ErrorType.OUTAGE,
                    providerName + " sent more than " + (LARGEST_BODY >> 20) + " MiB: check " + urlSetting + ".",
                    true,
                    null);
        }
        return buffer.readUtf8();
    }

    private LLMException transportFailure(Exchange exchange, IOException failure) {
        Call call = exchange.call;
        boolean sent = Optional.ofNullable(call.request().tag(Sending.class))
                .map(Sending::hasBegun)
                .orElse(true);
        if ((exchange.watched.isLate() || failure instanceof InterruptedIOException) && !closed) {
            return new LLMException.Unanswered(
                    ErrorType.TIMEOUT, providerName + " did not answer in time.", sent, failure);
        }
        if (closed || call.isCanceled()) {
            return new LLMException.Unanswered(ErrorType.CANCELLED, "The call was cancelled.", sent, failure);
        }
        return new LLMException.Unanswered(
                ErrorType.OUTAGE,
                providerName + " could not be reached at " + host + " ("
                        + failure.getClass().getSimpleName() + "): check the network and " + urlSetting + ".",
                sent,
                failure);
    }

    /** Ends the calls that are on their way. */
    @Override
    public void close() {
        closed = true;
        watch.cancelAll();
        client.connectionPool().evictAll();
    }
}
