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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that are listed, shown and resumed. */
class RunsCommandTest {
    private static final String KEY = "a-key-of-no-known-form-77";

    @TempDir
    private Path home;

    private final ModelServer server = new ModelServer();
    private Path meeting;
    /** Each run draws its id from here, so that they differ. */
    private int seed;

    @BeforeEach
    void write() {
        GardenAnswers.ALL.forEach(server::says);
        meeting = Meetings.write(home, "garden.txt", Meetings.ENGLISH);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Invocation.Setup setup() {
        seed++;
        return Invocation.in(home)
                .seed(seed)
                .with("OPENAI_BASE_URL", server.baseUrl())
                .with("OPENAI_API_KEY", KEY);
    }

    private Invocation analyze(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("meetmind", "analyze", meeting.toString(), "--format", "json"));
        arguments.addAll(List.of(more));
        return setup().run(arguments.toArray(String[]::new));
    }

    private Invocation runs(String... more) {
        List<String> arguments = new ArrayList<>(List.of("runs"));
        arguments.addAll(List.of(more));
        return setup().run(arguments.toArray(String[]::new));
    }

    private static JsonNode json(Invocation run) throws IOException {
        assertEquals(0, run.code(), run::toString);
        return Json.parse(run.out());
    }

    private JsonNode list() throws IOException {
        JsonNode list = json(runs("list", "--format", "json", "-n", "0"));
        fits("runs-list.1", list);
        return list;
    }

    private JsonNode show(String id) throws IOException {
        JsonNode shown = json(runs("show", id, "--format", "json"));
        fits("runs-show.1", shown);
        return shown;
    }

    private static void fits(String schema, JsonNode node) throws IOException {
        try (InputStream published = RunsCommandTest.class.getResourceAsStream("/schemas/" + schema + ".json")) {
            assertEquals(
                    List.of(),
                    new Schema(Json.parse(new String(published.readAllBytes(), StandardCharsets.UTF_8)))
                            .problemsWith(node),
                    node::toPrettyString);
        }
    }

    private String onlyId() throws IOException {
        JsonNode list = list();
        assertEquals(1, list.size(), list::toPrettyString);
        return list.at("/0/id").asText();
    }

    @Test
    void a_run_that_asked_a_model_is_listed_with_what_it_read_and_cost() throws IOException {
        JsonNode report = json(analyze());
        JsonNode run = list().get(0);
        assertEquals(report.path("runId"), run.path("id"));
        assertEquals("meetmind analyze", run.path("command").asText());
        assertEquals("done", run.path("status").asText());
        assertEquals(0, run.path("exitCode").asInt());
        assertEquals(5, run.path("calls").asInt());
        assertEquals(report.at("/cost/usd").decimalValue(), run.path("costUsd").decimalValue());
        assertEquals(report.at("/input/0/sha256"), run.at("/inputs/0/sha256"));
        Invocation table = runs("list");
        assertTrue(
                table.out().contains(run.path("id").asText().substring(0, 8))
                        && table.out().contains("garden.txt"),
                table::toString);
    }

    @Test
    void runs_by_the_rules_alone_and_runs_that_only_look_leave_nothing() throws IOException {
        assertEquals(0, analyze("--offline").code());
        assertEquals(0, analyze("--show-masked").code());
        assertEquals(0, analyze("--dry-run").code());
        Invocation none = runs("list");
        assertEquals(0, none.code());
        assertEquals("", none.out());
        assertTrue(none.err().contains("No runs yet"), none::toString);
        assertFalse(Files.exists(home.resolve("llm-agents-home/state/runs")));
    }

