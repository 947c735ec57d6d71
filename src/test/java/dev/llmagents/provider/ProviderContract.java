package dev.llmagents.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.FinishReason;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMProvider;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.Message;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.llm.TokenSink;
import dev.llmagents.llm.TokenUsage;
import dev.llmagents.testing.Requests;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every provider has to do that asks a server. A test of a provider extends it and states what is on the wire. */
@Timeout(60)
abstract class ProviderContract extends AnyProviderContract {
    static final String KEY = "sk-Secret0123456789";
    static final String PROMPT = "What was decided about the harbour?";
    /** What the server counts; a provider that is not told of one of the counts has one of its own. */
    final TokenUsage usage = usage();

    private static final Duration STALL = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(30);

    final MockWebServer server = new MockWebServer();
    private LLMProvider provider;

    TokenUsage usage() {
        return new TokenUsage(120, 30, 0, 15, 5);
    }

    /** The setting that holds the address. */
    abstract String urlSetting();

    /** The name in messages. */
    abstract String name();

    /** The media type of a stream. */
    abstract String streamType();

    /** The header with the id of a call. */
    String requestIdHeader() {
        return "x-request-id";
    }

    /** The beginning of an event that has no end, or far too much in it. */
    abstract ByteString endlessEvent();

    @Override
    LLMProvider answering() {
        for (int i = 0; i < 50; i++) {
            server.enqueue(new MockResponse.Builder()
                    .setHeader("Content-Type", streamType())
                    .body(buffer(streamed(List.of("Vi ", "hyr ", "hamnen.")), endOfStream(Optional.of(usage))))
                    .build());
        }
        return provider(server.url("/v1/").uri(), Optional.of(KEY), LONG, TimeSource.system());
    }

    abstract LLMProvider provider(URI server, Optional<String> key, Duration stall, TimeSource time);

    /** A whole answer; without a count of tokens if {@code usage} is empty. */
    abstract MockResponse answer(String content, Optional<TokenUsage> usage);

    /** The events of a streamed answer, without its end. */
    abstract ByteString streamed(List<String> pieces);

    /** The end of a stream. */
    abstract ByteString endOfStream(Optional<TokenUsage> usage);

    /** An event of a stream that tells of an error of the server. */
    abstract ByteString streamedError();

    /** An event of a stream that is not whole. */
    abstract ByteString brokenEvent();

    /** The body of an error with {@code code} where this provider puts codes. */
    abstract String error(String code, String message);

    abstract MockResponse refusal();

    abstract MockResponse cutAtLimit(String content);

    /** The codes of this provider, with the status they come with and what they mean. */
    abstract List<Meaning> meanings();

