package dev.llmagents.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.llm.AnswerFormat;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMProvider;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.llm.TokenSink;
import dev.llmagents.llm.TokenUsage;
import dev.llmagents.testing.Requests;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiProviderTest extends ProviderContract {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Override
    LLMProvider provider(URI server, Optional<String> key, Duration stall, TimeSource time) {
        return Providers.openAi(new OpenAiSettings(server, key), stall, time);
    }

    private static ObjectNode completion(String content, String finishReason, Optional<TokenUsage> usage) {
        ObjectNode body = Json.object();
        body.put("id", "chatcmpl-1").put("model", "gpt-4o-mini-2024-07-18");
        ObjectNode choice = body.putArray("choices").addObject();
        choice.put("finish_reason", finishReason);
        choice.putObject("message").put("role", "assistant").put("content", content);
        usage.ifPresent(counted -> body.set("usage", usage(counted)));
        return body;
    }

    private static ObjectNode usage(TokenUsage tokens) {
        ObjectNode count = Json.object();
        count.put("prompt_tokens", tokens.prompt()).put("completion_tokens", tokens.completion());
        count.putObject("prompt_tokens_details").put("cached_tokens", tokens.cachedPrompt());
        count.putObject("completion_tokens_details").put("reasoning_tokens", tokens.reasoning());
        return count;
    }

    @Override
    MockResponse answer(String content, Optional<TokenUsage> usage) {
        return respond(200, Json.write(completion(content, "stop", usage))).build();
    }

    @Override
    MockResponse cutAtLimit(String content) {
        return respond(200, Json.write(completion(content, "length", Optional.of(usage))))
                .build();
    }

    @Override
    MockResponse refusal() {
        ObjectNode body = completion("", "stop", Optional.of(usage));
        ((ObjectNode) body.path("choices").path(0).path("message"))
                .putNull("content")
                .put("refusal", "I will not.");
        return respond(200, Json.write(body)).build();
    }

    @Override
    String urlSetting() {
        return "OPENAI_BASE_URL";
    }

    @Override
    String name() {
        return "OpenAI";
    }

    @Override
    String streamType() {
        return "text/event-stream; charset=utf-8";
    }

    @Override
    ByteString endlessEvent() {
        return utf8("data: " + "x".repeat(3 << 20));
    }

    @Override
    ByteString streamed(List<String> pieces) {
        StringBuilder events = new StringBuilder(": welcome\n\n");
        for (String piece : pieces) {
            ObjectNode event = Json.object().put("id", "chatcmpl-1").put("model", "gpt-4o-mini-2024-07-18");
            ObjectNode choice = event.putArray("choices").addObject();
            choice.putObject("delta").put("content", piece);
            choice.putNull("finish_reason");
            event.putNull("usage");
            events.append("event: message\ndata: ").append(Json.write(event)).append("\r\n\r\n");
        }
        return utf8(events.toString());
    }

    @Override
    ByteString endOfStream(Optional<TokenUsage> usage) {
        String end = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
        String counted = usage.map(tokens -> "data: {\"choices\":[],\"usage\":" + Json.write(usage(tokens)) + "}\n\n")
                .orElse("");
        return utf8(end + counted + "data: [DONE]\n\n");
    }

    @Override
    ByteString streamedError() {
        return utf8("data: {\"error\":{\"type\":\"server_error\",\"message\":\"harbour\"}}\n\n");
    }

    @Override
    ByteString brokenEvent() {
        return utf8("data: {\"choices\":[{\"delta\":{\"cont\n\n");
    }

    @Override
    String error(String code, String message) {
        ObjectNode body = Json.object();
        body.putObject("error").put("message", message).put("code", code).put("type", "some_error");
        return Json.write(body);
    }

    @Override
    List<Meaning> meanings() {
        return List.of(
                new Meaning(429, "insufficient_quota", ErrorType.QUOTA_EXHAUSTED),
                new Meaning(429, "billing_hard_limit_reached", ErrorType.QUOTA_EXHAUSTED),
                new Meaning(429, "rate_limit_exceeded", ErrorType.RATE_LIMITED),
                new Meaning(400, "context_length_exceeded", ErrorType.CONTEXT_OVERFLOW),
                new Meaning(400, "content_filter", ErrorType.REFUSED),
                new Meaning(400, "content_policy_violation", ErrorType.REFUSED),
                new Meaning(400, "invalid_billing_address", ErrorType.BAD_REQUEST),
                new Meaning(401, "invalid_api_key", ErrorType.AUTH),
                new Meaning(404, "model_not_found", ErrorType.BAD_REQUEST),
                new Meaning(200, "rate_limit_exceeded", ErrorType.RATE_LIMITED),
                new Meaning(200, "429", ErrorType.RATE_LIMITED),
                new Meaning(200, "invalid_api_key", ErrorType.AUTH),
                new Meaning(200, "model_not_found", ErrorType.BAD_REQUEST),
                new Meaning(200, "insufficient_quota", ErrorType.QUOTA_EXHAUSTED),
                new Meaning(200, "what_is_this", ErrorType.OUTAGE));
    }

    @Test
    void a_prompt_that_is_too_long_is_told_from_a_limit_on_tokens_by_the_status() {
        String words = "This model's maximum context length is 4096 tokens.";
        server.enqueue(respond(400, error("x", words)).build());
        assertEquals(ErrorType.CONTEXT_OVERFLOW, failure().type());
        server.enqueue(respond(429, error("x", words)).build());
        assertEquals(ErrorType.RATE_LIMITED, failure().type());
    }

    @Test
    void the_model_that_answered_and_the_id_come_from_the_server() {
        server.enqueue(answer("Yes.", Optional.of(usage)));
        LLMResponse fromBody = ask();
        assertEquals("gpt-4o-mini-2024-07-18", fromBody.model());
        assertEquals("chatcmpl-1", fromBody.requestId());
        server.enqueue(answer("Yes.", Optional.of(usage))
                .newBuilder()
                .setHeader("x-request-id", "req_1")
                .build());
        assertEquals("req_1", ask().requestId());
    }

    @Test
    void a_model_name_with_control_characters_is_replaced_by_the_one_asked_for() {
        ObjectNode body = completion("Yes.", "stop", Optional.of(usage)).put("model", "\u001b[31mevil");
        server.enqueue(respond(200, Json.write(body)).build());
        assertEquals("gpt-4o-mini", ask().model());
    }

    @Test
    void counts_that_make_no_sense_do_no_harm() {
        for (String count : List.of("-5", "1e300", "\"many\"", "null", "[]", "99999999999999999999")) {
            String body = "{\"choices\":[{\"message\":{\"content\":\"Yes.\"}}],\"usage\":{\"prompt_tokens\":" + count
                    + ",\"completion_tokens\":" + count + "}}";
            server.enqueue(respond(200, body).build());
            TokenUsage tokens = ask().tokens();
            assertTrue(tokens.prompt() >= 0 && tokens.prompt() <= Integer.MAX_VALUE, tokens.toString());
        }
    }

    @Test
    void an_empty_field_for_a_refusal_is_none() {
        ObjectNode body = completion("Yes.", "stop", Optional.of(usage));
        ((ObjectNode) body.path("choices").path(0).path("message")).put("refusal", "");
        server.enqueue(respond(200, Json.write(body)).build());
        assertEquals("Yes.", ask().content());
    }

    @Test
    void a_body_nested_beyond_reason_is_no_answer() {
        server.enqueue(respond(200, "[".repeat(100_000)).build());
        assertEquals(ErrorType.OUTAGE, failure().type());
    }

    @Test
    void a_refusal_in_a_stream_is_one() {
        server.enqueue(events(
                        utf8("data: {\"choices\":[{\"delta\":{\"refusal\":\"I will not.\"}}]}\n\n"),
                        endOfStream(Optional.of(usage)))
                .build());
        assertEquals(ErrorType.REFUSED, streamFailure(new ArrayList<>()).type());
    }

    @Test
    void a_stream_may_end_without_its_last_line_break() {
        server.enqueue(events(
                        streamed(List.of("Yes.")),
                        utf8("data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}"))
                .build());
        assertEquals("Yes.", stream(new ArrayList<>()).content());
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4o-mini, max_tokens, true",
        "gpt-5-mini, max_completion_tokens, false",
        "o3, max_completion_tokens, false"
    })
    void names_the_limit_as_the_model_wants_it(String model, String limit, boolean temperature) throws Exception {
        JsonNode sent = sent(Requests.request(), model, TokenSink.NONE);
        assertEquals(500, sent.path(limit).asInt());
        assertEquals(temperature, sent.has("temperature"));
        assertFalse(sent.has("stream"));
    }

    @Test
    void asks_for_the_count_of_tokens_at_the_end_of_a_stream() throws Exception {
        JsonNode sent = sent(Requests.request(), "m", piece -> {});
        assertTrue(sent.path("stream").asBoolean());
        assertTrue(sent.path("stream_options").path("include_usage").asBoolean());
    }

    @Test
    void sends_the_schema_without_the_keywords_a_strict_server_rejects() throws Exception {
        JsonNode schema = Requests.json("{\"type\":\"object\",\"required\":[\"default\"],\"properties\":{\"default\":"
                + "{\"type\":\"string\",\"maxLength\":5,\"minLength\":1,\"enum\":[\"a\"]},\"list\":{\"type\":\"array\","
                + "\"maxItems\":3,\"uniqueItems\":true,\"items\":{\"type\":[\"string\",\"null\"],\"maxLength\":9}}}}");
        Requests request = Requests.request().withParameters(0, 5, new AnswerFormat("minutes", Optional.of(schema)));
        JsonNode format = sent(request, "m", TokenSink.NONE).path("response_format");
        assertEquals("json_schema", format.path("type").asText());
        assertEquals("minutes", format.path("json_schema").path("name").asText());
        assertTrue(format.path("json_schema").path("strict").asBoolean());
        assertEquals(
                Requests.json("{\"type\":\"object\",\"required\":[\"default\"],\"properties\":{\"default\":"
                        + "{\"type\":\"string\",\"enum\":[\"a\"]},\"list\":{\"type\":\"array\",\"maxItems\":3,"
                        + "\"items\":{\"type\":[\"string\",\"null\"]}}}}"),
                format.path("json_schema").path("schema"));
    }

    private JsonNode sent(Requests request, String model, TokenSink sink) throws Exception {
        server.enqueue(answer("Yes.", Optional.of(usage)));
        try (LLMProvider provider = provider(server.url("/v1").uri(), Optional.empty(), TIMEOUT, TimeSource.system())) {
            provider.complete(request.build(), model, sink, TimeSource.system().deadlineIn(TIMEOUT));
        }
        RecordedRequest sent = server.takeRequest();
        assertEquals("/v1/chat/completions", sent.getTarget());
        return Requests.json(sent.getBody().utf8());
    }

    @Test
    void a_server_that_wants_no_key_gets_none() throws Exception {
        server.enqueue(answer("Yes.", Optional.of(usage)));
        try (LLMProvider open = provider(server.url("/v1").uri(), Optional.empty(), TIMEOUT, TimeSource.system())) {
            open.complete(
                    Requests.request().build(),
                    "m",
                    TokenSink.NONE,
                    TimeSource.system().deadlineIn(TIMEOUT));
        }
        assertEquals(List.of(), server.takeRequest().getHeaders().values("Authorization"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/v1/", "/v1///"})
    void slashes_at_the_end_of_the_address_make_no_difference(String path) throws Exception {
        server.enqueue(answer("Yes.", Optional.of(usage)));
        try (LLMProvider provider = provider(server.url(path).uri(), Optional.empty(), TIMEOUT, TimeSource.system())) {
            provider.complete(
                    Requests.request().build(),
                    "m",
                    TokenSink.NONE,
                    TimeSource.system().deadlineIn(TIMEOUT));
        }
        assertEquals("/v1/chat/completions", server.takeRequest().getTarget());
    }

    @Test
    void the_settings_do_not_show_the_key() {
        String shown = new OpenAiSettings(OpenAiSettings.OPENAI, Optional.of(KEY)).toString();
        assertFalse(shown.contains(KEY));
        assertTrue(shown.contains("set"));
    }

    @Test
    void a_failure_survives_being_written_and_read() throws Exception {
        LLMException limited = new LLMException.RateLimited("Slow down.", Optional.of(Duration.ofSeconds(5)));
        LLMException cut = new LLMException.Interrupted(ErrorType.CUT_STREAM, "Cut.", usage, null);
        assertEquals(Optional.of(Duration.ofSeconds(5)), Copies.of(limited).retryAfter());
        assertEquals(usage, Copies.of(cut).tokens());
    }
}
