package dev.llmagents.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import dev.llmagents.json.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole command lines of {@code llm-agents load-test}; the simulated provider's pauses take no time here. */
class LoadTestCommandTest {
    @TempDir
    private Path home;

    private Invocation load(String... arguments) {
        String[] all = new String[arguments.length + 5];
        all[0] = "load-test";
        all[1] = "--duration";
        all[2] = "1s";
        all[3] = "--warmup";
        all[4] = "0s";
        System.arraycopy(arguments, 0, all, 5, arguments.length);
        return Invocation.in(home).run(all);
    }

    private static Schema schema() throws IOException {
        try (InputStream in = LoadTestCommandTest.class.getResourceAsStream("/schemas/load-test.1.json")) {
            return new Schema(
                    Json.parse(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    @Test
    void tells_in_json_that_keeps_to_its_schema_what_became_of_each_request() throws IOException {
        Invocation run = load("--rate", "20/s", "--hit-share", "0.5", "--format", "json", "--slo", "error_rate<1%");
        JsonNode report = Json.parse(run.out());
        assertEquals(List.of(), schema().problemsWith(report));
        JsonNode result = report.path("results").path(0);
        JsonNode requests = result.path("requests");
        assertEquals(20, requests.path("sent").asInt(), run::toString);
        assertEquals(20, requests.path("answered").asInt(), run::toString);
        assertEquals(
                20,
                requests.path("cacheHits").asInt()
                        + requests.path("coalesced").asInt()
                        + requests.path("cacheMisses").asInt(),
                run::toString);
        assertTrue(result.path("cost").path("usd").asDouble() > 0, run::toString);
        assertTrue(result.path("goals").path(0).path("met").asBoolean(), run::toString);
    }

    @Test
    void leaves_nothing_in_the_users_folders() throws IOException {
        Invocation run = load("--rate", "5/s");
        assertEquals(0, run.code(), run::toString);
        assertFalse(Files.exists(home.resolve("llm-agents-home")), "the user's folders were written to");
        assertTrue(run.out().contains("Own overhead"), run::toString);
        assertEquals("", run.err());
    }

    @Test
    void a_goal_that_is_missed_is_exit_code_7() {
        Invocation run = load("--rate", "10/s", "--fault", "errors 100% bad_request", "--slo", "error_rate<1%,p95<2s");
        assertEquals(7, run.code(), run::toString);
        assertTrue(run.out().contains("10 bad_request"), run::toString);
        assertTrue(run.out().contains("MISSED: 100.00%"), run::toString);
        assertTrue(run.out().contains("MISSED: nothing was measured"), run::toString);
        String verdict = run.out().substring(run.out().lastIndexOf("\nVerdict: "));
        assertTrue(
                List.of("\nVerdict: goals missed\n", "\nVerdict: figures invalid, so the goals are undecided\n")
                        .contains(verdict),
                run::toString);
    }

    @Test
    void another_provider_stands_in_and_the_breaker_is_seen() throws IOException {
        Invocation run = load("--rate", "20/s", "--fault", "outage", "--fallback", "standby", "--format", "json");
        JsonNode result = Json.parse(run.out()).path("results").path(0);
        assertEquals("simulated + standby", result.path("provider").asText());
        assertEquals(20, result.path("requests").path("answered").asInt(), run::toString);
        assertEquals("open", result.path("breakers").path(0).path("to").asText(), run::toString);
        assertEquals(1, result.path("failovers").size(), run::toString);
        JsonNode failover = result.path("failovers").path(0);
        assertTrue(
                failover.path("askedSeconds").asDouble()
                        <= failover.path("tookSeconds").asDouble(),
                run::toString);
        assertEquals(List.of(), schema().problemsWith(Json.parse(run.out())));
    }

    @Test
    void what_befell_the_providers_is_told_in_the_order_of_time() {
        Invocation run = load("--rate", "20/s", "--fault", "outage", "--fallback", "standby");
        int failure = run.out().indexOf("first failure; another provider was asked after");
        int opening = run.out().indexOf("breaker of simulated@simulated closed → open");
        assertTrue(failure > 0 && failure < opening, run::toString);
    }

    @Test
    void a_closed_loop_and_a_stream_are_measured_as_well() throws IOException {
        Invocation run = load("--concurrency", "1", "--stream", "--fault", "latency 0ms", "--format", "json");
        JsonNode result = Json.parse(run.out()).path("results").path(0);
        assertTrue(result.path("latencyMs").path("firstToken").path("count").asInt() > 0, run::toString);
        assertTrue(result.path("sending").path("intendedPerSecond").isNull(), run::toString);
    }

    @Test
    void a_report_is_compared_with_an_earlier_one_and_drawn() throws IOException {
        assertEquals(
                0,
                load("--rate", "10/s", "-o", home.resolve("old.json").toString())
                        .code());
        Invocation run = load(
                "--rate",
                "10/s",
                "--compare",
                home.resolve("old.json").toString(),
                "-o",
                home.resolve("new.html").toString());
        assertEquals(0, run.code(), run::toString);
        String page = Files.readString(home.resolve("new.html"));
        assertTrue(page.contains("Compared with 2026-11-22T10:00:00Z"), page);
        assertFalse(page.contains("<script"), page);
    }

    @Test
    void what_makes_two_tests_unlike_is_told_beside_their_figures() throws IOException {
        String old = home.resolve("old.json").toString();
        load("--rate", "10/s", "-o", old);
        Invocation same = load("--rate", "10/s", "--compare", old);
        // A machine that is busy may make it an invalid one, which is told, too.
        assertFalse(same.out().contains(" and is "), same::toString);
        Invocation other = load(
                "--rate",
                "20/s",
                "--fallback",
                "standby",
                "--workload",
                "svea=2",
                "--compare",
                old,
                "--format",
                "json");
        JsonNode report = Json.parse(other.out());
        assertEquals(List.of(), schema().problemsWith(report));
        String unlike = report.path("unlike").toString();
        assertTrue(unlike.contains("rate was 10/s and is 20/s"), unlike);
        assertTrue(unlike.contains("workload was") && unlike.contains("svea.qa"), unlike);
        assertTrue(unlike.contains("no result of simulated + standby"), unlike);
        assertFalse(unlike.contains("durationSeconds"), unlike);
        Invocation page = load("--rate", "20/s", "--compare", old, "--format", "html");
        assertTrue(page.out().contains("<li>rate was 10/s and is 20/s</li>"), page::toString);
    }

    @Test
    void what_an_odd_report_lacks_is_told_and_nothing_of_it_reaches_the_terminal_as_it_is() throws IOException {
        Path odd = home.resolve("odd.json");
        Files.writeString(
                odd,
                "{\"schema\":\"https://llm-agents.example/schemas/load-test/1\",\"plan\":[1],\"machine\":\"x\","
                        + "\"started\":\"\\u001b[31mx\",\"results\":[{\"provider\":\"simulated\","
                        + "\"sending\":{\"verdict\":\"invalid\",\"reason\":\"\\u001b[2J\"}}]}");
        Invocation run = load("--rate", "5/s", "--compare", odd.toString());
        assertEquals(0, run.code(), run::toString);
        assertTrue(run.out().contains("NOT THE SAME: rate was not given and is 5/s"), run::toString);
        assertTrue(run.out().contains("the earlier figures of simulated are invalid"), run::toString);
        assertFalse(run.out().contains("fault was not given"), run::toString);
        assertFalse(run.out().contains("\u001b"), run::toString);
    }

    @Test
    void a_script_for_a_provider_that_is_not_asked_is_a_mistake() {
        Invocation run = load("--provider", "openai", "--fallback", "standby", "--fault", "outage");
        assertEquals(2, run.code(), run::toString);
        assertTrue(run.err().contains("name that provider, too"), run::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rate | fast | 1000/m",
                "--concurrency | 0 | between 1 and",
                "--slo | p95<2 | needs a unit",
                "--slo | speed<2s | no figure of a load test",
                "--provider | opanai | did you mean openai",
                "--slo | error_rate<1 | is no share that a test can have",
                "--slo | error_rate<150% | is no share that a test can have",
                "--workload | 7 | neither an agent",
                "--workload | nobody | There are felicia, felicia.architect",
                "--workload | meetmin | no agent or team 'meetmin' for --workload: did you mean meetmind?",
                "--workload | meetmind.qqa=2 | did you mean meetmind.qa?",
                "--fallback | nobody | for --fallback. There are openai",
                "--fallback | simulated | the provider that is to fail",
                "--model | gpt-4o-mini | is for a real provider",
                "--fault | explode | is unknown",
                "--hit-share | 2 | no share between 0 and 1",
                "--max-cost | much | no amount of USD",
                "--provider | openai | set OPENAI_API_KEY",
            })
    void what_cannot_be_used_is_named_with_the_way_out(String option, String value, String message) {
        Invocation run = load(option, value);
        assertEquals(2, run.code(), run::toString);
        assertTrue(run.err().contains(message), run::toString);
        assertEquals("", run.out());
    }

    @Test
    void a_file_that_is_no_report_is_not_compared_with() throws IOException {
        Files.writeString(home.resolve("other.json"), "{\"schema\":\"else\"}");
        Invocation run = load("--compare", home.resolve("other.json").toString());
        assertEquals(3, run.code(), run::toString);
        assertTrue(run.err().contains("other.json is no report of load-test"), run::toString);
        Files.writeString(
                home.resolve("later.json"), "{\"schema\":\"https://llm-agents.example/schemas/load-test/2\"}");
        Invocation later = load("--compare", home.resolve("later.json").toString());
        assertEquals(3, later.code(), later::toString);
        assertTrue(later.err().contains("with other reports"), later::toString);
        Invocation missing = load("--compare", home.resolve("none.json").toString());
        assertEquals(3, missing.code(), missing::toString);
        assertTrue(missing.err().contains("none.json does not exist"), missing::toString);
        Path endless = Path.of("/dev/zero");
        if (Files.exists(endless)) {
            assertEquals(3, load("--compare", endless.toString()).code());
        }
        Files.writeString(home.resolve("broken.json"), "{");
        assertEquals(
                3, load("--compare", home.resolve("broken.json").toString()).code());
    }
}
