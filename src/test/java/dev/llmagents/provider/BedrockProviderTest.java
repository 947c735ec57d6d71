package dev.llmagents.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.llm.AnswerFormat;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMProvider;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.Message;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.llm.TokenSink;
import dev.llmagents.llm.TokenUsage;
import dev.llmagents.testing.Requests;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import mockwebserver3.MockResponse;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.eventstream.HeaderValue;

class BedrockProviderTest extends ProviderContract {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String CLAUDE = "eu.anthropic.claude-sonnet-4-5-20250929-v1:0";

    @Override
    LLMProvider provider(URI server, Optional<String> key, Duration stall, TimeSource time) {
        return Providers.bedrock(
                new BedrockSettings(
                        Optional.of(server), Optional.of("eu-north-1"), key, Optional.empty(), Optional.empty()),
                stall,
                time);
    }

    @Override
    TokenUsage usage() {
        return new TokenUsage(120, 30, 10, 15, 0);
    }

    @Override
    String urlSetting() {
        return "AWS_ENDPOINT_URL_BEDROCK_RUNTIME";
    }

    @Override
    String name() {
        return "Bedrock";
    }

    @Override
    String streamType() {
        return "application/vnd.amazon.eventstream";
    }

    @Override
    String requestIdHeader() {
        return "x-amzn-RequestId";
    }

    @Override
    ByteString endlessEvent() {
        ByteBuffer prelude = ByteBuffer.allocate(12).putInt(1 << 30).putInt(0);
        CRC32 checksum = new CRC32();
        checksum.update(prelude.array(), 0, 8);
        prelude.putInt((int) checksum.getValue());
        return new Buffer()
                .write(prelude.array())
                .writeUtf8("x".repeat(3 << 20))
                .readByteString();
    }

    private static ByteString frame(String messageType, String nameHeader, String name, String payload) {
        Map<String, HeaderValue> headers = Map.of(
                ":message-type",
                HeaderValue.fromString(messageType),
                nameHeader,
                HeaderValue.fromString(name),
                ":content-type",
                HeaderValue.fromString("application/json"));
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        return ByteString.of(new software.amazon.eventstream.Message(headers, bytes).toByteBuffer());
    }

    private static ByteString event(String type, String payload) {
        return frame("event", ":event-type", type, payload);
    }

    private static ByteString exception(String type, String message) {
        return frame(
                "exception", ":exception-type", type, Json.write(Json.object().put("message", message)));
    }

    private static ObjectNode converse(String content, String stopReason, Optional<TokenUsage> usage) {
        ObjectNode body = Json.object();
        ObjectNode message = body.putObject("output").putObject("message").put("role", "assistant");
        message.putArray("content").addObject().put("text", content);
        body.put("stopReason", stopReason);
        usage.ifPresent(counted -> body.set("usage", count(counted)));
        return body;
    }

    /** As Bedrock counts: what comes from the cache or goes there is not in the first figure. */
    private static ObjectNode count(TokenUsage tokens) {
        return Json.object()
                .put("inputTokens", tokens.prompt() - tokens.cachedPrompt() - tokens.cacheWrite())
                .put("outputTokens", tokens.completion())
                .put("cacheReadInputTokens", tokens.cachedPrompt())
                .put("cacheWriteInputTokens", tokens.cacheWrite());
    }

    @Override
    MockResponse answer(String content, Optional<TokenUsage> usage) {
        return respond(200, Json.write(converse(content, "end_turn", usage))).build();
    }

    @Override
    MockResponse cutAtLimit(String content) {
        return respond(200, Json.write(converse(content, "max_tokens", Optional.of(usage))))
                .build();
    }

    @Override
    MockResponse refusal() {
        return respond(200, Json.write(converse("Sorry.", "guardrail_intervened", Optional.of(usage))))
                .build();
    }

    @Override
    ByteString streamed(List<String> pieces) {
        Buffer frames = new Buffer().write(event("messageStart", "{\"role\":\"assistant\"}"));
        for (String piece : pieces) {
            ObjectNode delta = Json.object().put("contentBlockIndex", 0);
            delta.putObject("delta").put("text", piece);
            frames.write(event("contentBlockDelta", Json.write(delta)));
        }
        return frames.readByteString();
    }

    @Override
    ByteString endOfStream(Optional<TokenUsage> usage) {
        Buffer frames = new Buffer()
                .write(event("contentBlockStop", "{\"contentBlockIndex\":0}"))
                .write(event("messageStop", "{\"stopReason\":\"end_turn\"}"));
        usage.ifPresent(counted -> frames.write(
                event("metadata", "{\"usage\":" + Json.write(count(counted)) + ",\"metrics\":{\"latencyMs\":5}}")));
        return frames.readByteString();
    }

    @Override
    ByteString streamedError() {
        return exception("modelStreamErrorException", "harbour");
    }

    @Override
    ByteString brokenEvent() {
        byte[] frame =
                event("contentBlockDelta", "{\"delta\":{\"text\":\"x\"}}").toByteArray();
        frame[frame.length - 1] ^= 1;
        return ByteString.of(frame);
    }

