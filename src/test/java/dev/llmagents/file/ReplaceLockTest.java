package dev.llmagents.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReplaceLockTest {
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    private Path file() {
        return folder.resolve("lock");
    }

    /** What another process says that tries to take the lock. */
    private String otherProcess() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockTaker.class.getName(),
                        file().toString(),
                        "200",
                        "1")
                .redirectErrorStream(true)
                .start();
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void who_gives_up_waiting_does_not_free_the_lock_towards_other_processes() throws Exception {
        try (ReplaceLock kept = ReplaceLock.kept(file())) {
            kept.replacing(LONG, () -> {
                CompletableFuture.runAsync(() -> {
                            assertThrows(
                                    IOException.class,
                                    () -> new ReplaceLock(file()).replacing(SHORT, () -> done.add("replaced")));
                            append(new ReplaceLock(file()), SHORT, "appended without it");
                        })
                        .join();
                assertEquals(List.of("appended without it"), done);
                assertEquals("late", otherProcess());
            });
        }
        assertEquals("taken", otherProcess());
    }

    private void append(ReplaceLock lock, Duration longestWait, String what) {
        try {
            lock.appending(longestWait, () -> done.add(what));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void an_append_waits_for_the_one_who_replaces_by_another_instance() throws Exception {
        CountDownLatch replacing = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Void> replacer = CompletableFuture.runAsync(() -> {
            try {
                new ReplaceLock(file()).replacing(LONG, () -> {
                    replacing.countDown();
                    await(end);
                    done.add("replaced");
                });
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        await(replacing);
        try (ReplaceLock kept = ReplaceLock.kept(file())) {
            CompletableFuture<Void> appender = CompletableFuture.runAsync(() -> append(kept, LONG, "appended"));
            end.countDown();
            appender.get(30, TimeUnit.SECONDS);
            replacer.get(30, TimeUnit.SECONDS);
        }
        assertEquals(List.of("replaced", "appended"), done);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
