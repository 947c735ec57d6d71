package dev.llmagents.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The cache as real processes use it. */
@Timeout(120)
class CacheProcessesTest {
    @TempDir
    Path folder;

    private Process start(String name, int entries) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CacheWriter.class.getName(),
                        folder.resolve("cache").toString(),
                        name,
                        Integer.toString(entries))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("errors").toFile()))
                .start();
    }

    private void allAreThere(List<String> acknowledged) throws IOException {
        List<String> warnings = new ArrayList<>();
        try (SharedCache cache = new SharedCache(folder.resolve("cache"), Clock.systemUTC(), warnings::add)) {
            for (String name : acknowledged) {
                assertEquals(
                        Optional.of(CacheWriter.content(name)),
                        cache.get(Samples.key(name)).map(CachedAnswer::content),
                        name);
            }
        }
        assertEquals(List.of(), warnings);
        assertEquals("", Files.readString(folder.resolve("errors")));
    }

    @Test
    void four_processes_write_and_read_at_once_and_nothing_is_lost() throws Exception {
        List<Process> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            writers.add(start("writer" + i, 100));
        }
        List<String> acknowledged = new ArrayList<>();
        for (Process writer : writers) {
            acknowledged.addAll(new String(writer.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
            assertEquals(0, writer.waitFor());
        }
        assertEquals(400, acknowledged.size());
        allAreThere(acknowledged);
    }

    @Test
    void a_process_killed_while_it_writes_loses_nothing_it_has_acknowledged() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            Process writer = start("round" + round, -1);
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
                for (int i = 0; i < 40 + 7 * round; i++) {
                    acknowledged.add(out.readLine());
                }
                writer.destroyForcibly();
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    acknowledged.add(line);
                }
            } catch (IOException streamClosedByTheKill) {
                // What it had not said by then it had not acknowledged.
            }
            assertTrue(writer.waitFor(20, TimeUnit.SECONDS));
        }
        allAreThere(acknowledged);
    }
}