    @Override
    String error(String code, String message) {
        return Json.write(Json.object().put("__type", code).put("message", message));
    }

    @Override
    List<Meaning> meanings() {
        return List.of(
                new Meaning(429, "ThrottlingException", ErrorType.RATE_LIMITED),
                new Meaning(400, "ServiceQuotaExceededException", ErrorType.QUOTA_EXHAUSTED),
                new Meaning(408, "ModelTimeoutException", ErrorType.TIMEOUT),
                new Meaning(429, "ModelNotReadyException", ErrorType.OUTAGE),
                new Meaning(503, "ServiceUnavailableException", ErrorType.OUTAGE),
                new Meaning(500, "InternalServerException", ErrorType.OUTAGE),
                new Meaning(424, "ModelErrorException", ErrorType.OUTAGE),
                new Meaning(400, "ValidationException", ErrorType.BAD_REQUEST),
                new Meaning(404, "ResourceNotFoundException", ErrorType.BAD_REQUEST),
                new Meaning(403, "AccessDeniedException", ErrorType.AUTH),
                new Meaning(403, "ExpiredTokenException", ErrorType.AUTH),
                new Meaning(403, "UnrecognizedClientException", ErrorType.AUTH),
                new Meaning(403, "InvalidSignatureException", ErrorType.AUTH),
                new Meaning(400, "com.amazon.coral.service#ThrottlingException", ErrorType.RATE_LIMITED),
                new Meaning(400, "ThrottlingException:http://internal.amazon.com/", ErrorType.RATE_LIMITED),
                new Meaning(200, "ThrottlingException", ErrorType.RATE_LIMITED));
    }

    private LLMException failedWith(int status, String type, String message) {
        server.enqueue(respond(status, "{\"message\":\"" + message + "\"}")
                .setHeader("x-amzn-ErrorType", type)
                .build());
        LLMException failure = failure();
        isOneSentence(failure);
        return failure;
    }

    @Test
    void the_exception_may_stand_in_a_header_and_its_words_tell_the_rest() {
        assertEquals(
                ErrorType.RATE_LIMITED,
                failedWith(429, "ThrottlingException", "Too many requests, please wait.")
                        .type());
        assertEquals(
                ErrorType.QUOTA_EXHAUSTED,
                failedWith(429, "ThrottlingException", "Too many tokens per day, please wait.")
                        .type());
        LLMException bare = failedWith(
                400,
                "ValidationException",
                "Invocation of model ID anthropic.claude-x with on-demand throughput isn't supported. Retry with a profile.");
        assertEquals(ErrorType.BAD_REQUEST, bare.type());
        assertTrue(bare.getMessage().contains("inference profile"), bare.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Input is too long for requested model.",
                "prompt is too long: 211111 tokens > 200000 maximum",
                "Input Tokens Exceeded: Number of input tokens exceeds maximum length."
            })
    void a_prompt_that_is_too_long_is_told_by_its_words(String words) {
        assertEquals(
                ErrorType.CONTEXT_OVERFLOW,
                failedWith(400, "ValidationException", words).type());
        assertEquals(
                ErrorType.RATE_LIMITED,
                failedWith(429, "ThrottlingException", words).type());
    }

    @ParameterizedTest
    @CsvSource({
        "throttlingException, RATE_LIMITED",
        "internalServerException, OUTAGE",
        "serviceUnavailableException, OUTAGE",
        "modelTimeoutException, TIMEOUT",
        "validationException, BAD_REQUEST",
        "somethingNew, OUTAGE"
    })
    void an_exception_in_a_stream_is_of_its_class_and_billed(String type, ErrorType expected) {
        server.enqueue(
                events(streamed(List.of("Vi ")), exception(type, "harbour")).build());
        List<String> pieces = new ArrayList<>();
        LLMException failure = streamFailure(pieces);
        assertEquals(expected, failure.type());
        assertEquals(List.of("Vi "), pieces);
        assertTrue(failure.tokens().prompt() > 0);
    }

    @Test
    void an_error_frame_is_a_failure_too() {
        server.enqueue(
                events(frame("error", ":error-code", "InternalFailure", "{}")).build());
        assertEquals(ErrorType.OUTAGE, streamFailure(new ArrayList<>()).type());
    }

    @Test
    void a_stream_without_the_count_at_its_end_is_whole_and_estimated() {
        server.enqueue(events(streamed(List.of("Vi hyr.")), endOfStream(Optional.empty()))
                .build());
        LLMResponse response = stream(new ArrayList<>());
        assertEquals("Vi hyr.", response.content());
        assertTrue(response.tokens().prompt() > 0);
    }

    private static Requests withSchema(String schema) {
        return Requests.request()
                .withParameters(0, 50, new AnswerFormat("minutes", Optional.of(Requests.json(schema))));
    }

    private static final String SCHEMA =
            "{\"type\":\"object\",\"description\":\"x\",\"properties\":{\"a\":{\"type\":\"string\"}},\"required\":[\"a\"]}";

