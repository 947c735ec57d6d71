package dev.llmagents.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake gets one clear sentence on standard error and its exit code, and leaves nothing behind. */
class AnalyzeBadInputTest {
    @TempDir
    private Path home;

    private Invocation analyze(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "meetmind";
        all[1] = "analyze";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return Invocation.in(home).run(all);
    }

    private void assertRefused(Invocation run, int code, String... words) {
        assertEquals(code, run.code(), run::toString);
        assertEquals("", run.out(), run::toString);
        assertEquals(1, run.err().lines().count(), run::toString);
        for (String word : words) {
            assertTrue(run.err().contains(word), () -> "'" + word + "' is not in: " + run);
        }
        assertFalse(run.err().contains("Exception"), run::toString);
    }

    private String file(String name, byte[] bytes) throws IOException {
        return Files.write(home.resolve(name), bytes).toString();
    }

    @Test
    void a_missing_file_is_named() {
        assertRefused(analyze("nothing-there.txt"), 3, "nothing-there.txt", "does not exist");
    }

    @Test
    void an_empty_file_is_named() throws IOException {
        assertRefused(analyze(file("empty.txt", new byte[0])), 3, "empty.txt");
    }

    @Test
    void a_binary_file_is_named() throws IOException {
        assertRefused(
                analyze(file("program.txt", new byte[] {0x7f, 'E', 'L', 'F', 0, 0, 1, 2, 3, 0, 0})), 3, "program.txt");
    }

    @Test
    void a_web_page_is_named() throws IOException {
        byte[] page = "<!DOCTYPE html><html><body>Sign in</body></html>".getBytes(StandardCharsets.UTF_8);
        assertRefused(analyze(file("page.txt", page)), 3, "page.txt");
    }

    @Test
    void a_file_that_is_far_too_large_is_refused_unread() throws IOException {
        Path huge = home.resolve("huge.txt");
        try (RandomAccessFile sparse = new RandomAccessFile(huge.toFile(), "rw")) {
            sparse.setLength(200L << 20);
        }
        assertRefused(analyze(huge.toString()), 3, "huge.txt", "too large");
    }

    @Test
    void a_folder_without_transcripts_is_named() throws IOException {
        Files.createDirectories(home.resolve("photos"));
        assertRefused(analyze(home.resolve("photos").toString()), 3, "photos", "no transcript");
    }

    @Test
    void standard_input_without_anything_in_it_is_refused() {
        assertRefused(analyze("-"), 3, "stdin");
    }

    @Test
    void an_output_that_cannot_be_written_is_named_and_leaves_nothing() throws IOException {
        String meeting = Meetings.write(home, "garden.txt", Meetings.ENGLISH).toString();
        Invocation run = analyze(
                meeting,
                "-q",
                "-o",
                home.resolve("no-such-folder").resolve("report.md").toString());
        assertRefused(run, 3, "no-such-folder", "-o");
        try (var left = Files.list(home)) {
            assertEquals(
                    java.util.List.of("garden.txt"),
                    left.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void one_bad_file_among_good_ones_is_named_and_the_rest_is_reported() {
        String meeting = Meetings.write(home, "garden.txt", Meetings.ENGLISH).toString();
        Invocation run = analyze(meeting, "missing.txt", "--offline", "-q", "--format", "csv");
        assertEquals(3, run.code(), run::toString);
        assertTrue(run.out().contains("Boris"), run::toString);
        assertTrue(run.err().contains("missing.txt"), run::toString);
    }

    @Test
    void a_name_with_control_characters_does_not_reach_the_terminal() {
        Invocation run = analyze("bad\u001b[31mname");
        assertFalse(run.err().contains("\u001b"), run::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--nonsense | --nonsense",
                "--formt=json | --format",
                "--format=pdf | --format",
                "--lang=de | --lang",
                "--date=tomorrow | --date",
                "--date=2026-02-30 | --date",
                "--timeout=soon | --timeout",
                "--timeout=0s | --timeout",
                "--mode=cloud | --mode",
                "--provider=acme | --provider",
                "--tenant=../x | --tenant",
                "--fail-on=sometimes | --fail-on",
                "--offline --mode=local | --offline",
                "--no-cache --refresh | --refresh",
                "-q -v | --quiet",
                "--dry-run --show-masked | --show-masked",
                "--config=/nowhere.yaml | /nowhere.yaml"
            })
    void a_mistake_in_an_option_is_wrong_usage_and_names_the_option(String options, String named) {
        String meeting = Meetings.write(home, "garden.txt", Meetings.ENGLISH).toString();
        String[] arguments = (options + " " + meeting).split(" ");
        assertRefused(analyze(arguments), 2, named);
    }

    @ParameterizedTest
    @CsvSource({"meetmind,analyze", "meetmind,", "nonsense,", "meetmind,analyse"})
    void an_unfinished_or_unknown_command_says_what_to_do(String first, String second) {
        Invocation run = second == null
                ? Invocation.in(home).run(first)
                : Invocation.in(home).run(first, second);
        assertRefused(run, 2, "llm-agents");
    }

    @Test
    void a_mistake_in_the_settings_file_names_the_file_and_the_nearest_key() {
        Path config = Meetings.write(home, "config.yaml", "tenannt: acme\n");
        String meeting = Meetings.write(home, "garden.txt", Meetings.ENGLISH).toString();
        assertRefused(analyze(meeting, "--config", config.toString()), 2, "config.yaml", "tenannt", "'tenant'");
    }

    @Test
    void plain_http_to_another_machine_is_refused() {
        String meeting = Meetings.write(home, "garden.txt", Meetings.ENGLISH).toString();
        Invocation run = Invocation.in(home)
                .with("OPENAI_BASE_URL", "http://192.0.2.1/v1")
                .run("meetmind", "analyze", meeting);
        assertRefused(run, 2, "OPENAI_BASE_URL", "https");
    }

    @Test
    void a_sentence_on_a_terminal_breaks_between_words_and_elsewhere_not_at_all() {
        Invocation.Setup setup = Invocation.in(home);
        Invocation shown = setup.terminal(new Terminal(true, true, 60, false)).run("meetmind", "analyze");
        assertTrue(shown.err().lines().count() > 1, shown.toString());
        assertTrue(shown.err().lines().allMatch(line -> line.length() <= 60), shown.toString());
        Invocation logged = setup.terminal(new Terminal(true, false, 60, false)).run("meetmind", "analyze");
        assertEquals(shown.err().strip().replace('\n', ' '), logged.err().strip());
    }
}
