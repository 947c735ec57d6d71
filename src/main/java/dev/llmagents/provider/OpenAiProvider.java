package dev.llmagents.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import dev.llmagents.json.SchemaMemory;
import dev.llmagents.llm.Deadline;
import dev.llmagents.llm.LLMProvider;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.llm.TokenSink;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Any server that speaks OpenAI's chat completions, plain or as a stream of server-sent events.
 *
 * <p>Wire format: OpenAI API reference, "Chat completions". Safe for use by several threads.
 */
public final class OpenAiProvider implements LLMProvider {
    public static final String ID = Providers.OPENAI;
    static final String NAME = "OpenAI";
    static final String URL_SETTING = "OPENAI_BASE_URL";

    private final OpenAiSettings settings;
    private final TimeSource time;
    private final ModelHttp http;
    private final ChatErrors errors;
    private final HttpUrl completionsUrl;
    private final SchemaMemory<String> schemas = new SchemaMemory<>(schema -> Json.write(StrictSchema.of(schema)));

    /** @param stall how long a stream may be silent before it counts as broken */
    public OpenAiProvider(OpenAiSettings settings, Duration stall, TimeSource time) {
        this.settings = settings;
        this.time = time;
        this.http = new ModelHttp(NAME, URL_SETTING, Optional.of(settings.baseUrl()), stall, time);
        this.errors = new ChatErrors(settings.apiKey());
        this.completionsUrl = HttpUrl.get(ModelHttp.withoutSlashes(settings.baseUrl()) + "/chat/completions");
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
                    ? new ChatStream(errors, request, model, sink, exchange)
                            .read(response.body().source())
                    : whole(response, request, model, sink);
            String requestId = Answer.name(response.header("x-request-id"), answer.id());
            return answer.toResponse(requestId, request, ID, exchange.elapsed(), time.now());
        });
    }

    private Request httpRequest(LLMRequest request, String model, boolean streamed) {
        byte[] body = ChatRequest.of(request, model, streamed, schemas::of);
        Request.Builder builder = new Request.Builder()
                .url(completionsUrl)
                .header("Accept", streamed ? "text/event-stream" : "application/json")
                .header("User-Agent", "llm-agents")
                .post(RequestBody.create(body, ModelHttp.JSON));
        settings.apiKey()
                .ifPresent(key -> builder.header("Authorization", "Bearer " + ModelHttp.usable(key, "OPENAI_API_KEY")));
        return builder.build();
    }

    /** An answer in one piece; also what a server sends that was asked for a stream and cannot. */
    private Answer whole(Response response, LLMRequest request, String model, TokenSink sink) throws IOException {
        JsonNode body = http.json(response);
        if (body.hasNonNull("error")) {
            throw errors.of(200, body.get("error"), Optional.empty(), model);
        }
        Answer answer = ChatAnswer.of(body, request, model);
        Answer.hand(answer.content(), sink, answer::tokens);
        return answer;
    }

    /** Ends the calls that are on their way. */
    @Override
    public void close() {
        http.close();
    }
}
