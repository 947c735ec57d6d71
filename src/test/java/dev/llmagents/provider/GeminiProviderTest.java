package dev.llmagents.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.llm.AnswerFormat;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.FinishReason;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMProvider;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.Message;
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

class GeminiProviderTest extends ProviderContract {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Override
    LLMProvider provider(URI server, Optional<String> key, Duration stall, TimeSource time) {
        return Providers.gemini(new GeminiSettings(server, key.orElse("")), stall, time);
    }

    @Override
    String urlSetting() {
        return "GEMINI_BASE_URL";
    }

    @Override
    String name() {
        return "Gemini";
    }

    @Override
    String streamType() {
        return "text/event-stream";
    }

    @Override
    ByteString endlessEvent() {
        return utf8("data: " + "x".repeat(3 << 20));
    }

    private static ObjectNode object(String text, String finishReason, Optional<TokenUsage> usage) {
        ObjectNode body = Json.object().put("responseId", "resp-1").put("modelVersion", "gemini-2.5-flash");
        ObjectNode candidate = body.putArray("candidates").addObject();
        ObjectNode content = candidate.putObject("content").put("role", "model");
        if (!text.isEmpty()) {
            var parts = content.putArray("parts");
            parts.addObject().put("text", "Let me think of the harbour.").put("thought", true);
            parts.addObject().put("text", text);
        }
        if (!finishReason.isEmpty()) {
            candidate.put("finishReason", finishReason);
        }
        usage.ifPresent(counted -> body.set("usageMetadata", usageMetadata(counted)));
        return body;
    }

    private static ObjectNode usageMetadata(TokenUsage tokens) {
        return Json.object()
                .put("promptTokenCount", tokens.prompt())
                .put("cachedContentTokenCount", tokens.cachedPrompt())
                .put("candidatesTokenCount", tokens.completion() - tokens.reasoning())
                .put("thoughtsTokenCount", tokens.reasoning())
                .put("totalTokenCount", tokens.prompt() + tokens.completion());
    }

    @Override
    MockResponse answer(String content, Optional<TokenUsage> usage) {
        return respond(200, Json.write(object(content, "STOP", usage))).build();
    }

    @Override
    MockResponse cutAtLimit(String content) {
        return respond(200, Json.write(object(content, "MAX_TOKENS", Optional.of(usage))))
                .build();
    }

    @Override
    MockResponse refusal() {
        ObjectNode body = Json.object();
        body.putObject("promptFeedback").put("blockReason", "PROHIBITED_CONTENT");
        body.putObject("usageMetadata").put("promptTokenCount", 120);
        return respond(200, Json.write(body)).build();
    }

    @Override
    ByteString streamed(List<String> pieces) {
        StringBuilder events = new StringBuilder();
        for (String piece : pieces) {
            events.append("data: ")
                    .append(Json.write(object(piece, "", Optional.empty())))
                    .append("\r\n\r\n");
        }
        return utf8(events.toString());
    }

    @Override
    ByteString endOfStream(Optional<TokenUsage> usage) {
        return utf8("data: " + Json.write(object("", "STOP", usage)) + "\r\n\r\n");
    }

    @Override
    ByteString streamedError() {
        return utf8("data: {\"error\":{\"code\":503,\"status\":\"UNAVAILABLE\",\"message\":\"harbour\"}}\n\n");
    }

    @Override
    ByteString brokenEvent() {
        return utf8("data: {\"candidates\":[{\"cont\n\n");
    }

    @Override
    String error(String code, String message) {
        ObjectNode body = Json.object();
        body.putObject("error").put("status", code).put("message", message);
        return Json.write(body);
    }

    @Override
    List<Meaning> meanings() {
        return List.of(
                new Meaning(429, "RESOURCE_EXHAUSTED", ErrorType.RATE_LIMITED),
                new Meaning(400, "INVALID_ARGUMENT", ErrorType.BAD_REQUEST),
                new Meaning(400, "FAILED_PRECONDITION", ErrorType.BAD_REQUEST),
                new Meaning(401, "UNAUTHENTICATED", ErrorType.AUTH),
                new Meaning(403, "PERMISSION_DENIED", ErrorType.AUTH),
                new Meaning(404, "NOT_FOUND", ErrorType.BAD_REQUEST),
                new Meaning(500, "INTERNAL", ErrorType.OUTAGE),
                new Meaning(503, "UNAVAILABLE", ErrorType.OUTAGE),
                new Meaning(504, "DEADLINE_EXCEEDED", ErrorType.TIMEOUT),
                new Meaning(200, "RESOURCE_EXHAUSTED", ErrorType.RATE_LIMITED),
                new Meaning(200, "PERMISSION_DENIED", ErrorType.AUTH),
                new Meaning(200, "WHAT_IS_THIS", ErrorType.OUTAGE));
    }

    private LLMException failedWith(int status, String error) {
        server.enqueue(respond(status, error).build());
        LLMException failure = failure();
        isOneSentence(failure);
        return failure;
    }

