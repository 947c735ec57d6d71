package dev.llmagents.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A session runs one command after the other in one process for days: none may leave a file of the program open. */
@EnabledOnOs(OS.LINUX)
class OpenFilesTest {
    @TempDir
    private Path home;

    private final ModelServer server = new ModelServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private List<String> open() throws IOException {
        List<String> open = new ArrayList<>();
        try (Stream<Path> handles = Files.list(Path.of("/proc/self/fd"))) {
            for (Path handle : handles.sorted().toList()) {
                try {
                    Path file = Files.readSymbolicLink(handle);
                    if (file.startsWith(home.toRealPath())) {
                        open.add(file.toString());
                    }
                } catch (IOException closedMeanwhile) {
                    // The one the list itself is read by, for instance.
                }
            }
        }
        return open;
    }

    @Test
    void a_command_that_asked_a_model_leaves_no_file_open() throws IOException {
        GardenAnswers.ALL.forEach(server::says);
        Files.writeString(home.resolve("config.yaml"), "budgets:\n  daily: 5\n");
        String meeting = Meetings.write(home, "garden.txt", Meetings.ENGLISH).toString();
        for (String[] line : new String[][] {
            {
                "meetmind",
                "analyze",
                meeting,
                "--config",
                home.resolve("config.yaml").toString()
            },
            {"stats", "--budget"},
            {"doctor"},
            {"runs", "list"}
        }) {
            Invocation run = Invocation.in(home)
                    .with("OPENAI_BASE_URL", server.baseUrl())
                    .with("OPENAI_API_KEY", "sk-x")
                    .run(line);
            assertTrue(run.code() == 0 || line[0].equals("doctor"), run::toString);
            assertEquals(List.of(), open(), run::toString);
        }
    }
}
