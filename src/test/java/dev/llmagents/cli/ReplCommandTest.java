package dev.llmagents.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.Main;
import dev.llmagents.cli.repl.Suggestions;
import dev.llmagents.json.Json;
import dev.llmagents.llm.TimeSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Sessions from a pipe, with the program's own commands. */
@Timeout(120)
class ReplCommandTest {
    @TempDir
    private Path home;

    private Path meeting;

    @BeforeEach
    void writeMeeting() {
        meeting = Meetings.write(home, "garden.txt", Meetings.ENGLISH);
    }

    private Invocation session(Map<String, String> environment, String... lines) {
        Invocation.Setup setup =
                Invocation.in(home).stdin((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        environment.forEach(setup::with);
        return setup.run("repl");
    }

    private Invocation session(String... lines) {
        return session(Map.of(), lines);
    }

    @Test
    void no_command_and_no_terminal_is_an_error_that_leads_on() {
        Invocation without = Invocation.in(home).run();
        assertEquals(2, without.code(), without::toString);
        assertTrue(without.err().contains("meetmind analyze FILE"), without::toString);
        assertTrue(without.err().contains("standard input is none"), without::toString);
        Invocation redirected = Invocation.in(home)
                .terminal(new Terminal(true, false, true, 80, false))
                .run();
        String sentence = redirected.err().replace('\n', ' ');
        assertTrue(sentence.contains("standard output is none"), redirected::toString);
    }

    @Test
    void repl_in_a_terminal_with_its_output_redirected_is_refused() {
        Invocation refused = Invocation.in(home)
                .terminal(new Terminal(true, false, true, 80, false))
                .run("repl");
        assertEquals(2, refused.code(), refused::toString);
        assertTrue(refused.err().contains("needs a terminal"), refused::toString);
    }

    @Test
    void a_report_made_in_a_session_can_be_asked_about() {
        Invocation run = session(
                "meetmind analyze --offline -q garden-of-nobody.txt",
                "meetmind analyze --offline -q " + meeting + " -o " + home.resolve("minutes.md"),
                "/why actionItems[0].owner",
                "what about the gate?",
                "/trace",
                "/save " + home.resolve("minutes.json"));
        // The first file does not exist, and the rest is done all the same.
        assertEquals(3, run.code(), run::toString);
        assertTrue(run.out().contains("actionItems[0].owner: Boris"), run::toString);
        assertTrue(run.out().contains("quote: “Boris, can you order new panes by Friday?”"), run::toString);
        assertTrue(run.out().contains("the rules of meetmind.implementation (no model: offline mode)"), run::toString);
        assertTrue(
                run.out().matches("(?s).*line \\d+, Hanna, 00:00:38: Then we've decided: we buy the high gate.*"),
                run::toString);
        assertTrue(run.out().contains("meetmind.qa"), run::toString);
        assertTrue(Files.isRegularFile(home.resolve("minutes.json")), run::toString);
    }

    @Test
    void text_in_the_batch_is_read_by_the_command_before_it() throws Exception {
        List<String> lines = new ArrayList<>(List.of("meetmind analyze --offline -q - --format json"));
        lines.addAll(Meetings.ENGLISH.lines().toList());
        lines.addAll(List.of(".", "stats"));
        Invocation run = session(lines.toArray(String[]::new));
        assertEquals(0, run.code(), run::toString);
        assertEquals("stdin", Json.parse(run.out()).at("/input/0/name").asText(), run::toString);
    }

    @Test
    void the_tenant_of_the_session_is_that_of_its_runs_and_never_goes_to_purge() throws Exception {
        Invocation run =
                session("/tenant acme", "/mode offline", "meetmind analyze -q --format json " + meeting, "purge");
        assertEquals(2, run.code(), run::toString);
        assertEquals("acme", Json.parse(run.out()).path("tenant").asText(), run::toString);
        assertTrue(run.err().contains("--tenant"), run::toString);
    }

    @Test
    void a_model_answers_with_quotes_and_a_sentence_without_one_is_dropped() throws Exception {
        try (ModelServer server = new ModelServer()) {
            server.says("common.followup", """
                    {"sentences": [
                      {"text": "The gate costs a fortune.", "quote": "it costs a fortune"},
                      {"text": "They buy the high gate.", "quote": "we buy the high gate"},
                      {"text": "It costs 900 euros.", "quote": "we buy the high gate"}]}
                    """);
            Map<String, String> environment = Map.of("OPENAI_BASE_URL", server.baseUrl(), "OPENAI_API_KEY", "sk-test");
            Invocation run = session(
                    environment,
                    "meetmind analyze --offline -q " + meeting + " -o x.md",
                    "what about the gate?",
                    "/cost");
            assertEquals(0, run.code(), run::toString);
            assertTrue(run.out().contains("They buy the high gate.\n    “we buy the high gate” (line"), run::toString);
            assertFalse(run.out().contains("fortune"), run::toString);
            assertFalse(run.out().contains("900"), run::toString);
            assertTrue(run.err().contains("2 sentences dropped"), run::toString);
            assertTrue(run.out().contains("1 (0 from the cache, 0 failed)"), run::toString);
            assertTrue(run.out().contains("1000 of prompts, 100 of answers"), run::toString);
            String sent = server.requests().toString();
            assertFalse(sent.contains("Hanna"), "a name was sent");
            assertTrue(sent.contains("[PERSON_"), sent);
            String log = usageLog();
            assertTrue(log.contains("\"team\":\"meetmind\",\"agent\":\"common.followup\""), log);
        }
    }

    @Test
    void where_no_sentence_holds_the_passages_are_shown() {
        try (ModelServer server = new ModelServer()) {
            server.says(
                    "common.followup", "{\"sentences\": [{\"text\": \"So it is.\", \"quote\": \"nobody said so\"}]}");
            Invocation run = session(
                    Map.of("OPENAI_BASE_URL", server.baseUrl(), "OPENAI_API_KEY", "sk-test"),
                    "meetmind analyze --offline -q " + meeting + " -o x.md",
                    "what about the gate?");
            assertFalse(run.out().contains("So it is."), run::toString);
            assertTrue(run.err().contains("By search"), run::toString);
            assertTrue(run.out().contains("we buy the high gate"), run::toString);
        }
    }

    @Test
    void a_provider_that_fails_leaves_the_search() {
        try (ModelServer server = new ModelServer()) {
            Invocation run = session(
                    Map.of("OPENAI_BASE_URL", server.baseUrl(), "OPENAI_API_KEY", "sk-test"),
                    "meetmind analyze --offline -q " + meeting + " -o x.md",
                    "what about the gate?");
            assertEquals(0, run.code(), run::toString);
            assertTrue(run.err().contains("By search, since no model answered"), run::toString);
            assertTrue(run.out().contains("we buy the high gate"), run::toString);
        }
    }

    @Test
    void a_run_that_asked_a_model_is_replayed_without_asking_again() {
        try (ModelServer server = new ModelServer()) {
            GardenAnswers.ALL.forEach(server::says);
            Map<String, String> environment = Map.of("OPENAI_BASE_URL", server.baseUrl(), "OPENAI_API_KEY", "sk-test");
            Invocation run = session(environment, "meetmind analyze -q --no-cache " + meeting, "/replay");
            int asked = server.requests().size();
            assertEquals(0, run.code(), run::toString);
            Invocation once = session(environment, "meetmind analyze -q --no-cache " + meeting);
            assertEquals(asked, server.requests().size() - asked, "the replay has asked: " + once);
        }
    }

    @Test
    void the_commands_that_talk_over_standard_input_are_refused() {
        Invocation run = session("mcp", "svea mcp", "repl");
        assertEquals(2, run.code(), run::toString);
        assertEquals(
                3,
                run.err()
                        .lines()
                        .filter(line -> line.contains("start it from the shell"))
                        .count(),
                run::toString);
    }

    @Test
    void every_command_and_every_option_is_completed() {
        CommandContext context = new CommandContext(
                new Streams(
                        new ByteArrayInputStream(new byte[0]),
                        new ByteArrayOutputStream(),
                        new ByteArrayOutputStream()),
                new Terminal(false, false, 80, false),
                Map.of(),
                home,
                TimeSource.system(),
                new Random(1));
        CommandSpec root = new SessionCommandLines(context).tree();
        Suggestions suggestions = new Suggestions(() -> root, new NothingKnown(), home);
        List<String> seen = new ArrayList<>();
        completes(suggestions, root, List.of(), seen);
        assertTrue(seen.contains("meetmind analyze --offline") && seen.contains("runs resume"), seen.toString());
    }

    private static void completes(Suggestions suggestions, CommandSpec command, List<String> path, List<String> seen) {
        for (Map.Entry<String, CommandLine> below : command.subcommands().entrySet()) {
            List<String> inside = new ArrayList<>(path);
            inside.add(below.getKey());
            assertTrue(values(suggestions, path, below.getKey()).contains(below.getKey()), inside.toString());
            seen.add(String.join(" ", inside));
            completes(suggestions, below.getValue().getCommandSpec(), inside, seen);
        }
        command.options().stream().filter(option -> !option.hidden()).forEach(option -> {
            for (String name : option.names()) {
                String begun = name.substring(0, name.length() - 1);
                assertTrue(values(suggestions, path, begun).contains(name), path + " " + name);
                seen.add(String.join(" ", path) + " " + name);
            }
        });
    }

    private static List<String> values(Suggestions suggestions, List<String> before, String word) {
        return suggestions.of(before, word).stream()
                .map(Suggestions.Suggestion::value)
                .toList();
    }

    @Test
    void values_of_options_are_completed_too() throws Exception {
        CommandContext context = new CommandContext(
                new Streams(
                        new ByteArrayInputStream(new byte[0]),
                        new ByteArrayOutputStream(),
                        new ByteArrayOutputStream()),
                new Terminal(false, false, 80, false),
                Map.of(),
                home,
                TimeSource.system(),
                new Random(1));
        Suggestions suggestions = new Suggestions(new SessionCommandLines(context)::tree, new NothingKnown(), home);
        Files.createDirectory(home.resolve("meetings"));
        List<String> analyze = List.of("meetmind", "analyze");
        assertEquals(List.of("html"), values(suggestions, List.of("meetmind", "analyze", "--format"), "h"));
        assertEquals(List.of("--format=html"), values(suggestions, analyze, "--format=h"));
        assertEquals(List.of("offline"), values(suggestions, List.of("meetmind", "analyze", "--mode"), "of"));
        assertEquals(List.of("garden.txt"), values(suggestions, analyze, "ga"));
        assertEquals(List.of("meetings/"), values(suggestions, List.of("meetmind", "analyze", "a.txt"), "me"));
        assertTrue(values(suggestions, List.of("meetmind", "analyze", "--model"), "gpt")
                .contains("gpt-4o"));
        assertEquals(List.of("gpt-known"), values(suggestions, List.of("/model"), "gpt"));
        assertEquals(List.of("3f9a"), values(suggestions, List.of("runs", "resume"), ""));
        assertEquals(List.of("3f9a"), values(suggestions, List.of("/replay"), "3"));
        assertEquals(List.of("decisions[0]"), values(suggestions, List.of("/why"), "dec"));
        assertEquals(List.of("acme"), values(suggestions, List.of("/tenant"), "a"));
        assertEquals(List.of("acme"), values(suggestions, List.of("meetmind", "analyze", "--tenant"), ""));
        assertEquals(
                List.of("/model", "/mode"),
                values(suggestions, List.of(), "/mo").stream()
                        .sorted(Comparator.reverseOrder())
                        .toList());
    }

    private record NothingKnown() implements Suggestions.Known {
        @Override
        public List<String> models() {
            return List.of("gpt-known");
        }

        @Override
        public List<String> runs() {
            return List.of("3f9a");
        }

        @Override
        public List<String> agents() {
            return List.of("meetmind.qa");
        }

        @Override
        public List<String> tenants() {
            return List.of("acme");
        }

        @Override
        public List<String> fields() {
            return List.of("decisions[0]");
        }
    }

    @Test
    void other_commands_load_nothing_of_the_session_nor_of_the_terminal_library() throws Exception {
        Path classes = home.resolve("classes.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xlog:class+load:file=" + classes,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "meetmind",
                        "analyze",
                        "--offline",
                        "-q",
                        meeting.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("out").toFile())
                .start();
        assertEquals(0, process.waitFor());
        List<String> loaded = Files.readAllLines(classes).stream()
                .filter(line -> line.contains("org.jline.") || line.contains("dev.llmagents.cli.repl."))
                .filter(line -> !line.contains("dev.llmagents.cli.repl.Onlooker"))
                .filter(line -> !line.contains("dev.llmagents.cli.repl.TerminalSettings"))
                .collect(Collectors.toList());
        assertEquals(List.of(), loaded);
    }

    private String usageLog() throws Exception {
        try (var files = Files.list(home.resolve("llm-agents-home/state/usage"))) {
            return Files.readString(files.filter(file -> file.toString().endsWith(".jsonl"))
                    .findFirst()
                    .orElseThrow());
        }
    }
}
