package dev.llmagents.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.Main;
import dev.llmagents.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real process that is killed in the middle of an analysis, and another that carries on. */
@Timeout(120)
class KilledRunTest {
    @TempDir
    private Path home;

    private final ModelServer server = new ModelServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectError(
                        ProcessBuilder.Redirect.appendTo(home.resolve("errors").toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("OPENAI") || name.startsWith("LLM_AGENTS"));
        builder.environment().put("LLM_AGENTS_HOME", home.resolve("state-home").toString());
        builder.environment().put("OPENAI_BASE_URL", server.baseUrl());
        return builder.start();
    }

    private String run(String... arguments) throws Exception {
        Process process = start(arguments);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> errors() + out);
        return out;
    }

    private String errors() {
        try {
            return Files.readString(home.resolve("errors"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** The run's folder, once so many calls have been written to it. */
    private Path runWith(int calls) throws Exception {
        Path runs = home.resolve("state-home/state/runs");
        while (true) {
            if (Files.isDirectory(runs)) {
                try (Stream<Path> folders = Files.list(runs)) {
                    for (Path folder : folders.toList()) {
                        Path journal = folder.resolve("calls.journal");
                        if (Files.exists(journal)
                                && Files.readString(journal).lines().count() >= calls) {
                            return folder;
                        }
                    }
                }
            }
            Thread.sleep(20);
        }
    }

    @Test
    void a_killed_run_is_resumed_without_asking_again_what_was_answered() throws Exception {
        GardenAnswers.ALL.forEach(server::says);
        Meetings.write(home, "garden.txt", Meetings.ENGLISH);
        server.holding("meetmind.coordinator");
        Process analysis =
                start("meetmind", "analyze", "garden.txt", "--no-cache", "--format", "json", "-o", "report.json");
        Path folder = runWith(4);
        JsonNode running = Json.parse(run("runs", "list", "--format", "json"));
        assertEquals("running", running.at("/0/status").asText(), running::toPrettyString);
        analysis.destroyForcibly();
        assertTrue(analysis.waitFor(30, TimeUnit.SECONDS));

        JsonNode broken = Json.parse(run("runs", "list", "--format", "json"));
        assertEquals("interrupted", broken.at("/0/status").asText(), broken::toPrettyString);
        assertEquals(4, broken.at("/0/calls").asInt());
        Map<String, Integer> before = server.requestsByAgent();

        server.release();
        run("runs", "resume", folder.getFileName().toString().substring(0, 6));
        Map<String, Integer> after = server.requestsByAgent();
        before.forEach((agent, count) ->
                assertEquals(agent.equals("meetmind_coordinator") ? count + 1 : count, after.get(agent), agent));
        JsonNode report = Json.parse(Files.readString(home.resolve("report.json")));
        assertTrue(Json.write(report.path("result")).contains("Boris orders panes and the high gate is bought."));
        assertEquals(folder.getFileName().toString(), report.path("runId").asText());

        JsonNode done = Json.parse(run("runs", "list", "--format", "json"));
        assertEquals("done", done.at("/0/status").asText(), done::toPrettyString);
        assertEquals(5, done.at("/0/calls").asInt());

        run("runs", "resume", folder.getFileName().toString());
        assertEquals(after, server.requestsByAgent());
    }
}
