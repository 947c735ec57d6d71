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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with Windows' line ends, with and without a byte order mark, say the same as others. */
class WindowsLineEndsTest {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    @TempDir
    private Path home;

    /** The bytes of a text with the other line ends. */
    private static byte[] windows(byte[] unix, boolean mark) {
        // One byte, one letter: the text's own encoding does not matter.
        String text = new String(unix, StandardCharsets.ISO_8859_1);
        byte[] bytes = text.replace("\r", "").replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        if (!mark) {
            return bytes;
        }
        byte[] marked = new byte[bytes.length + MARK.length];
        System.arraycopy(MARK, 0, marked, 0, MARK.length);
        System.arraycopy(bytes, 0, marked, MARK.length, bytes.length);
        return marked;
    }

    private static byte[] unix(byte[] any) {
        return new String(any, StandardCharsets.ISO_8859_1).replace("\r", "").getBytes(StandardCharsets.ISO_8859_1);
    }

    private Invocation run(String... arguments) {
        Invocation run = Invocation.in(home).run(arguments);
        assertFalse(run.err().contains("rror:"), run::toString);
        return run;
    }

    private static JsonNode result(Invocation run) throws IOException {
        return Json.parse(run.out()).path("result");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-09-checkout-release.vtt", "projektmote.txt"})
    void a_transcript(String name) throws IOException {
        byte[] sample = Files.readAllBytes(Path.of("samples/meetmind", name));
        Path file = home.resolve(name);
        Files.write(file, unix(sample));
        JsonNode expected = result(run("meetmind", "analyze", file.toString(), "--format", "json", "--offline"));
        for (boolean mark : new boolean[] {false, true}) {
            Files.write(file, windows(sample, mark));
            assertEquals(
                    expected, result(run("meetmind", "analyze", file.toString(), "--format", "json", "--offline")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fjarilen-2024-fel.se",
                "registerforteckning-med-brister.yaml",
                "registerforteckning.csv",
                "integritetspolicy.md",
                "faktura-med-fel.xml"
            })
    void a_paper_of_a_company(String name) throws IOException {
        byte[] sample = Files.readAllBytes(Path.of("samples/svea", name));
        Path file = home.resolve(name);
        Files.write(file, unix(sample));
        String[] line = {
            "svea", "comply", file.toString(), "--format", "csv", "--offline", "--as-of", "2026-03-16", "--fail-on", "never"
        };
        String expected = run(line).out();
        Files.write(file, windows(sample, false));
        assertEquals(expected, run(line).out());
    }

    @Test
    void a_mission_with_its_prices() throws IOException {
        Path unix = home.resolve("unix");
        Path windows = home.resolve("windows");
        run("felicia", "init", unix.toString());
        run("felicia", "init", windows.toString());
        List<Path> files;
        try (Stream<Path> all = Files.walk(windows)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Files.write(file, windows(Files.readAllBytes(file), file.toString().endsWith(".csv")));
        }
        Invocation expected = run("felicia", "trade", unix + "/mission.yaml", "--format", "json", "--offline");
        Invocation actual = run("felicia", "trade", windows + "/mission.yaml", "--format", "json", "--offline");
        assertEquals(expected.code(), actual.code(), actual::toString);
        assertFalse(result(expected).path("fills").isEmpty(), expected::toString);
        for (String part : List.of("/fills", "/backtest", "/verdict", "/plan/orders", "/bank/movements")) {
            assertEquals(result(expected).at(part), result(actual).at(part), part);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "config.yaml|mode: offline;tenant: acme;",
                ".env|LLM_AGENTS_MODE=offline;LLM_AGENTS_TENANT=acme;",
                ".env|export LLM_AGENTS_MODE='offline' # none;LLM_AGENTS_TENANT=\"acme\";"
            },
            ignoreLeadingAndTrailingWhitespace = false)
    void settings(String name, String text) throws IOException {
        Path meeting = Meetings.write(home, "garden.txt", Meetings.ENGLISH);
        Path folder = name.equals(".env") ? home : Files.createDirectories(home.resolve("llm-agents-home"));
        Files.write(folder.resolve(name), windows(text.replace(';', '\n').getBytes(StandardCharsets.UTF_8), true));
        JsonNode envelope = Json.parse(
                run("meetmind", "analyze", meeting.toString(), "--format", "json").out());
        assertEquals("acme", envelope.path("tenant").asText());
        assertEquals("offline mode", envelope.at("/agents/0/reason").asText());
    }

    @Test
    void names_of_speakers() throws IOException {
        Path meeting = Meetings.write(home, "garden.txt", Meetings.ENGLISH);
        Path names = home.resolve("names.txt");
        Files.write(names, windows("Boris = Boris Berg\n".getBytes(StandardCharsets.UTF_8), true));
        JsonNode result = result(run(
                "meetmind", "analyze", meeting.toString(), "--speakers", names.toString(), "--format", "json"));
        assertTrue(result.toString().contains("\"Boris Berg\""));
    }
}