    @Test
    void what_a_run_leaves_is_private_and_holds_no_prompt_and_no_key() throws IOException {
        analyze("--consent-unmasked");
        Path folder = home.resolve("llm-agents-home/state/runs").resolve(onlyId());
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
                String text = Files.readString(file);
                assertFalse(text.contains(KEY) || text.contains("No idea yet") || text.contains("Boris"), text);
            }
        }
    }

    @Test
    void a_secret_on_the_command_line_is_not_kept_and_such_a_run_cannot_be_repeated() throws IOException {
        analyze("--model", "sk-abcdefghijklmnopqrstuvwx");
        String id = onlyId();
        assertFalse(runs("show", id, "--format", "json").out().contains("sk-abc"));
        Invocation resumed = runs("resume", id);
        assertEquals(2, resumed.code(), resumed::toString);
        assertTrue(resumed.err().contains("held a secret"), resumed::toString);
    }

    @Test
    void a_run_is_shown_by_the_beginning_of_its_id_with_each_call() throws IOException {
        server.says("meetmind.qa", "no JSON");
        analyze();
        String id = onlyId();
        JsonNode shown = show(id.substring(0, 4));
        assertEquals(id, shown.path("id").asText());
        assertEquals(6, shown.path("steps").size(), "one of the five agents was asked twice");
        assertEquals("meetmind.architect", shown.at("/steps/0/agent").asText());
        assertEquals("model", shown.at("/steps/0/source").asText());
        assertEquals(
                ModelServer.PROMPT_TOKENS, shown.at("/steps/0/promptTokens").asInt());
        Invocation table = runs("show", id);
        assertTrue(table.out().contains("gpt-4o-mini-2024") && table.out().contains("sha256"), table::toString);
        assertTrue(table.out().lines().filter(line -> line.contains("$")).allMatch(line -> line.length() <= 80));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "show zzzz | did you mean",
                "show | ID",
                "resume ffffffffffff | did you mean",
                "show ../../etc | did you mean",
                "list -n -1 | 0 for all",
                "list -n many | many",
                "list --format xml | xml",
                "shw | show",
                "'' | runs list"
            })
    void a_mistake_is_one_sentence_that_names_the_way_out(String arguments, String said) {
        analyze();
        Invocation run = runs(
                Stream.of(arguments.split(" ")).filter(word -> !word.isEmpty()).toArray(String[]::new));
        assertEquals(2, run.code(), run::toString);
        assertEquals(1, run.err().lines().count(), run::toString);
        assertTrue(run.err().contains(said), run::toString);
    }

    @Test
    void an_ambiguous_beginning_names_the_runs_it_could_be() throws IOException {
        for (int i = 0; i < 20; i++) {
            analyze();
        }
        List<String> ids = new ArrayList<>();
        list().forEach(run -> ids.add(run.path("id").asText()));
        String shared = ids.stream()
                .map(id -> id.substring(0, 1))
                .filter(digit -> ids.stream().filter(id -> id.startsWith(digit)).count() > 1)
                .findFirst()
                .orElseThrow();
        Invocation run = runs("show", shared);
        assertEquals(2, run.code());
        assertTrue(run.err().contains("is the beginning of"), run::toString);
    }

    @Test
    void the_oldest_runs_go_when_there_are_more_than_are_kept() throws IOException {
        for (int i = 0; i < 4; i++) {
            setup().with("LLM_AGENTS_RUNS_KEEP", "3").run("meetmind", "analyze", meeting.toString());
        }
        assertEquals(3, list().size());
        setup().with("LLM_AGENTS_RUNS_KEEP", "0").run("meetmind", "analyze", meeting.toString());
        assertEquals(3, list().size(), "with 0 a run is not kept, and those of before are left alone");
        Invocation wrong = setup().with("LLM_AGENTS_RUNS_KEEP", "all").run("meetmind", "analyze", meeting.toString());
        assertEquals(2, wrong.code());
        assertTrue(wrong.err().contains("runs") && wrong.err().contains("99999"), wrong::toString);
    }

    @Test
    void a_finished_run_is_told_again_without_a_call_though_the_cache_is_off() throws IOException {
        JsonNode first = json(analyze("--no-cache"));
        Map<String, Integer> asked = server.requestsByAgent();
        Invocation again = runs("resume", onlyId());
        JsonNode second = json(again);
        assertEquals(asked, server.requestsByAgent());
        assertEquals(first.path("runId"), second.path("runId"));
        assertEquals(
                Json.write(first.path("result")).replace("\"source\":\"model\"", "\"source\":\"cache\""),
                Json.write(second.path("result")).replace("\"source\":\"model\"", "\"source\":\"cache\""));
        assertEquals(0, second.at("/cost/usd").decimalValue().signum());
        assertEquals(first.at("/cost/usd"), second.at("/cost/savedByCacheUsd"));
        assertTrue(again.err().contains("5 calls had ended"), again::toString);
        JsonNode run = list().get(0);
        assertEquals(5, run.path("calls").asInt());
        assertEquals(first.at("/cost/usd").decimalValue(), run.path("costUsd").decimalValue());
    }

    @Test
    void a_call_that_failed_fails_again_unless_it_is_to_be_retried() throws IOException {
        ModelServer dead = new ModelServer();
        GardenAnswers.ALL.forEach((agent, answer) -> {
            if (!agent.equals("meetmind.qa")) {
                dead.says(agent, answer);
            }
        });
        JsonNode first = json(setup().with("OPENAI_BASE_URL", dead.baseUrl())
                .run("meetmind", "analyze", meeting.toString(), "--format", "json", "--no-cache"));
        dead.close();
        String id = onlyId();
        assertEquals(1, list().at("/0/failed").asInt());
        assertEquals(5, show(id).path("steps").size());
        JsonNode resumed = json(runs("resume", id));
        assertEquals(Map.of(), server.requestsByAgent());
        assertEquals(first.path("warnings"), resumed.path("warnings"));
        assertEquals(first.path("degraded"), resumed.path("degraded"));
        Invocation shown = runs("show", id);
        assertTrue(shown.out().contains("outage") || shown.out().contains("cut_stream"), shown::toString);

        JsonNode retried = json(runs("resume", id, "--retry-failed"));
        assertFalse(retried.path("degraded").asBoolean(), retried::toPrettyString);
        assertEquals(Map.of("meetmind_qa", 1), server.requestsByAgent());
        assertEquals(0, list().at("/0/failed").asInt());
        assertEquals(5, list().at("/0/calls").asInt());
        json(runs("resume", id));
        assertEquals(Map.of("meetmind_qa", 1), server.requestsByAgent());
    }

    @Test
    void a_run_whose_input_changed_or_is_gone_is_refused_before_anything_is_asked() throws IOException {
        analyze("--no-cache");
        String id = onlyId();
        Map<String, Integer> asked = server.requestsByAgent();
        Files.writeString(meeting, Meetings.ENGLISH + "More.\n");
        Invocation changed = runs("resume", id);
        assertEquals(3, changed.code(), changed::toString);
        assertTrue(changed.err().contains("garden.txt") && changed.err().contains("has changed"), changed::toString);
        Files.delete(meeting);
        Invocation gone = runs("resume", id);
        assertEquals(3, gone.code(), gone::toString);
        assertTrue(gone.err().contains("garden.txt"), gone::toString);
        assertEquals("", gone.out());
        assertEquals(asked, server.requestsByAgent());
        assertEquals("done", list().at("/0/status").asText());
    }

    @Test
    void a_run_of_standard_input_is_listed_but_not_resumed() throws IOException {
        Invocation piped = setup().stdin(Meetings.ENGLISH.getBytes(StandardCharsets.UTF_8))
                .run("meetmind", "analyze", "-", "--format", "json");
        assertEquals("model", json(piped).at("/agents/1/source").asText());
        Invocation resumed = runs("resume", onlyId());
        assertEquals(3, resumed.code(), resumed::toString);
        assertTrue(resumed.err().contains("standard input"), resumed::toString);
    }

    @Test
    void a_run_of_another_tenant_or_without_a_model_is_not_resumed() throws IOException {
        analyze();
        String id = onlyId();
        Invocation other = setup().with("LLM_AGENTS_TENANT", "other").run("runs", "resume", id);
        assertEquals(2, other.code(), other::toString);
        assertTrue(other.err().contains("tenant default"), other::toString);
        Invocation none = Invocation.in(home).run("runs", "resume", id);
        assertEquals(2, none.code(), none::toString);
        assertTrue(none.err().contains("no API key"), none::toString);
    }

    @Test
    void a_damaged_run_spoils_no_other() throws IOException {
        analyze();
        analyze();
        String id = list().at("/1/id").asText();
        Path folder = home.resolve("llm-agents-home/state/runs").resolve(id);
        Files.writeString(folder.resolve("run.json"), "{ half");
        assertEquals(1, list().size());
        Invocation shown = runs("show", id);
        assertEquals(2, shown.code(), shown::toString);
        assertTrue(shown.err().contains("cannot be read"), shown::toString);
    }
}
