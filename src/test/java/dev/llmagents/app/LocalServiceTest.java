package dev.llmagents.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.LLMUsageStats;
import dev.llmagents.llm.ModelTable;
import dev.llmagents.llm.ModelTarget;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.record.Terms;
import dev.llmagents.testing.Requests;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The steps of local mode together, from a request to the files on disk. */
@Timeout(60)
class LocalServiceTest {
    private static final String KEY = "sk-Secret0123456789";
    private static final String ANSWER =
            "{\"id\":\"c1\",\"model\":\"gpt-4o-mini-2024-07-18\",\"choices\":[{\"message\":"
                    + "{\"content\":\"They rent it.\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":1000,"
                    + "\"completion_tokens\":100,\"prompt_tokens_details\":{\"cached_tokens\":400}}}";

    @TempDir
    Path home;

    private final MockWebServer server = new MockWebServer();
    private final List<String> warnings = new ArrayList<>();
    // Pauses are left out: what is tested is what happens, not how long it takes.
    private final TimeSource time = new TimeSource(Clock.systemUTC(), System::nanoTime, pause -> {});

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private LocalService open(Map<String, String> environment) {
        Settings settings = new Settings(
                Mode.LOCAL,
                "acme",
                Optional.of(new Secret(KEY)),
                Optional.of(server.url("/v1").uri()),
                Map.of(),
                Optional.empty(),
                Duration.ofSeconds(30));
        RunOptions options = new RunOptions(false, Optional.empty(), Optional.empty(), true, true);
        return LocalService.of(
                settings,
                new Reach(settings, options),
                new Regions(settings, Optional::empty),
                Folders.of(environment),
                options,
                ModelTable.builtIn(),
                time,
                new Random(1),
                warnings::add,
                new RunTrail(
                        Keeping.NOTHING,
                        "run-1",
                        settings,
                        Optional.empty(),
                        new Terms(Map.of(), Terms.Sent.MASKED),
                        time,
                        warnings::add));
    }

    private LocalService open() {
        return open(Map.of("LLM_AGENTS_HOME", home.toString()));
    }