    record Meaning(int status, String code, ErrorType type) {}

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
        provider = provider(server.url("/v1/").uri(), Optional.of(KEY), LONG, TimeSource.system());
    }

    @AfterEach
    void stop() {
        Thread.interrupted();
        provider.close();
        server.close();
    }

    static Requests request() {
        return Requests.request()
                .withMessages(new Message(Message.Role.SYSTEM, "You read minutes."), Message.user(PROMPT));
    }

    LLMResponse ask() {
        return ask(request().build(), TokenSink.NONE, LONG);
    }

    LLMResponse ask(LLMRequest request, TokenSink sink, Duration timeout) {
        return provider.complete(
                request, "gpt-4o-mini", sink, TimeSource.system().deadlineIn(timeout));
    }

    LLMResponse stream(List<String> pieces) {
        return ask(request().build(), pieces::add, LONG);
    }

    LLMException failure() {
        return assertThrows(LLMException.class, this::ask);
    }

    /** The failure of a stream of which {@code pieces} came through. */
    LLMException streamFailure(List<String> pieces) {
        return assertThrows(LLMException.class, () -> stream(pieces));
    }

    static MockResponse.Builder respond(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body);
    }

    MockResponse.Builder events(ByteString... parts) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", streamType())
                .chunkedBody(buffer(parts), 64);
    }

    static Buffer buffer(ByteString... parts) {
        Buffer all = new Buffer();
        for (ByteString part : parts) {
            all.write(part);
        }
        return all;
    }

    static ByteString utf8(String text) {
        return ByteString.encodeUtf8(text);
    }

    @Test
    void gives_the_answer_with_its_tokens_and_who_wrote_it() {
        server.enqueue(answer("Vi hyr hamnen. 🚢", Optional.of(usage)));
        LLMResponse response = ask();
        assertEquals("Vi hyr hamnen. 🚢", response.content());
        assertEquals(usage, response.tokens());
        assertEquals(FinishReason.STOP, response.finishReason());
        assertEquals(provider.id(), response.provider());
        assertEquals("meetmind.qa", response.agent());
        assertEquals(Optional.empty(), response.costUsd());
        assertEquals(Optional.empty(), response.timeToFirstToken());
        assertFalse(response.cached());
    }

    @Test
    void streams_the_answer_in_pieces_and_returns_it_whole() {
        List<String> pieces = new ArrayList<>();
        server.enqueue(events(streamed(List.of("Vi ", "hyr ", "hamnen. 🚢")), endOfStream(Optional.of(usage)))
                .build());
        LLMResponse response = stream(pieces);
        assertEquals(List.of("Vi ", "hyr ", "hamnen. 🚢"), pieces);
        assertEquals("Vi hyr hamnen. 🚢", response.content());
        assertEquals(usage, response.tokens());
        assertTrue(response.timeToFirstToken().isPresent());
    }

    @Test
    void takes_a_whole_answer_from_a_server_that_cannot_stream() {
        List<String> pieces = new ArrayList<>();
        server.enqueue(answer("We rent it.", Optional.of(usage)));
        assertEquals("We rent it.", stream(pieces).content());
        assertEquals(List.of("We rent it."), pieces);
    }

    @Test
    void estimates_the_tokens_of_a_server_that_does_not_count_and_not_too_low() {
        server.enqueue(answer("We rent it.", Optional.empty()));
        TokenUsage plain = ask().tokens();
        server.enqueue(events(streamed(List.of("We rent it.")), endOfStream(Optional.empty()))
                .build());
        TokenUsage streamed = stream(new ArrayList<>()).tokens();
        assertEquals(plain, streamed);
        assertTrue(plain.prompt() >= PROMPT.length() / 4 && plain.completion() >= 3, plain.toString());
    }

    @Test
    void takes_a_count_of_nothing_for_no_count() {
        server.enqueue(answer("We rent it.", Optional.empty()));
        TokenUsage estimated = ask().tokens();
        server.enqueue(answer("We rent it.", Optional.of(TokenUsage.NONE)));
        assertEquals(estimated, ask().tokens());
        server.enqueue(events(streamed(List.of("We rent it.")), endOfStream(Optional.of(TokenUsage.NONE)))
                .build());
        assertEquals(estimated, stream(new ArrayList<>()).tokens());
    }

    @Test
    void the_key_of_another_provider_is_in_no_message_either() {
        for (String key : List.of("sk-proj-0123456789", "AIzaSy0123456789", "AKIA0123456789", "ghp_0123456789")) {
            server.enqueue(respond(401, error(key, "Wrong key")).build());
            assertFalse(failure().getMessage().contains(key), key);
        }
    }

    @Test
    void sends_the_key_in_a_header_only_and_the_prompt_in_the_body_only() throws InterruptedException {
        server.enqueue(answer("Yes.", Optional.of(usage)));
        ask();
        RecordedRequest sent = server.takeRequest();
        assertTrue(sent.getHeaders().toString().contains(KEY)
                || sent.getHeaders().values("Authorization").stream().anyMatch(value -> value.contains(KEY)));
        assertFalse(sent.getTarget().contains(KEY));
        assertFalse(sent.getBody().utf8().contains(KEY));
        assertTrue(sent.getBody().utf8().contains(PROMPT));
        assertFalse(sent.getTarget().contains("harbour"));
        for (Map.Entry<String, String> header : headers(sent.getHeaders())) {
            assertFalse(header.getValue().contains("harbour"), header.getKey());
        }
    }

    private static List<Map.Entry<String, String>> headers(Headers headers) {
        List<Map.Entry<String, String>> all = new ArrayList<>();
        headers.forEach(pair -> all.add(Map.entry(pair.getFirst(), pair.getSecond())));
        return all;
    }

    @Test
    void maps_every_code_of_the_provider_to_its_class() {
        for (Meaning meaning : meanings()) {
            server.enqueue(respond(meaning.status(), error(meaning.code(), "Something is wrong."))
                    .build());
            LLMException failure = failure();
            assertEquals(meaning.type(), failure.type(), meaning + ": " + failure.getMessage());
            isOneSentence(failure);
        }
    }

    static Stream<Arguments> statuses() {
        return Stream.of(
                arguments(301, ErrorType.BAD_REQUEST),
                arguments(302, ErrorType.BAD_REQUEST),
                arguments(308, ErrorType.BAD_REQUEST),
                arguments(400, ErrorType.BAD_REQUEST),
                arguments(401, ErrorType.AUTH),
                arguments(402, ErrorType.QUOTA_EXHAUSTED),
                arguments(403, ErrorType.AUTH),
                arguments(404, ErrorType.BAD_REQUEST),
                arguments(405, ErrorType.BAD_REQUEST),
                arguments(408, ErrorType.TIMEOUT),
                arguments(409, ErrorType.OUTAGE),
                arguments(413, ErrorType.CONTEXT_OVERFLOW),
                arguments(415, ErrorType.BAD_REQUEST),
                arguments(422, ErrorType.BAD_REQUEST),
                arguments(425, ErrorType.OUTAGE),
                arguments(429, ErrorType.RATE_LIMITED),
                arguments(500, ErrorType.OUTAGE),
                arguments(502, ErrorType.OUTAGE),
                arguments(503, ErrorType.OUTAGE),
                arguments(504, ErrorType.TIMEOUT),
                arguments(529, ErrorType.OUTAGE),
                arguments(599, ErrorType.OUTAGE));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void the_status_decides_where_the_body_says_nothing(int status, ErrorType type) {
        String page = "<html><body><h1>Sorry</h1>" + PROMPT + "</body></html>";
        for (String body : List.of("", page, "{}", "[]", "null", "{\"error\":\"no\"}", "\"no\"")) {
            server.enqueue(respond(status, body).build());
            LLMException failure = failure();
            assertEquals(type, failure.type(), body);
            assertTrue(failure.getMessage().contains("HTTP " + status), failure.getMessage());
            isOneSentence(failure);
        }
    }

    @Test
    void the_status_decides_where_the_body_breaks_off_or_has_no_end() {
        server.enqueue(new MockResponse.Builder()
                .code(401)
                .body("{\"error\": {\"code\": ")
                .setHeader("Content-Length", 1000)
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build());
        assertEquals(ErrorType.AUTH, failure().type());
        server.enqueue(respond(401, " ".repeat((16 << 20) + 100)).build());
        assertEquals(ErrorType.AUTH, failure().type());
    }

    @Test
    void follows_no_redirect() {
        server.enqueue(new MockResponse.Builder()
                .code(307)
                .setHeader("Location", server.url("/elsewhere"))
                .build());
        assertEquals(ErrorType.BAD_REQUEST, failure().type());
        assertEquals(1, server.getRequestCount());
    }

    @Test
    void asks_once_and_leaves_asking_again_to_others() {
        server.enqueue(respond(503, "").build());
        server.enqueue(answer("Too late.", Optional.of(usage)));
        failure();
        assertEquals(1, server.getRequestCount());
    }

    static Stream<Arguments> pauses() {
        return Stream.of(
                arguments("Retry-After", "7", Optional.of(Duration.ofSeconds(7))),
                arguments("Retry-After", " 7 ", Optional.of(Duration.ofSeconds(7))),
                arguments("Retry-After", "0", Optional.of(Duration.ZERO)),
                arguments("Retry-After", "0.25", Optional.of(Duration.ofMillis(250))),
                arguments("retry-after-ms", "1500", Optional.of(Duration.ofMillis(1500))),
                arguments("Retry-After", "Thu, 01 Jan 2015 00:00:00 GMT", Optional.of(Duration.ZERO)),
                arguments("Retry-After", "9".repeat(40), Optional.of(RetryAfter.LONGEST)),
                arguments("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT", Optional.of(RetryAfter.LONGEST)),
                arguments("Retry-After", "9".repeat(500), Optional.empty()),
                arguments("Retry-After", "-5", Optional.empty()),
                arguments("Retry-After", "soon", Optional.empty()),
                arguments("Retry-After", "NaN", Optional.empty()),
                arguments("Retry-After", "1e9", Optional.empty()),
                arguments("Retry-After", "0x10", Optional.empty()),
                arguments("Retry-After", "5s", Optional.empty()),
                arguments("X-Other", "5", Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("pauses")
    void tells_how_long_the_provider_wants_to_be_left_alone(String header, String value, Optional<Duration> expected) {
        server.enqueue(respond(429, "").setHeader(header, value).build());
        assertEquals(expected, failure().retryAfter());
    }

    @Test
    void a_busy_server_that_names_a_pause_is_one_that_limits_the_rate() {
        server.enqueue(respond(503, "").setHeader("Retry-After", "3").build());
        LLMException failure = failure();
        assertEquals(ErrorType.RATE_LIMITED, failure.type());
        assertEquals(Optional.of(Duration.ofSeconds(3)), failure.retryAfter());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "{}", "[]", "null", "<html>Welcome to the hotel</html>", "{\"choices\":[]}", "{\"a\":"})
    void a_success_that_holds_no_answer_is_an_outage_that_names_the_setting(String body) {
        server.enqueue(respond(200, body).build());
        LLMException failure = failure();
        assertEquals(ErrorType.OUTAGE, failure.type());
        assertTrue(failure.getMessage().contains(urlSetting()), failure.getMessage());
        isOneSentence(failure);
    }

    @Test
    void an_empty_answer_and_a_refusal_are_told_apart_and_billed() {
        server.enqueue(answer("  \n", Optional.of(usage)));
        LLMException empty = failure();
        assertEquals(ErrorType.INVALID_OUTPUT, empty.type());
        assertEquals(usage, empty.tokens());
        server.enqueue(refusal());
        assertEquals(ErrorType.REFUSED, failure().type());
    }

    @Test
    void says_that_an_answer_ran_into_its_limit() {
        server.enqueue(cutAtLimit("We rent"));
        assertEquals(FinishReason.LENGTH, ask().finishReason());
        server.enqueue(cutAtLimit(""));
        LLMException thought = failure();
        assertEquals(ErrorType.INVALID_OUTPUT, thought.type());
        assertTrue(thought.getMessage().contains("limit of tokens"), thought.getMessage());
    }

    @Test
    void a_body_without_end_is_not_read_into_memory() {
        server.enqueue(respond(200, " ".repeat((16 << 20) + 100)).build());
        assertEquals(ErrorType.OUTAGE, failure().type());
    }

    @Test
    void a_line_of_a_stream_without_end_is_not_read_into_memory() {
        server.enqueue(events(endlessEvent()).build());
        assertEquals(ErrorType.CUT_STREAM, streamFailure(new ArrayList<>()).type());
    }

    @Test
    void a_stream_that_is_cut_keeps_what_it_cost_so_far() {
        for (SocketEffect effect : List.of(SocketEffect.ShutdownConnection.INSTANCE, new SocketEffect.CloseSocket())) {
            List<String> pieces = new ArrayList<>();
            ByteString body = streamed(List.of("Vi ", "hyr ", "hamnen."));
            server.enqueue(new MockResponse.Builder()
                    .setHeader("Content-Type", streamType())
                    .body(buffer(body))
                    .setHeader("Content-Length", body.size() + 1000)
                    .onResponseEnd(effect)
                    .build());
            LLMException failure = streamFailure(pieces);
            assertEquals(ErrorType.CUT_STREAM, failure.type());
            assertEquals(List.of("Vi ", "hyr ", "hamnen."), pieces);
            assertTrue(failure.tokens().completion() > 0 && failure.tokens().prompt() > 0);
            isOneSentence(failure);
        }
    }

    @Test
    void a_stream_that_ends_properly_but_before_the_answer_did_is_cut_too() {
        server.enqueue(events(streamed(List.of("Vi ", "hyr "))).build());
        assertEquals(ErrorType.CUT_STREAM, streamFailure(new ArrayList<>()).type());
    }

    @Test
    void a_stream_that_is_cut_after_any_number_of_bytes_is_never_taken_for_an_answer() {
        ByteString whole = buffer(streamed(List.of("Vi ", "hyr ")), endOfStream(Optional.of(usage)))
                .readByteString();
        int answers = 0;
        for (int length = 0; length < whole.size(); length += 7) {
            server.enqueue(events(whole.substring(0, length)).build());
            try {
                // The answer is whole once its last piece and the reason for stopping have come.
                assertEquals("Vi hyr ", stream(new ArrayList<>()).content());
                answers++;
            } catch (LLMException cut) {
                assertEquals(ErrorType.CUT_STREAM, cut.type(), "after " + length + " bytes");
                assertEquals(0, answers, "a longer stream is less whole");
            }
        }
    }

    @Test
    void a_broken_event_and_an_error_in_the_middle_of_a_stream_are_failures_that_were_billed() {
        for (ByteString event : List.of(brokenEvent(), streamedError())) {
            List<String> pieces = new ArrayList<>();
            server.enqueue(events(streamed(List.of("Vi ")), event, endOfStream(Optional.of(usage)))
                    .build());
            LLMException failure = streamFailure(pieces);
            assertEquals(List.of("Vi "), pieces);
            assertTrue(failure.type().isRetriable(), failure.type().label());
            assertTrue(failure.tokens().prompt() > 0);
        }
    }

    @Test
    void a_stream_that_stalls_is_given_up_long_before_the_deadline() {
        provider.close();
        provider = provider(server.url("/v1/").uri(), Optional.of(KEY), STALL, TimeSource.system());
        List<String> pieces = new ArrayList<>();
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", streamType())
                .body(buffer(streamed(List.of("Vi "))))
                .setHeader("Content-Length", 10_000)
                .onResponseEnd(SocketEffect.Stall.INSTANCE)
                .build());
        LLMException failure = streamFailure(pieces);
        assertEquals(ErrorType.TIMEOUT, failure.type());
        assertEquals(name() + "'s stream stalled.", failure.getMessage());
        assertEquals(List.of("Vi "), pieces);
    }

    @Test
    void waits_no_longer_than_the_deadline_allows() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        LLMException late =
                assertThrows(LLMException.class, () -> ask(request().build(), TokenSink.NONE, Duration.ofMillis(200)));
        assertEquals(ErrorType.TIMEOUT, late.type());
        LLMException over =
                assertThrows(LLMException.class, () -> ask(request().build(), TokenSink.NONE, Duration.ZERO));
        assertEquals(ErrorType.TIMEOUT, over.type());
    }

    @Test
    void an_absurdly_long_timeout_is_no_obstacle() {
        server.enqueue(answer("Yes.", Optional.of(usage)));
        assertEquals(
                "Yes.",
                ask(request().build(), TokenSink.NONE, Duration.ofDays(1_000_000_000_000L))
                        .content());
    }

    @Test
    void a_server_that_is_not_there_is_an_outage_that_names_it() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (LLMProvider away = provider(
                URI.create("http://127.0.0.1:" + free + "/v1"), Optional.of(KEY), STALL, TimeSource.system())) {
            LLMException failure = assertThrows(
                    LLMException.class,
                    () -> away.complete(
                            request().build(),
                            "m",
                            TokenSink.NONE,
                            TimeSource.system().deadlineIn(LONG)));
            assertEquals(ErrorType.OUTAGE, failure.type());
            assertTrue(failure.getMessage().contains("127.0.0.1"), failure.getMessage());
            isOneSentence(failure);
        }
    }

    @Test
    void a_connection_that_is_closed_without_a_word_is_an_outage() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        assertEquals(ErrorType.OUTAGE, failure().type());
    }

    @Test
    void an_interrupt_ends_the_waiting_and_stays_set() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        CompletableFuture<LLMException> failed = new CompletableFuture<>();
        CompletableFuture<Boolean> stillSet = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            failed.complete(failure());
            stillSet.complete(Thread.interrupted());
        });
        caller.start();
        server.takeRequest();
        caller.interrupt();
        assertEquals(ErrorType.CANCELLED, failed.get(20, TimeUnit.SECONDS).type());
        assertTrue(stillSet.get(20, TimeUnit.SECONDS));
    }

    @Test
    void an_interrupted_stream_tells_what_it_had_cost() throws Exception {
        ByteString body = streamed(List.of("Vi "));
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", streamType())
                .body(buffer(body))
                .setHeader("Content-Length", body.size() + 1000)
                .onResponseEnd(SocketEffect.Stall.INSTANCE)
                .build());
        LLMProvider patient = provider(server.url("/v1").uri(), Optional.of(KEY), LONG, TimeSource.system());
        CountDownLatch firstPiece = new CountDownLatch(1);
        CompletableFuture<LLMException> failed = new CompletableFuture<>();
        Thread caller = new Thread(() -> failed.complete(assertThrows(
                LLMException.class,
                () -> patient.complete(
                        request().build(),
                        "m",
                        piece -> firstPiece.countDown(),
                        TimeSource.system().deadlineIn(LONG)))));
        caller.start();
        firstPiece.await();
        caller.interrupt();
        LLMException failure = failed.get(20, TimeUnit.SECONDS);
        assertEquals(ErrorType.CANCELLED, failure.type());
        assertTrue(failure.tokens().prompt() > 0);
        patient.close();
    }

    @Test
    void an_interrupted_thread_sends_nothing() {
        Thread.currentThread().interrupt();
        assertEquals(ErrorType.CANCELLED, failure().type());
        assertTrue(Thread.interrupted());
        assertEquals(0, server.getRequestCount());
    }

    @Test
    void closing_ends_the_calls_that_are_on_their_way() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        CompletableFuture<LLMException> failed = CompletableFuture.supplyAsync(this::failure);
        server.takeRequest();
        provider.close();
        assertEquals(ErrorType.CANCELLED, failed.get(20, TimeUnit.SECONDS).type());
        assertEquals(ErrorType.CANCELLED, failure().type());
    }

    @Test
    void a_reader_that_fails_ends_the_call_which_stays_billed_and_is_not_asked_again() {
        IllegalStateException closed = new IllegalStateException("the terminal is gone");
        TokenSink failing = piece -> {
            throw closed;
        };
        for (MockResponse response : List.of(
                events(streamed(List.of("Vi ")), endOfStream(Optional.of(usage)))
                        .build(),
                answer("We rent it.", Optional.of(usage)))) {
            server.enqueue(response);
            LLMException failure =
                    assertThrows(LLMException.class, () -> ask(request().build(), failing, LONG));
            assertEquals(ErrorType.CANCELLED, failure.type());
            assertSame(closed, failure.getCause());
            assertTrue(failure.tokens().prompt() > 0);
        }
    }

    @Test
    void the_key_is_in_no_message_even_if_the_server_sends_it_back() {
        List<String> bodies = List.of(
                error(KEY, "Incorrect API key provided: " + KEY),
                error("invalid_api_key", KEY + " " + PROMPT),
                "<html>" + KEY + "</html>");
        for (int status : List.of(200, 302, 400, 401, 404, 429, 500)) {
            for (String body : bodies) {
                server.enqueue(respond(status, body).setHeader("X-Key", KEY).build());
                keepsSecrets(failure());
            }
        }
        assertFalse(provider.toString().contains(KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk-abc\ndef", "sk-abc\r\nX-Evil: 1", "sk-åäö", "sk abc"})
    void a_key_no_header_can_hold_is_a_matter_of_the_setting(String key) {
        try (LLMProvider wrong = provider(server.url("/v1").uri(), Optional.of(key), STALL, TimeSource.system())) {
            LLMException failure = assertThrows(
                    LLMException.class,
                    () -> wrong.complete(
                            request().build(),
                            "m",
                            TokenSink.NONE,
                            TimeSource.system().deadlineIn(LONG)));
            assertEquals(ErrorType.AUTH, failure.type());
            assertFalse(trace(failure).contains("abc"), failure.getMessage());
            assertEquals(0, server.getRequestCount());
        }
    }

    @Test
    void a_name_that_a_server_makes_up_is_not_passed_on() {
        server.enqueue(answer("Yes.", Optional.of(usage))
                .newBuilder()
                .setHeader(requestIdHeader(), "r".repeat(5000))
                .build());
        assertTrue(ask().requestId().length() <= 200);
    }

    static void isOneSentence(LLMException failure) {
        String message = failure.getMessage();
        assertTrue(
                message.endsWith(".") && !message.contains("\n") && !message.contains("null") && message.length() < 250,
                message);
        keepsSecrets(failure);
    }

    static void keepsSecrets(LLMException failure) {
        String trace = trace(failure);
        assertFalse(trace.contains(KEY), trace);
        assertFalse(trace.toLowerCase(java.util.Locale.ROOT).contains("secret0123"), trace);
        assertFalse(trace.contains("harbour"), trace);
    }

    static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text + failure.toString();
    }
}
