package dev.llmagents.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import dev.llmagents.json.Schema;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One list of tasks over many meetings, as a user without a key gets it. */
class ActionsTest {
    private static final Path SERIES = Path.of("samples/meetmind/series").toAbsolutePath();

    @TempDir
    private Path home;

    private Invocation actions(String... arguments) {
        List<String> all = new ArrayList<>(List.of("meetmind", "actions", "--offline"));
        all.addAll(List.of(arguments));
        return Invocation.in(home).run(all.toArray(String[]::new));
    }

    private static String series(String name) {
        return SERIES.resolve(name).toString();
    }

    private JsonNode result(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--format", "json"));
        Invocation run = actions(all.toArray(String[]::new));
        assertEquals(0, run.code(), run::toString);
        return Json.parse(run.out()).path("result");
    }

    @ParameterizedTest
    @ValueSource(strings = {"webshop", "skolresa", "mixed"})
    void answers_in_the_envelope_that_the_shipped_schema_describes(String name) throws Exception {
        JsonNode envelope = Json.parse(actions(series(name), "--format", "json").out());
        try (var in = ActionsTest.class.getResourceAsStream("/schemas/meetmind.actions.1.json")) {
            JsonNode schema = Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            assertEquals(List.of(), new Schema(schema).problemsWith(envelope));
            ((com.fasterxml.jackson.databind.node.ObjectNode) envelope.path("result")).put("measuredMs", 3);
            assertFalse(new Schema(schema).problemsWith(envelope).isEmpty());
        }
        assertEquals("actions", envelope.path("command").asText());
    }

    @Test
    void each_task_stands_once_with_what_every_meeting_said_of_it() throws Exception {
        JsonNode result = result(series("webshop"));
        assertEquals(6, result.at("/counts/done").asInt(), result::toString);
        assertEquals(2, result.at("/counts/overdue").asInt(), result::toString);
        JsonNode server = result.path("actionItems").path(1);
        assertEquals("done", server.path("state").asText());
        assertEquals("2026-01-26", server.path("due").asText());
        List<String> kinds = new ArrayList<>();
        server.path("history").forEach(event -> kinds.add(event.path("kind").asText()));
        assertEquals(List.of("raised", "still_open", "postponed", "done"), kinds);
        assertTrue(result.at("/contradictions/0/later/quote").asText().contains("drop Northpay"), result::toString);
    }

    @Test
    void what_is_overdue_does_not_depend_on_the_day_of_the_run_unless_asked() throws Exception {
        assertEquals("2026-02-09", result(series("webshop")).path("asOf").asText());
        assertEquals(
                "2026-11-22",
                result(series("webshop"), "--as-of", "today").path("asOf").asText());
        JsonNode early = result(series("webshop"), "--as-of", "2026-01-20");
        assertEquals(0, early.at("/counts/overdue").asInt(), early::toString);
        Invocation wrong = actions(series("webshop"), "--as-of", "soon");
        assertEquals(2, wrong.code());
        assertTrue(wrong.err().contains("--as-of") && wrong.err().contains("today"), wrong::toString);
    }

    @Test
    void a_file_of_aliases_makes_one_person_of_several_spellings() throws Exception {
        String names = SERIES.resolve("mixed/aliases.yaml").toString();
        String with = result(series("mixed"), "--aliases", names).toString();
        assertFalse(with.contains("SPEAKER_03"), with);
        assertTrue(result(series("mixed")).toString().contains("SPEAKER_03"));
    }

    @Test
    void a_gate_fails_on_what_is_overdue() {
        assertEquals(7, actions(series("webshop"), "--fail-on", "error").code());
        assertEquals(0, actions(series("webshop")).code());
        assertEquals(
                7,
                actions(series("webshop"), "--as-of", "2026-01-12", "--fail-on", "warning")
                        .code());
        assertEquals(
                0,
                actions(series("webshop"), "--as-of", "2026-01-12", "--fail-on", "error")
                        .code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "markdown", "json", "csv", "html", "ics", "issues"})
    void prints_the_same_result_twice(String format) throws Exception {
        String first = actions(series("skolresa"), "--format", format).out();
        String second = actions(series("skolresa"), "--format", format).out();
        if (format.equals("json")) {
            first = Json.parse(first).path("result").toString();
            second = Json.parse(second).path("result").toString();
        }
        assertEquals(first, second);
        assertTrue(first.contains("packlistan"), first);
    }

