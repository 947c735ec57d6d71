package dev.llmagents.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.llm.Deadline;
import dev.llmagents.llm.LLMProvider;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.llm.TokenSink;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Google's Gemini models, plain or as a stream of server-sent events.
 *
 * <p>Wire format: Gemini API reference, "Generating content", version {@code v1beta}. Safe for use by several threads.
 */
public final class GeminiProvider implements LLMProvider {
    public static final String ID = Providers.GEMINI;
    static final String NAME = "Gemini";
    static final String KEY_SETTING = "GOOGLE_API_KEY";
    static final String URL_SETTING = "GEMINI_BASE_URL";

    private final GeminiSettings settings;
    private final TimeSource time;
    private final ModelHttp http;
    private final GeminiErrors errors;
    private final String modelsUrl;

    /** @param stall how long a stream may be silent before it counts as broken */
    public GeminiProvider(GeminiSettings settings, Duration stall, TimeSource time) {
        this.settings = settings;
        this.time = time;
        this.http = new ModelHttp(NAME, URL_SETTING, Optional.of(settings.baseUrl()), stall, time);
        this.errors = new GeminiErrors(settings.apiKey(), time);
        this.modelsUrl = ModelHttp.withoutSlashes(settings.baseUrl()) + "/v1beta/models/";
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
        return http.ask(httpRequest(request, model, streamed), streamed, deadline, (response, exchange) -> {
            if (!response.isSuccessful()) {
                throw errors.of(response.code(), http.errorIn(response), http.retryAfter(response), model);
            }
            Answer answer = streamed && ModelHttp.isOf("text/event-stream", response)
                    ? new GeminiStream(errors, request, model, sink, exchange)
                            .read(response.body().source())
                    : whole(response, request, model, sink);
            return answer.toResponse(answer.id(), request, ID, exchange.elapsed(), time.now());
        });
    }

    private Request httpRequest(LLMRequest request, String model, boolean streamed) {
        String name = URLEncoder.encode(model, StandardCharsets.UTF_8).replace("+", "%20");
        return new Request.Builder()
                .url(modelsUrl + name + (streamed ? ":streamGenerateContent?alt=sse" : ":generateContent"))
                .header("Accept", streamed ? "text/event-stream" : "application/json")
                .header("User-Agent", "llm-agents")
                .header("x-goog-api-key", ModelHttp.usable(settings.apiKey(), KEY_SETTING))
                .post(RequestBody.create(GeminiRequest.of(request, model), ModelHttp.JSON))
                .build();
    }

    /** An answer in one piece; also what a server sends that was asked for a stream and cannot. */
    private Answer whole(Response response, LLMRequest request, String model, TokenSink sink) throws IOException {
        JsonNode body = http.json(response);
        JsonNode first = body.isArray() ? body.path(0) : body;
        if (first.hasNonNull("error")) {
            throw errors.of(200, first.get("error"), Optional.empty(), model);
        }
        GeminiAnswer answer = new GeminiAnswer(request, model);
        if (body.isArray()) {
            // What the streaming address sends where events are not understood: the same objects as a list.
            body.forEach(answer::take);
        } else {
            answer.take(body);
        }
        if (!answer.isOne()) {
            throw http.noAnswer("no answer of a model");
        }
        Answer whole = answer.finished(Optional.empty());
        Answer.hand(whole.content(), sink, whole::tokens);
        return whole;
    }

    /** Ends the calls that are on their way. */
    @Override
    public void close() {
        http.close();
    }
}
