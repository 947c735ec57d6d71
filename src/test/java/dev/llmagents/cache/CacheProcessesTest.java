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
        return start(name, entries, SharedCache.Limits.DEFAULT.journalBytes());
    }

    private Process start(String name, int entries, long journalBytes) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        // The library behind MapDB loads native code, of which newer JVMs warn.
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CacheWriter.class.getName(),
                        folder.resolve("cache").toString(),
                        name,
                        Integer.toString(entries),
                        Long.toString(journalBytes))
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
    void eight_processes_write_read_and_fold_at_once_and_nothing_is_lost() throws Exception {
        List<Process> writers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            writers.add(start("writer" + i, 200));
        }
        List<String> acknowledged = new ArrayList<>();
        for (Process writer : writers) {
            acknowledged.addAll(new String(writer.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
            assertEquals(0, writer.waitFor());
        }
        assertEquals(1600, acknowledged.size());
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

    /** {@code -Dllmagents.cache.kills=100} for the long form. */
    @Test
    void kills_while_processes_write_and_fold_lose_nothing_acknowledged() throws Exception {
        int kills = Integer.getInteger("llmagents.cache.kills", 20);
        List<String> acknowledged = new ArrayList<>();
        for (int killed = 0; killed < kills; killed += 2) {
            // Two at a time; one folds at every 64 KiB of journal, the other writes into what is folded.
            Process folding = start("fold" + killed, -1, 64 << 10);
            Process writer = start("write" + killed, -1, 1L << 40);
            for (Process process : List.of(folding, writer)) {
                try (BufferedReader out =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                    for (int i = 0; i < 30 + 11 * (killed % 7); i++) {
                        acknowledged.add(out.readLine());
                    }
                    process.destroyForcibly();
                    for (String line = out.readLine(); line != null; line = out.readLine()) {
                        acknowledged.add(line);
                    }
                } catch (IOException streamClosedByTheKill) {
                    // What it had not said by then it had not acknowledged.
                }
                assertTrue(process.waitFor(20, TimeUnit.SECONDS));
            }
        }
        allAreThere(acknowledged);
        CacheStore.Summary store = new CacheStore(folder.resolve("cache"), Clock.systemUTC()).summary();
        assertTrue(store.generations() > 0, store::toString);
    }
}
