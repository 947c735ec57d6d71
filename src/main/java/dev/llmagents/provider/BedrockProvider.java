package dev.llmagents.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.llm.Deadline;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMProvider;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.llm.TokenSink;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Models on Amazon Bedrock by its Converse operations, over the same HTTP client as the other providers: the SDK's own
 * streaming client would bring a second one.
 *
 * <p>Wire format: Amazon Bedrock Runtime API reference, "Converse" and "ConverseStream". Safe for use by several threads.
 */
public final class BedrockProvider implements LLMProvider {
    public static final String ID = Providers.BEDROCK;
    static final String NAME = "Bedrock";
    static final String TOKEN_SETTING = "AWS_BEARER_TOKEN_BEDROCK";
    static final String KEY_SETTING = "the AWS credentials";
    static final String URL_SETTING = "AWS_ENDPOINT_URL_BEDROCK_RUNTIME";

    private static final String EVENT_STREAM = "application/vnd.amazon.eventstream";

    private final BedrockSettings settings;
    private final TimeSource time;
    private final ModelHttp http;
    private final BedrockErrors errors;
    private final Lazy<AwsAccess> access;
    private final Lazy<Optional<String>> region;

    /** @param stall how long a stream may be silent before it counts as broken */
    public BedrockProvider(BedrockSettings settings, Duration stall, TimeSource time) {
        this(
                settings,
                stall,
                time,
                () -> AwsAccess.of(settings, time.clock()),
                () -> AwsAccess.region(settings.profile()));
    }

    BedrockProvider(
            BedrockSettings settings,
            Duration stall,
            TimeSource time,
            Supplier<AwsAccess> access,
            Supplier<Optional<String>> region) {
        this.settings = settings;
        this.time = time;
        this.access = new Lazy<>(access);
        this.region = new Lazy<>(() -> settings.region().or(region));
        this.http = new ModelHttp(NAME, URL_SETTING, settings.endpoint(), stall, time);
        this.errors = new BedrockErrors(settings.bearerToken(), settings.keys().map(BedrockSettings.Keys::secret));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String host() {
        return endpointIfKnown().map(URI::getHost).orElse("");
    }

    private Optional<URI> endpointIfKnown() {
        return settings.endpoint().or(() -> region.get().flatMap(BedrockSettings::endpointIn));
    }

    @Override
    public LLMResponse complete(LLMRequest request, String model, TokenSink sink, Deadline deadline) {
        if (Thread.currentThread().isInterrupted()) {
            // Looking for credentials may take a while, and be no use any more.
            throw new LLMException.Failed(ErrorType.CANCELLED, "The call was cancelled.");
        }
        boolean streamed = sink != TokenSink.NONE;
        return http.ask(httpRequest(request, model, streamed), streamed, deadline, (response, exchange) -> {
            if (!response.isSuccessful()) {
                String type =
                        Optional.ofNullable(response.header("x-amzn-ErrorType")).orElse("");
                throw errors.of(response.code(), type, http.errorIn(response), http.retryAfter(response), model);
            }
            Answer answer = streamed && ModelHttp.isOf(EVENT_STREAM, response)
                    ? new BedrockStream(errors, request, model, sink, exchange)
                            .read(response.body().source())
                    : whole(response, request, model, sink);
            String requestId = Answer.name(response.header("x-amzn-RequestId"), "");
            return answer.toResponse(requestId, request, ID, exchange.elapsed(), time.now());
        });
    }

    private Request httpRequest(LLMRequest request, String model, boolean streamed) {
        String where = region.get().filter(BedrockSettings::isRegion).orElseThrow(BedrockProvider::noRegion);
        URI endpoint = endpointIfKnown().orElseThrow(BedrockProvider::noRegion);
        // The id may be an ARN, whose slashes and colons must not be taken for those of the path.
        String id = URLEncoder.encode(model, StandardCharsets.UTF_8).replace("+", "%20");
        String url =
                ModelHttp.withoutSlashes(endpoint) + "/model/" + id + (streamed ? "/converse-stream" : "/converse");
        byte[] body = BedrockRequest.of(request, model);
        Request.Builder builder = new Request.Builder()
                .url(HttpUrl.get(url))
                .header("Accept", streamed ? EVENT_STREAM : "application/json")
                .header("User-Agent", "llm-agents")
                .post(RequestBody.create(body, ModelHttp.JSON));
        if (settings.bearerToken().isPresent()) {
            String token = ModelHttp.usable(settings.bearerToken().get(), TOKEN_SETTING);
            return builder.header("Authorization", "Bearer " + token).build();
        }
        access.get()
                .sign(URI.create(url), Map.of("Content-Type", ModelHttp.JSON.toString()), body, where)
                .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.build();
    }

    private static LLMException noRegion() {
        return new LLMException.Failed(
                ErrorType.AUTH, "No AWS region is known for Bedrock: set AWS_REGION, for instance to eu-north-1.");
    }

    /** An answer in one piece; also what a server sends that was asked for a stream and cannot. */
    private Answer whole(Response response, LLMRequest request, String model, TokenSink sink) throws IOException {
        JsonNode body = http.json(response);
        if (body.hasNonNull("__type")) {
            throw errors.of(200, "", body, Optional.empty(), model);
        }
        Answer answer = BedrockAnswer.of(body, request, model).orElseThrow(() -> http.noAnswer("no answer of a model"));
        Answer.hand(answer.content(), sink, answer::tokens);
        return answer;
    }

    /** Ends the calls that are on their way. */
    @Override
    public void close() {
        http.close();
    }

    /** A value that is made when it is first asked for, once. */
    private static final class Lazy<T> {
        private final Supplier<T> maker;
        private volatile T value;

        Lazy(Supplier<T> maker) {
            this.maker = maker;
        }

        T get() {
            T made = value;
            if (made == null) {
                synchronized (this) {
                    made = value;
                    if (made == null) {
                        made = maker.get();
                        value = made;
                    }
                }
            }
            return made;
        }
    }
}