    private void answers(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    private static LLMRequest request() {
        return Requests.request().withCache(Requests.KEPT).build();
    }

    private List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(home.resolve("state/usage"))) {
            for (Path file : files.sorted().toList()) {
                Files.readAllLines(file).forEach(line -> lines.add(Requests.json(line)));
            }
        }
        return lines;
    }

    @Test
    void a_question_is_paid_for_once_also_over_two_runs() throws IOException {
        answers(200, ANSWER);
        try (LocalService first = open()) {
            LLMResponse asked = first.service().complete(request());
            assertFalse(asked.cached());
            // A server that is sent a key is taken for a gateway to one that bills.
            assertEquals(0, new BigDecimal("0.00018").compareTo(asked.costUsd().orElseThrow()));
        }
        try (LocalService second = open()) {
            LLMResponse kept = second.service().complete(request());
            assertTrue(kept.cached());
            assertEquals("They rent it.", kept.content());
            assertEquals(0, BigDecimal.ZERO.compareTo(kept.costUsd().orElseThrow()));
            assertEquals(1, second.service().usageStats().cached());
        }
        assertEquals(1, server.getRequestCount());
        List<JsonNode> lines = lines();
        assertEquals(List.of("initial", "cache"), causes(lines));
        assertEquals(1000, lines.get(1).path("promptTokens").asInt());
        assertEquals(List.of(), warnings);
    }

    private static List<String> causes(List<JsonNode> lines) {
        return lines.stream().map(line -> line.path("cause").asText()).toList();
    }

    @Test
    void every_attempt_is_a_line_and_the_lines_add_up_to_what_the_call_cost() throws IOException {
        answers(500, "");
        answers(429, "{\"error\":{\"code\":\"rate_limit_exceeded\"}}");
        answers(200, ANSWER);
        try (LocalService local = open()) {
            LLMResponse response = local.service().complete(request());
            LLMUsageStats stats = local.service().usageStats();
            List<JsonNode> lines = lines();
            assertEquals(List.of("initial", "retry", "retry"), causes(lines));
            assertEquals("outage", lines.get(0).path("errorType").asText());
            assertEquals("rate_limited", lines.get(1).path("errorType").asText());
            BigDecimal sum = lines.stream()
                    .map(line -> line.path("costUsd").decimalValue())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(0, sum.compareTo(response.costUsd().orElseThrow()));
            assertEquals(0, sum.compareTo(stats.costUsd()));
            assertEquals(3, stats.attempts());
        }
    }

    /** G8: runs learn of an outage from each other. */
    @Test
    void a_hundred_runs_during_an_outage_make_few_calls_together() {
        for (int i = 0; i < 40; i++) {
            answers(500, "");
        }
        for (int run = 0; run < 100; run++) {
            try (LocalService local = open()) {
                LLMException down =
                        assertThrows(LLMException.class, () -> local.service().complete(request()));
                assertEquals(run < 5 ? ErrorType.OUTAGE : ErrorType.UNAVAILABLE, down.type(), "run " + run);
            }
        }
        assertEquals(15, server.getRequestCount(), "five calls of three attempts each");
        assertEquals(List.of(), warnings);
    }

    @Test
    void without_limits_and_outages_nothing_is_shared_and_no_file_is_made() throws IOException {
        answers(200, ANSWER);
        try (LocalService local = open()) {
            local.service().complete(request());
        }
        assertFalse(Files.exists(home.resolve("state/shared")));
    }

    @Test
    void a_failure_is_never_kept_as_an_answer() throws IOException {
        answers(401, "{\"error\":{\"code\":\"invalid_api_key\",\"message\":\"" + KEY + "\"}}");
        answers(200, ANSWER);
        try (LocalService local = open()) {
            LLMException refused =
                    assertThrows(LLMException.class, () -> local.service().complete(request()));
            assertEquals(ErrorType.AUTH, refused.type());
            assertFalse(local.service().complete(request()).cached());
        }
        assertEquals(List.of("initial", "initial"), causes(lines()));
    }

    /** G4: an answer is kept for the model that gave it only if that is the one that was asked first. */
    @Test
    void an_answer_of_a_fallback_model_is_not_served_in_the_name_of_the_first() {
        LLMRequest request = Requests.request()
                .withCache(Requests.KEPT)
                .withTargets(new ModelTarget("openai", "gpt-4.1"), Requests.OPENAI)
                .build();
        answers(400, "{\"error\":{\"code\":\"model_not_found\"}}");
        answers(200, ANSWER);
        answers(
                200,
                ANSWER.replace("gpt-4o-mini-2024-07-18", "gpt-4.1-2025-04-14").replace("They rent", "They buy"));
        try (LocalService local = open()) {
            assertEquals("They rent it.", local.service().complete(request).content());
            assertEquals("They buy it.", local.service().complete(request).content());
            LLMResponse kept = local.service().complete(request);
            assertTrue(kept.cached());
            assertEquals("They buy it.", kept.content());
        }
    }

    @Test
    void neither_the_key_nor_the_prompt_is_on_disk() throws IOException {
        answers(401, "{\"error\":{\"code\":\"" + KEY + "\",\"message\":\"" + KEY + "\"}}");
        answers(200, ANSWER);
        try (LocalService local = open()) {
            assertThrows(LLMException.class, () -> local.service().complete(request()));
            local.service().complete(request());
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertFalse(text.contains("Secret0123") || text.contains("What was decided?"), file.toString());
            }
        }
    }

    @Test
    void a_model_of_this_machine_costs_nothing() throws IOException {
        answers(200, ANSWER.replace("gpt-4o-mini-2024-07-18", "llama"));
        try (LocalService local = open()) {
            LLMRequest request = Requests.request()
                    .withTargets(new ModelTarget("openai", "llama"))
                    .build();
            assertEquals(
                    0, local.service().complete(request).costUsd().orElseThrow().signum());
        }
        assertEquals("local", lines().get(0).path("region").asText());
    }

    @Test
    void without_a_home_it_works_and_says_that_nothing_is_logged() {
        answers(200, ANSWER);
        try (LocalService local = open(Map.of())) {
            assertEquals("They rent it.", local.service().complete(request()).content());
            assertTrue(local.service().complete(request()).cached());
        }
        assertEquals(List.of("Usage is not logged, since neither HOME nor LLM_AGENTS_HOME is set."), warnings);
    }

    @Test
    void a_home_that_cannot_be_written_to_costs_warnings_and_no_answers() throws IOException {
        Path inTheWay = Files.writeString(home.resolve("file"), "");
        answers(200, ANSWER);
        try (LocalService local = open(Map.of("LLM_AGENTS_HOME", inTheWay.toString()))) {
            assertEquals("They rent it.", local.service().complete(request()).content());
            assertTrue(local.service().complete(request()).cached());
        }
        assertEquals(2, warnings.size(), warnings.toString());
    }
}
