package dev.llmagents.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One meeting, several ways. */
class CompareCommandTest {
    @TempDir
    private Path home;

    private final ModelServer server = new ModelServer();
    private Path meeting;

    @BeforeEach
    void write() {
        GardenAnswers.ALL.forEach(server::says);
        // Found by no rule, and one that the meeting does not support.
        server.says("meetmind.implementation", """
                {"summary":[],
                 "decisions":[{"text":"The high gate is bought.","quote":"we buy the high gate","line":7}],
                 "actionItems":[],
                 "risks":[{"text":"Rain gets into the greenhouse.","quote":"The greenhouse roof leaks again","line":3},
                          {"text":"The neighbours sue.","quote":"the neighbours will sue us","line":4}],
                 "openQuestions":[]}""");
        meeting = Meetings.write(home, "garden.txt", Meetings.ENGLISH);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Invocation compare(Terminal terminal, String... arguments) {
        List<String> all = new ArrayList<>(List.of("compare"));
        all.addAll(List.of(arguments));
        return Invocation.in(home)
                .with("OPENAI_BASE_URL", server.baseUrl())
                .with("OPENAI_API_KEY", "key")
                .terminal(terminal)
                .run(all.toArray(String[]::new));
    }

    private Invocation compare(String... arguments) {
        return compare(new Terminal(false, false, 80, false), arguments);
    }

    private static JsonNode json(Invocation run) throws IOException {
        assertEquals(0, run.code(), run::toString);
        return Json.parse(run.out());
    }

    private static JsonNode section(JsonNode comparison, String name) {
        for (JsonNode section : comparison.path("sections")) {
            if (section.path("section").asText().equals(name)) {
                return section.path("items");
            }
        }
        throw new AssertionError(name + " is missing in " + comparison.toPrettyString());
    }

    @Test
    void shows_what_only_one_way_has_found_and_what_it_cost() throws IOException {
        JsonNode comparison = json(
                compare("meetmind", meeting.toString(), "--offline", "--model", "gpt-4o-mini", "--format", "json"));
        assertEquals("offline", comparison.at("/ways/0/name").asText());
        assertEquals("rules", comparison.at("/ways/0/sources/0").asText());
        assertEquals(0, comparison.at("/ways/0/calls").asInt());
        assertEquals(0, comparison.at("/ways/0/dropped").asInt());
        assertTrue(comparison.at("/ways/1/dropped").asInt() >= 1, comparison::toPrettyString);
        assertEquals(5, comparison.at("/ways/1/calls").asInt());
        assertEquals(
                5 * ModelServer.PROMPT_TOKENS,
                comparison.at("/ways/1/promptTokens").asInt());
        assertTrue(comparison.at("/ways/1/costUsd").decimalValue().signum() > 0);
        boolean rain = false;
        for (JsonNode item : section(comparison, "Risks")) {
            rain |= item.size() == 1 && item.at("/B/text").asText().startsWith("Rain");
        }
        assertTrue(rain, comparison::toPrettyString);
        JsonNode decisions = section(comparison, "Decisions");
        assertEquals(1, decisions.size(), "the same decision in two wordings is one row: " + decisions);
        assertEquals(2, decisions.get(0).size());
        assertFalse(comparison.toString().contains("neighbours"));
    }

    @Test
    void each_way_is_a_run_of_the_teams_command() throws IOException {
        json(compare("meetmind", meeting.toString(), "--offline", "--model", "gpt-4o-mini", "--format", "json"));
        JsonNode runs = json(Invocation.in(home).run("runs", "list", "--format", "json"));
        assertEquals(1, runs.size());
        assertEquals("meetmind analyze", runs.at("/0/command").asText());
        assertTrue(runs.at("/0/arguments").toString().contains("gpt-4o-mini"));
    }

    @Test
    void a_recording_takes_part_without_a_key() throws IOException {
        assertEquals(
                0,
                Invocation.in(home)
                        .with("OPENAI_BASE_URL", server.baseUrl())
                        .run("meetmind", "analyze", meeting.toString(), "--record", "rec")
                        .code());
        int asked = server.requests().size();
        Invocation run = Invocation.in(home)
                .run("compare", "meetmind", meeting.toString(), "--offline", "--replay", "rec", "--format", "json");
        JsonNode comparison = json(run);
        assertEquals(asked, server.requests().size());
        assertEquals("model", comparison.at("/ways/1/sources/0").asText(), comparison::toPrettyString);
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120, 200})
    void the_text_fits_the_terminal(int columns) {
        server.says("meetmind.qa", "no JSON");
        Invocation run = compare(
                new Terminal(true, false, columns, false),
                "meetmind",
                meeting.toString(),
                "--offline",
                "--model",
                "gpt-4o-mini",
                "--model",
                "a-model-with-a-very-long-name-that-nobody-would-choose-but-somebody-has");
        assertEquals(0, run.code(), run::toString);
        assertTrue(run.out().contains("Action items") && run.out().contains("only here"), run::toString);
        run.out().lines().forEach(line -> assertTrue(line.length() <= columns, line));
    }