    private LLMResponse complete(Requests request, String model, TokenSink sink) {
        try (LLMProvider provider = provider(server.url("/").uri(), Optional.of(KEY), TIMEOUT, TimeSource.system())) {
            return provider.complete(
                    request.build(), model, sink, TimeSource.system().deadlineIn(TIMEOUT));
        }
    }

    private JsonNode sent(Requests request, String model) throws InterruptedException {
        server.enqueue(answer("{\"a\":\"b\"}", Optional.of(usage)));
        complete(request, model, TokenSink.NONE);
        return Requests.json(server.takeRequest().getBody().utf8());
    }

    @Test
    void a_model_that_uses_tools_is_made_to_answer_by_one() throws Exception {
        JsonNode claude = sent(withSchema(SCHEMA), CLAUDE).path("toolConfig");
        assertEquals("minutes", claude.at("/toolChoice/tool/name").asText());
        assertEquals(Requests.json(SCHEMA), claude.at("/tools/0/toolSpec/inputSchema/json"));
        JsonNode nova =
                sent(withSchema(SCHEMA), "eu.amazon.nova-pro-v1:0").at("/toolConfig/tools/0/toolSpec/inputSchema/json");
        assertEquals(List.of("type", "properties", "required"), fieldNames(nova));
        assertFalse(sent(withSchema(SCHEMA), "meta.llama3-70b-instruct-v1:0").has("toolConfig"));
        assertFalse(sent(withSchema("{\"type\":\"array\"}"), CLAUDE).has("toolConfig"));
        assertFalse(sent(Requests.request(), CLAUDE).has("toolConfig"));
    }

    private static List<String> fieldNames(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void the_input_of_the_tool_is_the_answer_whole_and_in_pieces() {
        ObjectNode body = converse("I shall use the tool.", "tool_use", Optional.of(usage));
        var content = (ArrayNode) body.at("/output/message/content");
        content.addObject().putObject("toolUse").putObject("input").put("a", "b");
        server.enqueue(respond(200, Json.write(body)).build());
        assertEquals(
                "{\"a\":\"b\"}",
                complete(withSchema(SCHEMA), CLAUDE, TokenSink.NONE).content());

        List<String> pieces = new ArrayList<>();
        Buffer frames = new Buffer().write(streamed(List.of("I shall use the tool.")));
        for (String piece : List.of("{\"a\":", "\"b\"}")) {
            ObjectNode delta = Json.object();
            delta.putObject("delta").putObject("toolUse").put("input", piece);
            frames.write(event("contentBlockDelta", Json.write(delta)));
        }
        server.enqueue(
                events(frames.readByteString(), endOfStream(Optional.of(usage))).build());
        assertEquals(
                "{\"a\":\"b\"}",
                complete(withSchema(SCHEMA), CLAUDE, pieces::add).content());
        assertEquals(List.of("{\"a\":", "\"b\"}"), pieces);
    }

    @Test
    void a_model_that_does_not_use_its_tool_is_heard_all_the_same() {
        server.enqueue(events(streamed(List.of("{\"a\":", "1}")), endOfStream(Optional.of(usage)))
                .build());
        List<String> pieces = new ArrayList<>();
        assertEquals(
                "{\"a\":1}", complete(withSchema(SCHEMA), CLAUDE, pieces::add).content());
        assertEquals(List.of("{\"a\":1}"), pieces);
    }

    @Test
    void roles_take_turns_and_the_system_stands_apart() throws Exception {
        JsonNode sent = sent(
                Requests.request()
                        .withMessages(
                                new Message(Message.Role.SYSTEM, "Be brief."),
                                Message.user("One"),
                                Message.user("Two")),
                CLAUDE);
        assertEquals(Requests.json("[{\"text\":\"Be brief.\"}]"), sent.path("system"));
        assertEquals(
                Requests.json("[{\"role\":\"user\",\"content\":[{\"text\":\"One\"},{\"text\":\"Two\"}]}]"),
                sent.path("messages"));
        assertEquals(500, sent.at("/inferenceConfig/maxTokens").asInt());
    }

    @Test
    void the_endpoint_follows_from_the_region_and_a_region_is_no_other_host() {
        assertEquals(
                "bedrock-runtime.eu-north-1.amazonaws.com",
                ofRegion("eu-north-1").host());
        LLMException failure = assertThrows(
                LLMException.class,
                () -> ofRegion("evil.example/")
                        .complete(
                                Requests.request().build(),
                                CLAUDE,
                                TokenSink.NONE,
                                TimeSource.system().deadlineIn(TIMEOUT)));
        assertEquals(ErrorType.AUTH, failure.type());
        assertTrue(failure.getMessage().contains("AWS_REGION"), failure.getMessage());
    }

    private static LLMProvider ofRegion(String region) {
        return Providers.bedrock(
                new BedrockSettings(
                        Optional.empty(), Optional.of(region), Optional.of(KEY), Optional.empty(), Optional.empty()),
                TIMEOUT,
                TimeSource.system());
    }
}
