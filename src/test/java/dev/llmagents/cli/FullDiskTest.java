package dev.llmagents.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Stores on a disk that is full: Linux' /dev/full takes no byte, and needs no rights. */
@EnabledOnOs(OS.LINUX)
class FullDiskTest {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path home;

    private final ModelServer server = new ModelServer();
    private final List<Path> links = new ArrayList<>();
    private Path meeting;

    @BeforeEach
    void write() {
        GardenAnswers.ALL.forEach(server::says);
        meeting = Meetings.write(home, "garden.txt", Meetings.ENGLISH);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        for (Path link : links) {
            Files.delete(link);
        }
    }

    private Path own(String path) throws IOException {
        Path file = home.resolve("llm-agents-home").resolve(path);
        Files.createDirectories(file.getParent());
        return file;
    }

    private void isFull(String path) throws IOException {
        links.add(Files.createSymbolicLink(own(path), FULL));
    }

    private Invocation analyze() {
        return Invocation.in(home)
                .with("OPENAI_BASE_URL", server.baseUrl())
                .with("OPENAI_API_KEY", "a-key-of-no-known-form-77")
                .run("meetmind", "analyze", meeting.toString(), "--format", "json");
    }

    private static void answersAndSaysOnce(Invocation run, String sentence) throws IOException {
        assertEquals(0, run.code(), run::toString);
        JsonNode report = Json.parse(run.out());
        assertEquals("model", report.at("/agents/0/source").asText(), run::toString);
        assertEquals(
                1,
                run.err().lines().filter(line -> line.startsWith(sentence)).count(),
                run::toString);
        assertTrue(run.err().contains("No space left on device"), run::toString);
    }

    @Test
    void a_usage_log_that_takes_no_line_costs_no_answer_and_is_said_once() throws IOException {
        isFull("state/usage/usage-2026-11-22.jsonl");
        answersAndSaysOnce(analyze(), "The usage log lost a line: ");
    }

    @Test
    void a_budget_that_cannot_be_written_holds_for_the_run_and_is_said_once() throws IOException {
        Files.writeString(own("config.yaml"), "budgets:\n  daily: 5.00\nlimits:\n  requests_per_minute: 1000\n");
        isFull("state/shared/budgets.state");
        isFull("state/shared/limits.state");
        answersAndSaysOnce(analyze(), "Budgets, rate limits and breaks of providers hold for this run only, since ");
    }
}