    @Test
    void standard_input_goes_to_every_way() throws IOException {
        Invocation run = Invocation.in(home)
                .with("OPENAI_BASE_URL", server.baseUrl())
                .stdin(Meetings.ENGLISH.getBytes(StandardCharsets.UTF_8))
                .run("compare", "meetmind", "-", "--offline", "--model", "gpt-4o-mini", "--format", "json");
        JsonNode comparison = json(run);
        assertTrue(comparison.at("/ways/0/items").asInt() > 3);
        assertTrue(comparison.at("/ways/1/items").asInt() > 3);
    }

    @Test
    void the_format_follows_the_files_name_and_text_of_others_is_clean() throws IOException {
        Path hostile = Meetings.write(home, "<b>x.txt", Meetings.ENGLISH.replace("high gate", "<script>gate"));
        for (String name : List.of("c.html", "c.md", "c.json")) {
            Invocation run = compare("meetmind", hostile.toString(), "--offline", "--model", "gpt-4o-mini", "-o", name);
            assertEquals(0, run.code(), run::toString);
            assertEquals("", run.out());
        }
        String page = Files.readString(home.resolve("c.html"));
        assertFalse(page.contains("<script") || page.contains("<b>"), page);
        assertTrue(Files.readString(home.resolve("c.md")).startsWith("# meetmind"));
        assertEquals(
                "llm-agents.compare/1",
                Json.parse(Files.readString(home.resolve("c.json")))
                        .path("schema")
                        .asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "meetmind garden.txt | 2 | Give two to 8",
                "meetmind garden.txt --offline | 2 | Give two to 8",
                "meetmin garden.txt --offline --model a | 2 | did you mean meetmind",
                "meetmind garden.txt --model a --model a | 2 | given twice",
                "meetmind nowhere.txt --offline --model a | 3 | nowhere.txt",
                "meetmind . --offline --model a | 2 | one file at a time",
                "meetmind garden.txt --offline --replay nowhere | 3 | nowhere",
                "meetmind garden.txt --offline --model a --format pdf | 2 | pdf",
                "meetmind garden.txt --offline --model a --timeout soon | 2 | soon",
                "meetmind garden.txt --offline --model a --no-cache --refresh | 2 | contradict",
                "meetmind --offline --model a | 2 | FILE"
            })
    void a_mistake_is_told_in_one_line(String arguments, int code, String said) {
        String[] words = arguments.replace("garden.txt", meeting.toString()).split(" ");
        Invocation run = compare(words);
        assertEquals(code, run.code(), run::toString);
        assertTrue(run.err().contains(said), run::toString);
        assertEquals(1, run.err().lines().count(), run::toString);
        assertEquals("", run.out());
    }

    @Test
    void books_are_compared_by_their_findings() throws Exception {
        Path books = Path.of("samples/svea/fjarilen-2024-fel.se").toAbsolutePath();
        JsonNode comparison =
                json(compare("svea", books.toString(), "--offline", "--model", "gpt-4o-mini", "--format", "json"));
        JsonNode findings = section(comparison, "Findings");
        assertTrue(findings.toString().contains("SIE-013"), comparison::toString);
        assertEquals(1, section(comparison, "Verdict").size(), comparison::toString);
    }

    @Test
    void plans_are_compared_by_their_verdict_and_orders() throws Exception {
        assertEquals(
                0,
                Invocation.in(home)
                        .run("felicia", "init", home.resolve("m").toString())
                        .code());
        String mission = home.resolve("m/mission.yaml").toString();
        JsonNode comparison =
                json(compare("felicia", mission, "--offline", "--model", "gpt-4o-mini", "--format", "json"));
        assertTrue(section(comparison, "Verdict").toString().contains("APPROVED"), comparison::toString);
        assertTrue(section(comparison, "Orders").toString().contains("SELL"), comparison::toString);
    }
}
