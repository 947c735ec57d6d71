package dev.llmagents.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.json.Json;
import dev.llmagents.json.Schema;
import dev.llmagents.llm.BudgetLedger.Cap;
import dev.llmagents.llm.BudgetLedger.Scope;
import dev.llmagents.llm.BudgetLedger.Standing;
import dev.llmagents.state.SharedState;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole command lines under budgets and limits, and one that is broken off. */
@Timeout(90)
class AnalyzeBudgetTest {
    @TempDir
    private Path home;

    private Path transcript() throws IOException {
        return Files.writeString(
                home.resolve("meeting.txt"),
                "Anna: We rent the hall in May.\nBen: Agreed. I will call the owner by Friday.\n");
    }

    private void config(String yaml) throws IOException {
        Files.createDirectories(home.resolve("llm-agents-home"));
        Files.writeString(home.resolve("llm-agents-home/config.yaml"), yaml);
    }

    private Invocation analyze(ModelServer server, String... more) throws IOException {
        String[] all = new String[more.length + 3];
        all[0] = "meetmind";
        all[1] = "analyze";
        all[2] = transcript().toString();
        System.arraycopy(more, 0, all, 3, more.length);
        return Invocation.in(home)
                .with("OPENAI_BASE_URL", server.baseUrl())
                .with("OPENAI_API_KEY", "sk-test")
                .run(all);
    }

    @Test
    void over_the_budget_of_the_run_the_rules_answer_and_say_so() throws IOException {
        try (ModelServer server = new ModelServer()) {
            Invocation run = analyze(server, "--max-cost", "0.000001");
            assertEquals(0, run.code(), run::toString);
            assertTrue(
                    run.err().contains("budget exceeded: this run has spent 0.00 of 0.000001 USD (--max-cost)"),
                    run::toString);
            assertTrue(run.out().contains("call the owner"), run::toString);
            assertEquals(
                    5, analyze(server, "--max-cost", "0.000001", "--strict").code());
            assertEquals(List.of(), server.requests());
        }
    }

    @Test
    void a_daily_budget_of_the_settings_holds_and_stats_tell_how_it_stands() throws Exception {
        config("budgets:\n  tenant:\n    default:\n      daily: 0.01\n  agent:\n    meetmind.qa:\n      daily: 0\n");
        try (ModelServer server = new ModelServer()) {
            Invocation run = analyze(server, "--strict");
            assertEquals(5, run.code(), run::toString);
            assertTrue(
                    run.err().contains("budget exceeded: agent meetmind.qa has spent 0.00 of 0.00 USD today"),
                    run::toString);
        }
        Invocation table = Invocation.in(home).run("stats", "--budget", "--format", "table");
        assertEquals(0, table.code(), table::toString);
        assertTrue(table.out().contains("tenant default"), table::toString);
        assertTrue(table.out().contains("0.01"), table::toString);
        Invocation json = Invocation.in(home).run("stats", "--budget", "--format", "json");
        try (InputStream schema = getClass().getResourceAsStream("/schemas/stats-budget.1.json")) {
            assertEquals(
                    List.of(),
                    new Schema(Json.parse(new String(schema.readAllBytes(), StandardCharsets.UTF_8)))
                            .problemsWith(Json.parse(json.out())),
                    json::toString);
        }
        assertTrue(json.out().contains("\"name\": \"meetmind.qa\""), json::toString);
        assertEquals(
                2,
                Invocation.in(home).run("stats", "--budget", "--format", "csv").code());
        assertEquals(
                2, Invocation.in(home).run("stats", "--budget", "--since", "1h").code());
    }

