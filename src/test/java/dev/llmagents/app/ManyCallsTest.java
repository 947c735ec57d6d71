package dev.llmagents.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.agent.Workers;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.Message;
import dev.llmagents.llm.ModelTable;
import dev.llmagents.llm.TimeSource;
import dev.llmagents.record.Terms;
import dev.llmagents.testing.Requests;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many calls at the same moment: all are answered, or all end, and each leaves its line. */
@Timeout(120)
class ManyCallsTest {
    private static final String ANSWER =
            "{\"id\":\"c1\",\"model\":\"gpt-4o-mini\",\"choices\":[{\"message\":{\"content\":\"yes\"},"
                    + "\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":1}}";

    @TempDir
    Path home;

    private final MockWebServer server = new MockWebServer();
    private final ExecutorService threads = Workers.forWaiting();

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        server.close();
    }

    private LocalService open() {
        Settings settings = new Settings(
                Mode.LOCAL,
                "acme",
                Optional.empty(),
                Optional.of(server.url("/v1").uri()),
                Map.of(),
                Optional.empty(),
                Duration.ofSeconds(60));
        RunOptions options = new RunOptions(false, Optional.empty(), Optional.empty(), true, true);
        return LocalService.of(
                settings,
                new Reach(settings, options),
                new Regions(settings, Optional::empty),
                Folders.of(Map.of("LLM_AGENTS_HOME", home.toString())),
                options,
                ModelTable.builtIn(),
                TimeSource.system(),
                new Random(1),
                warning -> {},
                new RunTrail(
                        Keeping.NOTHING,
                        "run-1",
                        settings,
                        Optional.empty(),
                        new Terms(Map.of(), Terms.Sent.MASKED),
                        TimeSource.system(),
                        warning -> {}));
    }

    private void serve(MockResponse response, CountDownLatch asked) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                asked.countDown();
                return response;
            }
        });
    }

    private static MockResponse never() {
        return new MockResponse.Builder().body(ANSWER).headersDelay(10, TimeUnit.MINUTES).build();
    }

    /** What became of each call: the answer, or the type of the failure. */
    private List<Future<String>> ask(LocalService local, int calls, Duration timeout) {
        List<Future<String>> futures = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            Requests request = Requests.request()
                    .withCache(Requests.KEPT)
                    .withTimeout(timeout)
                    .withMessages(Message.user("question " + "x".repeat(i)));
            futures.add(threads.submit(() -> {
                try {
                    return local.service().complete(request.build()).content();
                } catch (LLMException failure) {
                    return failure.type().label();
                }
            }));
        }
        return futures;
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
    void hundreds_at_once_are_all_answered_and_each_has_its_line() throws Exception {
        int calls = 500;
        CountDownLatch asked = new CountDownLatch(calls);
        // Answered when all have come, so all are on their way at the same moment.
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                asked.countDown();
                return asked.await(100, TimeUnit.SECONDS)
                        ? new MockResponse.Builder().body(ANSWER).build()
                        : new MockResponse.Builder().code(500).build();
            }
        });
        try (LocalService local = open()) {
            for (Future<String> answer : ask(local, calls, Duration.ofSeconds(110))) {
                assertEquals("yes", answer.get());
            }
        }
        assertEquals(calls, server.getRequestCount());
        List<JsonNode> lines = lines();
        assertEquals(calls, lines.size());
        assertTrue(lines.stream().allMatch(line -> line.path("status").asText().equals("ok")));
    }

    @Test
    void who_ends_a_run_ends_every_call_of_it() throws Exception {
        int calls = 50;
        CountDownLatch asked = new CountDownLatch(calls);
        serve(never(), asked);
        try (LocalService local = open()) {
            List<Future<String>> answers = ask(local, calls, Duration.ofMinutes(5));
            assertTrue(asked.await(60, TimeUnit.SECONDS));
            // As Ctrl-C does, by way of the run.
            threads.shutdownNow();
            for (Future<String> answer : answers) {
                assertEquals(ErrorType.CANCELLED.label(), answer.get());
            }
        }
        List<JsonNode> lines = lines();
        assertEquals(calls, lines.size());
        assertTrue(lines.stream().allMatch(line -> line.path("status").asText().equals("cancelled")));
    }

    @Test
    void a_service_that_is_closed_ends_every_call() throws Exception {
        int calls = 50;
        CountDownLatch asked = new CountDownLatch(calls);
        serve(never(), asked);
        List<Future<String>> answers;
        try (LocalService local = open()) {
            answers = ask(local, calls, Duration.ofMinutes(5));
            assertTrue(asked.await(60, TimeUnit.SECONDS));
        }
        for (Future<String> answer : answers) {
            assertEquals(ErrorType.CANCELLED.label(), answer.get());
        }
    }

    @Test
    void a_deadline_ends_every_call() throws Exception {
        int calls = 50;
        serve(never(), new CountDownLatch(calls));
        try (LocalService local = open()) {
            for (Future<String> answer : ask(local, calls, Duration.ofMillis(500))) {
                String type = answer.get();
                // The breaker opens after the first few; nobody waits longer than he said.
                assertTrue(
                        type.equals(ErrorType.TIMEOUT.label()) || type.equals(ErrorType.UNAVAILABLE.label()), type);
            }
        }
    }
}