    private static String limited(String details) {
        return "{\"error\":{\"code\":429,\"status\":\"RESOURCE_EXHAUSTED\",\"message\":\"You exceeded your quota.\","
                + "\"details\":[" + details + "]}}";
    }

    private static String retryIn(String delay) {
        return "{\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"" + delay + "\"}";
    }

    private static String quota(String id, String value) {
        return "{\"@type\":\"type.googleapis.com/google.rpc.QuotaFailure\",\"violations\":[{\"quotaId\":\"" + id
                + "\",\"quotaValue\":\"" + value + "\"}]}";
    }

    @ParameterizedTest
    @CsvSource({"7s, 7000", "0.5s, 500", "36.123456789s, 36123", "0s, 0"})
    void the_pause_stands_in_the_details_of_the_error(String delay, long millis) {
        for (String body : List.of(limited(retryIn(delay)), "[" + limited(retryIn(delay)) + "]")) {
            LLMException failure = failedWith(429, body);
            assertEquals(ErrorType.RATE_LIMITED, failure.type());
            assertEquals(Optional.of(Duration.ofMillis(millis)), failure.retryAfter());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "soon", "-1s", "s", "1e9s", ""})
    void a_pause_that_cannot_be_read_is_none(String delay) {
        assertEquals(Optional.empty(), failedWith(429, limited(retryIn(delay))).retryAfter());
    }

    @Test
    void a_quota_of_a_day_or_of_nothing_is_used_up_though_a_pause_is_named_beside_it() {
        String day = quota("GenerateRequestsPerDayPerProjectPerModel-FreeTier", "250");
        String minute = quota("GenerateRequestsPerMinutePerProjectPerModel-FreeTier", "10");
        String nothing = quota("GenerateContentInputTokensPerModelPerMinute-FreeTier", "0");
        assertEquals(
                ErrorType.QUOTA_EXHAUSTED,
                failedWith(429, limited(day + "," + retryIn("7s"))).type());
        assertEquals(
                ErrorType.QUOTA_EXHAUSTED, failedWith(429, limited(nothing)).type());
        assertEquals(
                ErrorType.RATE_LIMITED,
                failedWith(429, limited(minute + "," + retryIn("7s"))).type());
    }

    @Test
    void a_key_that_is_not_valid_is_told_from_a_request_that_is_not() {
        String words = error("INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.");
        LLMException failure = failedWith(400, words);
        assertEquals(ErrorType.AUTH, failure.type());
        assertTrue(failure.getMessage().contains("GOOGLE_API_KEY"), failure.getMessage());
        String reason = "{\"error\":{\"code\":400,\"status\":\"INVALID_ARGUMENT\",\"details\":[{\"@type\":"
                + "\"type.googleapis.com/google.rpc.ErrorInfo\",\"reason\":\"API_KEY_INVALID\"}]}}";
        assertEquals(ErrorType.AUTH, failedWith(400, reason).type());
    }

    @Test
    void a_prompt_that_is_too_long_is_told_by_its_words() {
        String words = "The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).";
        assertEquals(
                ErrorType.CONTEXT_OVERFLOW,
                failedWith(400, error("INVALID_ARGUMENT", words)).type());
        assertEquals(
                ErrorType.RATE_LIMITED,
                failedWith(429, error("RESOURCE_EXHAUSTED", words)).type());
    }