    @Test
    void a_rate_limit_that_leaves_no_turn_lets_the_rules_answer() throws IOException {
        config("limits:\n  requests_per_minute: 1\n");
        try (ModelServer server = new ModelServer()) {
            Invocation run = analyze(server, "--timeout", "5s");
            assertEquals(0, run.code(), run::toString);
            assertTrue(run.err().contains("limits.requests_per_minute"), run::toString);
            assertEquals(1, server.requests().size(), "retries are requests too");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "budgets.dayly: 1, budgets.daily",
        "budgets.tenant.acme.dayly: 1, budgets.tenant.acme.daily",
        "budgets.tenat.acme.daily: 1, budgets.tenant.acme.daily",
        "limits.agent.meetmind.qa.request_per_minute: 1, limits.agent.meetmind.qa.requests_per_minute",
        "budgets.daily: much, is no amount of USD",
        "budgets.daily: -1, is no amount of USD",
        "budgets.daily: 1e9, is no amount of USD",
        "budgets.warn: 0, write 0.8",
        "limits.requests_per_minute: 0, is no whole number",
        "limits.team.meetmind.tokens_per_minute: 2.5, is no whole number"
    })
    void a_setting_that_is_none_is_told_with_the_way_out(String yaml, String told) throws IOException {
        config(yaml + "\n");
        Invocation run =
                Invocation.in(home).run("meetmind", "analyze", transcript().toString());
        assertEquals(2, run.code(), run::toString);
        assertTrue(run.err().contains(told), run::toString);
    }

    @Test
    void an_amount_that_is_none_is_told() throws IOException {
        Invocation run =
                Invocation.in(home).run("meetmind", "analyze", transcript().toString(), "--max-cost", "lots");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("'lots' for --max-cost is no amount of USD such as 0.50"), run::toString);
    }

    /** G1: Ctrl-C leaves a line for every attempt that was on its way. */
    @Test
    void a_run_that_is_broken_off_leaves_the_lines_of_its_attempts_and_what_it_reserved_is_counted() throws Exception {
        // One agent asks and the others wait for a turn, so that it is known who is on the way when the run is broken
        // off.
        config("budgets:\n  daily: 1.00\nlimits:\n  requests_per_minute: 1\n");
        CountDownLatch asked = new CountDownLatch(1);
        try (MockWebServer server = new MockWebServer()) {
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    asked.countDown();
                    return new MockResponse.Builder()
                            .headersDelay(1, TimeUnit.MINUTES)
                            .build();
                }
            });
            server.start();
            Process run = start(server);
            assertTrue(asked.await(60, TimeUnit.SECONDS));
            long begin = System.nanoTime();
            assertEquals(
                    0,
                    new ProcessBuilder("kill", "-INT", Long.toString(run.pid()))
                            .start()
                            .waitFor());
            assertTrue(run.waitFor(20, TimeUnit.SECONDS));
            assertTrue(Duration.ofNanos(System.nanoTime() - begin).toSeconds() < 10, "it did not end soon");
            assertEquals(130, run.exitValue());
            assertEquals("", new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            assertEquals(1, server.getRequestCount());
            List<String> lines = usage();
            assertEquals(1, lines.size(), lines::toString);
            assertTrue(lines.stream().allMatch(line -> line.contains("\"status\":\"cancelled\"")), lines::toString);
        }
        Standing standing = new SharedState(
                        Optional.of(home.resolve("llm-agents-home/state/shared")),
                        Clock.systemUTC(),
                        new Random(),
                        warning -> {})
                .dailyBudgets()
                .standings(List.of(new Cap(new Scope(Scope.Kind.TENANT, "default"), BigDecimal.ONE)))
                .get(0);
        assertEquals(0, standing.reserved().signum(), "nothing is left reserved");
        assertEquals(1, standing.spent().signum(), "the provider may bill what it was sent");
    }

    private List<String> usage() throws IOException {
        try (var files = Files.list(home.resolve("llm-agents-home/state/usage"))) {
            return Files.readAllLines(files.filter(file -> file.toString().endsWith(".jsonl"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    private Process start(MockWebServer server) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        // A shell that starts things in the background has them ignore Ctrl-C, and what they start inherits it.
        boolean resets = false;
        try {
            resets = new ProcessBuilder("env", "--default-signal=INT", "true")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noEnv) {
            // Then as it is.
        }
        if (resets) {
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.llmagents.Main",
                "meetmind",
                "analyze",
                transcript().toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("LLM_AGENTS_") || name.startsWith("OPENAI_"));
        builder.environment()
                .put("LLM_AGENTS_HOME", home.resolve("llm-agents-home").toString());
        builder.environment().put("OPENAI_API_KEY", "sk-test");
        builder.environment().put("OPENAI_BASE_URL", "http://127.0.0.1:" + server.getPort() + "/v1");
        builder.directory(home.toFile());
        builder.redirectError(home.resolve("errors").toFile());
        return builder.start();
    }
}
