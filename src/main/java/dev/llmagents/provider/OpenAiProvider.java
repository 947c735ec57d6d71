package dev.llmagents.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import dev.llmagents.llm.Deadline;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMProvider;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.llm.TokenSink;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/**
 * Any server that speaks OpenAI's chat completions, plain or as a stream of server-sent events.
 *
 * <p>Wire format: OpenAI API reference, "Chat completions". Safe for use by several threads.
 */
public final class OpenAiProvider implements LLMProvider {
    public static final String ID = "openai";

    private static final MediaType JSON = MediaType.get("application/json");
    private static final long LARGEST_BODY = 16L << 20;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration IDLE_THREAD = Duration.ofSeconds(10);
    private static final int IDLE_CONNECTIONS = 64;

    private final OpenAiSettings settings;
    private final TimeSource time;
    private final OkHttpClient client;
    private final OkHttpClient streamClient;
    private final HttpErrors errors;
    private final String completionsUrl;
    private volatile boolean closed;

    /** @param stall how long a stream may be silent before it counts as broken */
    public OpenAiProvider(OpenAiSettings settings, Duration stall, TimeSource time) {
        this.settings = settings;
        this.time = time;
        this.errors = new HttpErrors("OpenAI", "OPENAI_API_KEY", "OPENAI_BASE_URL", settings.apiKey());
        this.completionsUrl = withoutSlashes(settings.baseUrl().toString()) + "/chat/completions";
        this.client = new OkHttpClient.Builder()
                .dispatcher(unboundedDispatcher())
                .connectTimeout(CONNECT_TIMEOUT)
                // A model may think for as long as the call's deadline allows before it sends the first byte.
                .readTimeout(Duration.ZERO)
                // A redirect would carry the prompt to a place nobody configured.
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES))
                .build();
        this.streamClient = client.newBuilder().readTimeout(stall).build();
    }

    /** How many calls are made at once is decided where they are made. */
    private static Dispatcher unboundedDispatcher() {
        ThreadFactory daemons = task -> {
            Thread thread = new Thread(task, "llm-agents-http");
            thread.setDaemon(true);
            return thread;
        };
        Dispatcher dispatcher = new Dispatcher(new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_THREAD.toSeconds(), TimeUnit.SECONDS, new SynchronousQueue<>(), daemons));
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        return dispatcher;
    }

    private static String withoutSlashes(String url) {
        int end = url.length();
        while (end > 0 && url.charAt(end - 1) == '/') {
            end--;
        }
        return url.substring(0, end);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String host() {
        return settings.baseUrl().getHost();
    }

    @Override
    public LLMResponse complete(LLMRequest request, String model, TokenSink sink, Deadline deadline) {
        boolean streamed = sink != TokenSink.NONE;
        Call call = (streamed ? streamClient : client).newCall(httpRequest(request, model, streamed));
        // Zero would mean "no limit" to OkHttp.
        call.timeout().timeout(Math.max(1, TimeUnit.MILLISECONDS.convert(deadline.remaining())), TimeUnit.MILLISECONDS);
        return new InterruptibleCall<>(call, new Reading(call, request, model, sink)).await();
    }

    /** Reads the response to one call. */
    private final class Reading implements InterruptibleCall.Reader<LLMResponse> {
        private final Call call;
        private final LLMRequest request;
        private final String model;
        private final TokenSink sink;
        private final long start = time.nanos().getAsLong();

        private Reading(Call call, LLMRequest request, String model, TokenSink sink) {
            this.call = call;
            this.request = request;
            this.model = model;
            this.sink = sink;
        }

        @Override
        public LLMResponse read(Response response) throws IOException {
            if (!response.isSuccessful()) {
                throw error(response, model);
            }
            ChatAnswer answer = sink != TokenSink.NONE && isEventStream(response)
                    ? new ChatStream(errors, request, model, sink, () -> time.since(start), call::isCanceled)
                            .read(response.body().source())
                    : whole(response, request, model, sink);
            String requestId = ChatAnswer.name(response.header("x-request-id"), answer.id());
            return answer.toResponse(requestId, request, ID, time.since(start), time.now());
        }

        @Override
        public LLMException failed(IOException failure) {
            return transportFailure(call, failure);
        }
    }

    private Request httpRequest(LLMRequest request, String model, boolean streamed) {
        byte[] body = ChatRequest.of(request, model, streamed);
        Request.Builder builder = new Request.Builder()
                .url(completionsUrl)
                .header("Accept", streamed ? "text/event-stream" : "application/json")
                .header("User-Agent", "llm-agents")
                .post(RequestBody.create(body, JSON));
        settings.apiKey().ifPresent(key -> builder.header("Authorization", "Bearer " + usable(key)));
        return builder.build();
    }

    /** A key with a line break or a letter beyond ASCII cannot stand in a header; the client's own message would quote it. */
    private static String usable(String key) {
        if (key.isEmpty() || !key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new LLMException.Failed(
                    ErrorType.AUTH, "OPENAI_API_KEY holds a character that no key has: copy the key once more.");
        }
        return key;
    }

    private static boolean isEventStream(Response response) {
        return Optional.ofNullable(response.header("Content-Type")).orElse("").startsWith("text/event-stream");
    }

    /** An answer in one piece; also what a server sends that was asked for a stream and cannot. */
    private ChatAnswer whole(Response response, LLMRequest request, String model, TokenSink sink) throws IOException {
        JsonNode body = json(text(response.body().source()));
        if (body.hasNonNull("error")) {
            throw errors.of(200, body.get("error"), Optional.empty(), model);
        }
        ChatAnswer answer = ChatAnswer.of(body, request, model);
        ChatAnswer.hand(answer.content(), sink, answer::tokens);
        return answer;
    }

    private LLMException error(Response response, String model) {
        Instant now = time.now();
        Optional<Instant> date =
                Optional.ofNullable(response.headers().getDate("Retry-After")).map(Date::toInstant);
        Optional<Duration> retryAfter = RetryAfter.of(
                Optional.ofNullable(response.header("retry-after-ms")),
                Optional.ofNullable(response.header("Retry-After")),
                date,
                now);
        return errors.of(response.code(), errorIn(response), retryAfter, model);
    }

    /** The error a body tells of; where it cannot be read the status has to do. */
    private static JsonNode errorIn(Response response) {
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

    private static JsonNode json(String text) {
        try {
            return Json.parse(text);
        } catch (JsonProcessingException notJson) {
            throw new LLMException.Failed(
                    ErrorType.OUTAGE, "OpenAI answered with something that is no JSON: check OPENAI_BASE_URL.");
        }
    }

    /** Reads a body up to a size no honest answer has. */
    private static String text(BufferedSource source) throws IOException {
        Buffer buffer = new Buffer();
        while (buffer.size() <= LARGEST_BODY && source.read(buffer, 8192) != -1) {
            // Reads on.
        }
        if (buffer.size() > LARGEST_BODY) {
            throw new LLMException.Failed(
                    ErrorType.OUTAGE, "OpenAI sent more than " + (LARGEST_BODY >> 20) + " MiB: check OPENAI_BASE_URL.");
        }
        return buffer.readUtf8();
    }

    private LLMException transportFailure(Call call, IOException failure) {
        if (failure instanceof InterruptedIOException && !closed) {
            return new LLMException.Failed(ErrorType.TIMEOUT, "OpenAI did not answer in time.", failure);
        }
        if (closed || call.isCanceled()) {
            return new LLMException.Failed(ErrorType.CANCELLED, "The call was cancelled.", failure);
        }
        return new LLMException.Failed(
                ErrorType.OUTAGE,
                "OpenAI could not be reached at " + host() + " ("
                        + failure.getClass().getSimpleName() + "): check the network and OPENAI_BASE_URL.",
                failure);
    }

    /** Ends the calls that are on their way. */
    @Override
    public void close() {
        closed = true;
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
