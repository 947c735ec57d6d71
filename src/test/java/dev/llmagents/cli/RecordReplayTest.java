package dev.llmagents.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that is recorded, and the same run without a network and a key. */
class RecordReplayTest {
    private static final String KEY = "sk-a-key-nobody-may-see-1234567";

    @TempDir
    private Path home;

    private final ModelServer server = new ModelServer();
    private Path meeting;

    @BeforeEach
    void write() {
        GardenAnswers.ALL.forEach(server::says);
        meeting = Meetings.write(home, "garden.txt", Meetings.ENGLISH);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Invocation online(String... more) {
        return analyze(
                Invocation.in(home).with("OPENAI_BASE_URL", server.baseUrl()).with("OPENAI_API_KEY", KEY), more);
    }

    private Invocation offline(String... more) {
        return analyze(
                Invocation.in(home)
                        .with("LLM_AGENTS_HOME", home.resolve("elsewhere").toString()),
                more);
    }

    private Invocation analyze(Invocation.Setup setup, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("meetmind", "analyze", meeting.toString(), "--format", "json"));
        arguments.addAll(List.of(more));
        return setup.run(arguments.toArray(String[]::new));
    }

    private static JsonNode json(Invocation run) throws IOException {
        assertEquals(0, run.code(), run::toString);
        return Json.parse(run.out());
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    @Test
    void a_replay_gives_the_same_result_without_a_call_and_without_a_key() throws IOException {
        JsonNode recorded = json(online("--record", "rec"));
        int calls = server.requests().size();
        assertEquals(5, calls);
        JsonNode replayed = json(offline("--replay", "rec"));
        assertEquals(Json.write(recorded.path("result")), Json.write(replayed.path("result")));
        assertEquals(calls, server.requests().size());
        assertEquals("model", replayed.at("/agents/1/source").asText(), replayed::toPrettyString);
        assertEquals(0, replayed.at("/cost/usd").decimalValue().signum());
        assertFalse(replayed.path("degraded").asBoolean());
        assertFalse(Files.exists(home.resolve("elsewhere/state")), "a replay asks nobody, so it leaves no usage");
    }

    @Test
    void the_same_answers_make_the_same_bytes_whenever_they_are_recorded() throws IOException {
        json(online("--record", "one"));
        json(online("--record", "two", "--no-cache"));
        assertEquals(files(home.resolve("one")), files(home.resolve("two")));
        json(online("--record", "two", "--no-cache"));
        assertEquals(files(home.resolve("one")), files(home.resolve("two")));
        assertEquals(
                List.of("README.md", "calls.jsonl", "recording.json"),
                List.copyOf(files(home.resolve("one")).keySet()));
    }

    @ParameterizedTest
    @CsvSource({"mask, ''", "send, ''", "mask, --consent-unmasked"})
    void nothing_personal_and_no_key_rests_whatever_was_sent(String names, String consent) throws IOException {
        boolean sent = !names.equals("mask") || !consent.isEmpty();
        // A model can only say the names it was told.
        GardenAnswers.ALL.forEach(
                (agent, answer) -> server.says(agent, sent ? answer : answer.replace("Boris", "[PERSON_2]")));
        Invocation.Setup setup = Invocation.in(home)
                .with("OPENAI_BASE_URL", server.baseUrl())
                .with("OPENAI_API_KEY", KEY)
                .with("LLM_AGENTS_PRIVACY_NAMES", names);
        List<String> more = new ArrayList<>(List.of("--record", "rec", "--no-cache"));
        if (!consent.isEmpty()) {
            more.add(consent);
        }
        JsonNode recorded = json(analyze(setup, more.toArray(String[]::new)));
        assertTrue(Json.write(recorded.path("result")).contains("Boris orders panes"), recorded::toPrettyString);
        assertEquals(sent, server.requests().toString().contains("Boris"));
        Path state = home.resolve("llm-agents-home/state/runs");
        List<Path> folders = new ArrayList<>(List.of(home.resolve("rec")));
        try (Stream<Path> runs = Files.list(state)) {
            folders.addAll(runs.toList());
        }
        assertEquals(2, folders.size());
        for (Path folder : folders) {
            files(folder).forEach((name, text) -> {
                assertFalse(text.contains("Boris"), () -> name + ": " + text);
                assertFalse(text.contains(KEY), name);
                assertFalse(text.contains("greenhouse roof leaks again, two panes"), name);
            });
        }
        assertTrue(files(home.resolve("rec")).get("calls.jsonl").contains("[PERSON_"));
        // The replay adopts the terms of the recording, since nothing is sent.
        JsonNode replayed = json(offline("--replay", "rec"));
        assertEquals(Json.write(recorded.path("result")), Json.write(replayed.path("result")));
    }

    @Test
    void a_model_chosen_by_a_setting_is_replayed_without_the_setting() throws IOException {
        Invocation.Setup setup =
                Invocation.in(home).with("OPENAI_BASE_URL", server.baseUrl()).with("LLM_AGENTS_MODEL_FAST", "llama3");
        JsonNode recorded = json(analyze(setup, "--record", "rec"));
        JsonNode replayed = json(offline("--replay", "rec"));
        assertEquals(Json.write(recorded.path("result")), Json.write(replayed.path("result")));
        assertEquals(0, offline("--replay", "rec", "--model", "llama3").code());
        Invocation other = offline("--replay", "rec", "--model", "gpt-4.1");
        assertEquals(2, other.code());
        assertTrue(other.err().contains("llama3") && other.err().contains("leave out --model"), other::toString);
    }

    @Test
    void a_question_that_is_not_in_the_recording_is_answered_by_the_rules_and_said() throws IOException {
        json(online("--record", "rec"));
        meeting = Meetings.write(home, "garden.txt", Meetings.ENGLISH + "[00:01:05] Ines: We buy a second gate too.\n");
        Invocation changed = offline("--replay", "rec");
        JsonNode envelope = json(changed);
        assertTrue(envelope.path("degraded").asBoolean());
        assertEquals("rules", envelope.at("/agents/1/source").asText(), changed::toString);
        assertTrue(envelope.path("warnings").toString().contains("not in the recording"), changed::toString);
        assertTrue(changed.err().contains("garden.txt is not the input of the recording"), changed::toString);
        assertEquals(4, offline("--replay", "rec", "--strict").code());
        assertEquals(6, offline("--replay", "rec", "--no-fallback").code());
    }

    @Test
    void a_failure_is_recorded_and_fails_the_same_way() throws IOException {
        server.says("meetmind.qa", "I would rather not.");
        JsonNode recorded = json(online("--record", "rec"));
        JsonNode replayed = json(offline("--replay", "rec"));
        assertEquals(Json.write(recorded.path("result")), Json.write(replayed.path("result")));
        assertEquals(recorded.path("warnings"), replayed.path("warnings"));
        assertEquals(recorded.path("degraded"), replayed.path("degraded"));
    }

    @Test
    void answers_out_of_the_cache_are_recorded_and_replayed_as_such() throws IOException {
        json(online());
        JsonNode cached = json(online("--record", "rec"));
        assertEquals("cache", cached.at("/agents/1/source").asText());
        JsonNode replayed = json(offline("--replay", "rec"));
        assertEquals(Json.write(cached.path("result")), Json.write(replayed.path("result")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--record a --replay b | contradict",
                "--record a --offline | --offline",
                "--replay a --mode offline | --offline",
                "--replay a --refresh | --refresh",
                "--record a --show-masked | --show-masked",
                "--record a --dry-run | --dry-run"
            })
    void options_that_contradict_each_other_are_wrong_usage(String options, String said) {
        Invocation run = online(options.split(" "));
        assertEquals(2, run.code(), run::toString);
        assertTrue(run.err().contains(said), run::toString);
        assertFalse(Files.exists(home.resolve("a")));
    }

    @Test
    void recording_without_a_model_is_wrong_usage_before_anything_is_written() {
        Invocation run = offline("--record", "rec");
        assertEquals(2, run.code(), run::toString);
        assertTrue(run.err().contains("nothing to record") && run.err().contains("OPENAI_API_KEY"), run::toString);
        assertEquals("", run.out());
        assertFalse(Files.exists(home.resolve("rec")));
    }

    @Test
    void a_folder_that_holds_something_else_is_left_alone() throws IOException {
        Path folder = Files.createDirectories(home.resolve("photos"));
        Files.writeString(folder.resolve("README.md"), "mine");
        Invocation run = online("--record", "photos");
        assertEquals(3, run.code(), run::toString);
        assertTrue(run.err().contains("holds other files"), run::toString);
        assertEquals(Map.of("README.md", "mine"), files(folder));
        assertEquals(0, server.requests().size());
    }

    @Test
    void a_damaged_recording_is_one_sentence_with_file_and_line() throws IOException {
        json(online("--record", "rec"));
        Path calls = home.resolve("rec/calls.jsonl");
        List<String> lines = Files.readAllLines(calls);
        List<String> torn = new ArrayList<>(lines);
        torn.set(2, lines.get(2).substring(0, 90));
        Files.write(calls, torn);
        damaged("calls.jsonl, line 3");
        Files.write(calls, lines.subList(0, 4));
        damaged("calls.jsonl, line 5");
        Files.delete(calls);
        damaged("calls.jsonl is missing");
        Path manifest = home.resolve("rec/recording.json");
        Files.writeString(manifest, "{\n\"format\": \"llm-agents.recording/1\",\n oops");
        damaged("recording.json, line 3");
        Files.write(manifest, new byte[] {'{', (byte) 0xFF});
        damaged("UTF-8");
        Files.delete(manifest);
        damaged("is no recording");
    }

    private void damaged(String said) {
        Invocation run = offline("--replay", "rec");
        assertEquals(3, run.code(), run::toString);
        assertTrue(run.err().contains(said), run::toString);
        assertEquals(1, run.err().lines().count(), run::toString);
        assertEquals("", run.out());
    }

    @Test
    void a_folder_that_is_not_there_is_said_to_be_so() {
        Invocation run = offline("--replay", "nowhere");
        assertEquals(3, run.code(), run::toString);
        assertTrue(run.err().contains("nowhere") && run.err().contains("--record"), run::toString);
    }
}