    @Test
    void calendars_and_trackers_get_what_is_not_done_under_the_name_its_own_meeting_gives_it() throws Exception {
        String file = SERIES.resolve("webshop/2026-01-12-webshop.txt").toString();
        String before = Invocation.in(home)
                .run("meetmind", "analyze", "--offline", file, "--format", "ics")
                .out();
        String after = actions(series("webshop"), "--format", "ics").out();
        assertEquals(5, before.split("BEGIN:VEVENT", -1).length - 1, before);
        assertEquals(3, after.split("BEGIN:VEVENT", -1).length - 1, after);
        List<String> kept = after.lines()
                .filter(line -> line.startsWith("UID:") && before.contains(line))
                .toList();
        assertEquals(1, kept.size(), after);
        JsonNode issues =
                Json.parse(actions(series("webshop"), "--format", "issues").out());
        assertEquals(3, issues.size());
        assertTrue(issues.get(0).path("labels").toString().contains("overdue"), issues::toString);
    }

    @Test
    void hostile_words_stay_words_in_every_format() {
        Path folder = home.resolve("hostile");
        String text = """
                Ada Moss: Hello there, let's start.
                Ben Cole: I'll send =cmd|' /C calc'!A0 and <script>alert(1)</script> [x](javascript:1) to @all by 9 March.
                Ada Moss: Fine, thank you.
                """;
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("2026-03-02.txt"), text);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
        String html = actions(folder.toString(), "--format", "html").out();
        assertFalse(html.contains("<script"), html);
        assertTrue(html.contains("&lt;script"), html);
        assertFalse(actions(folder.toString(), "--format", "markdown").out().contains("[x](javascript"));
        assertFalse(actions(folder.toString(), "--format", "issues").out().contains("@all"));
        assertTrue(actions(folder.toString(), "--format", "csv").out().startsWith("id,state,task"));
    }

    @Test
    void a_models_items_come_in_checked_as_ever_and_are_kept() throws Exception {
        ModelServer server = new ModelServer();
        try {
            GardenAnswers.ALL.forEach(server::says);
            Path folder = Files.createDirectories(home.resolve("garden"));
            Meetings.write(folder, "2026-04-13.txt", Meetings.ENGLISH);
            JsonNode first = asked(server, folder);
            JsonNode second = asked(server, folder);
            assertTrue(first.path("agents").toString().contains("\"source\":\"model\""), first::toString);
            assertFalse(second.path("agents").toString().contains("\"source\":\"model\""), second::toString);
            assertEquals(first.path("result"), second.path("result"));
            assertTrue(first.at("/result/actionItems").size() > 0, first::toString);
        } finally {
            server.close();
        }
    }

    private JsonNode asked(ModelServer server, Path folder) throws Exception {
        Invocation run = Invocation.in(home)
                .with("OPENAI_BASE_URL", server.baseUrl())
                .with("OPENAI_API_KEY", "key")
                .run("meetmind", "actions", folder.toString(), "--format", "json");
        assertEquals(0, run.code(), run::toString);
        return Json.parse(run.out());
    }

    @Test
    void an_empty_calendar_is_said_to_be_one() {
        Path file = Meetings.write(home, "calm.txt", "Ada Moss: Hello there.\nBen Cole: Nothing to do, goodbye.\n");
        Invocation run = actions(file.toString(), "--format", "ics");
        assertEquals(0, run.code(), run::toString);
        assertTrue(run.err().contains("calendar is empty"), run::toString);
    }

    @Test
    void a_folder_without_meetings_is_named() {
        Invocation run = actions(home.toString());
        assertEquals(3, run.code(), run::toString);
        assertTrue(run.err().contains(home.toString()), run::toString);
    }
}