    @Test
    void a_limit_that_is_met_in_the_middle_of_a_stream_keeps_its_pause_and_its_cost() {
        server.enqueue(events(streamed(List.of("Vi ")), utf8("data: " + limited(retryIn("9s")) + "\n\n"))
                .build());
        LLMException failure = streamFailure(new ArrayList<>());
        assertEquals(ErrorType.RATE_LIMITED, failure.type());
        assertEquals(Optional.of(Duration.ofSeconds(9)), failure.retryAfter());
        assertTrue(failure.tokens().prompt() > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SAFETY", "RECITATION", "PROHIBITED_CONTENT", "BLOCKLIST", "SPII"})
    void a_reason_of_content_is_a_refusal_whole_and_streamed(String reason) {
        server.enqueue(respond(200, Json.write(object("Well", reason, Optional.of(usage))))
                .build());
        assertEquals(ErrorType.REFUSED, failure().type());
        server.enqueue(events(utf8("data: " + Json.write(object("", reason, Optional.of(usage))) + "\n\n"))
                .build());
        LLMException streamed = streamFailure(new ArrayList<>());
        assertEquals(ErrorType.REFUSED, streamed.type());
        assertEquals(usage, streamed.tokens());
    }

    @Test
    void thoughts_are_billed_as_output_also_if_there_is_no_candidate() {
        ObjectNode body = object("", "MAX_TOKENS", Optional.empty());
        body.putObject("usageMetadata").put("promptTokenCount", 10).put("thoughtsTokenCount", 490);
        server.enqueue(respond(200, Json.write(body)).build());
        LLMException failure = failure();
        assertEquals(ErrorType.INVALID_OUTPUT, failure.type());
        assertEquals(new TokenUsage(10, 0, 0, 490, 490), failure.tokens());
    }

    @Test
    void a_reason_nobody_knows_is_no_failure() {
        server.enqueue(respond(200, Json.write(object("Yes.", "SOMETHING_NEW", Optional.of(usage))))
                .build());
        assertEquals(FinishReason.OTHER, ask().finishReason());
    }

    @Test
    void takes_the_list_that_a_server_sends_which_knows_no_events() {
        String list = "[" + Json.write(object("Vi ", "", Optional.empty())) + ","
                + Json.write(object("hyr.", "STOP", Optional.of(usage))) + "]";
        server.enqueue(respond(200, list).build());
        LLMResponse response = stream(new ArrayList<>());
        assertEquals("Vi hyr.", response.content());
        assertEquals(usage, response.tokens());
    }

    private JsonNode sent(Requests request, String model, TokenSink sink) throws Exception {
        server.enqueue(answer("Yes.", Optional.of(usage)));
        try (LLMProvider provider = provider(server.url("/").uri(), Optional.of(KEY), TIMEOUT, TimeSource.system())) {
            provider.complete(request.build(), model, sink, TimeSource.system().deadlineIn(TIMEOUT));
        }
        RecordedRequest sent = server.takeRequest();
        String method = sink == TokenSink.NONE ? ":generateContent" : ":streamGenerateContent?alt=sse";
        assertEquals("/v1beta/models/" + model + method, sent.getTarget());
        assertEquals(KEY, sent.getHeaders().get("x-goog-api-key"));
        return Requests.json(sent.getBody().utf8());
    }

    @Test
    void puts_system_messages_apart_and_turns_of_one_role_together() throws Exception {
        JsonNode sent = sent(
                Requests.request()
                        .withMessages(
                                new Message(Message.Role.SYSTEM, "Be brief."),
                                Message.user("One"),
                                Message.user("Two"),
                                Message.assistant("Three"),
                                Message.user("Four")),
                "gemini-2.5-flash",
                TokenSink.NONE);
        assertEquals(Requests.json("{\"parts\":[{\"text\":\"Be brief.\"}]}"), sent.path("systemInstruction"));
        assertEquals(
                Requests.json(
                        "[{\"role\":\"user\",\"parts\":[{\"text\":\"One\"},{\"text\":\"Two\"}]},{\"role\":\"model\","
                                + "\"parts\":[{\"text\":\"Three\"}]},{\"role\":\"user\",\"parts\":[{\"text\":\"Four\"}]}]"),
                sent.path("contents"));
        assertEquals(500, sent.path("generationConfig").path("maxOutputTokens").asInt());
        assertEquals(0.2, sent.path("generationConfig").path("temperature").asDouble());
    }

    @ParameterizedTest
    @CsvSource({
        "gemini-2.5-flash, {\"thinkingBudget\":0}",
        "gemini-2.5-pro, {\"thinkingBudget\":128}",
        "gemini-3-pro-preview, {\"thinkingLevel\":\"low\"}",
    })
    void keeps_thoughts_from_using_up_the_limit_of_the_answer(String model, String config) throws Exception {
        JsonNode sent = sent(Requests.request(), model, piece -> {});
        assertEquals(Requests.json(config), sent.path("generationConfig").path("thinkingConfig"));
    }

    @Test
    void sends_the_part_of_the_schema_that_google_takes() throws Exception {
        JsonNode schema =
                Requests.json("{\"type\":\"object\",\"$comment\":\"x\",\"required\":[\"pattern\"],\"properties\":"
                        + "{\"pattern\":{\"type\":[\"string\",\"null\"],\"pattern\":\"^a\",\"enum\":[\"a\"]}}}");
        Requests request = Requests.request().withParameters(0, 5, new AnswerFormat("minutes", Optional.of(schema)));
        JsonNode config = sent(request, "gemini-2.5-flash", TokenSink.NONE).path("generationConfig");
        assertEquals("application/json", config.path("responseMimeType").asText());
        assertEquals(
                Requests.json("{\"type\":\"object\",\"required\":[\"pattern\"],\"properties\":{\"pattern\":{\"type\":"
                        + "[\"string\",\"null\"],\"enum\":[\"a\"]}}}"),
                config.path("responseJsonSchema"));
        assertFalse(sent(request, "gemini-2.0-flash", TokenSink.NONE)
                .path("generationConfig")
                .has("responseJsonSchema"));
    }

    @Test
    void a_missing_key_is_a_matter_of_the_setting() {
        try (LLMProvider open = provider(server.url("/").uri(), Optional.empty(), TIMEOUT, TimeSource.system())) {
            LLMException failure = assertThrows(
                    LLMException.class,
                    () -> open.complete(
                            Requests.request().build(),
                            "gemini-2.5-flash",
                            TokenSink.NONE,
                            TimeSource.system().deadlineIn(TIMEOUT)));
            assertEquals(ErrorType.AUTH, failure.type());
            assertTrue(failure.getMessage().contains("GOOGLE_API_KEY"));
        }
        assertFalse(new GeminiSettings(GeminiSettings.GOOGLE, KEY).toString().contains(KEY));
    }
}
