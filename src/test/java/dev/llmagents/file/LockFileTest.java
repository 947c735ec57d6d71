package dev.llmagents.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {
    @TempDir
    Path folder;

    private final AtomicLong now = new AtomicLong();

    private LockFile lock(Path file) {
        return new LockFile(file, now::get, pause -> now.addAndGet(pause.toNanos()));
    }

    @Test
    void is_free_again_after_closing() throws IOException {
        LockFile lock = lock(folder.resolve("lock"));
        lock.acquire(Duration.ZERO).close();
        lock.acquire(Duration.ZERO).close();
        assertEquals(0, now.get());
    }

    @Test
    void gives_up_after_the_timeout_and_names_the_file() throws IOException {
        Path file = folder.resolve("lock");
        LockFile lock = lock(file);
        try (LockFile.Held held = lock.acquire(Duration.ZERO)) {
            IOException late = assertThrows(IOException.class, () -> lock.acquire(Duration.ofMillis(100)));
            assertEquals(
                    "cannot lock " + file + ": another process or thread has held it for 100 ms", late.getMessage());
            assertEquals(Duration.ofMillis(100).toNanos(), now.get());
            assertTrue(held != null);
        }
        lock.acquire(Duration.ZERO).close();
    }

    @Test
    void another_instance_of_the_same_process_has_to_wait_too() throws IOException {
        Path file = folder.resolve("lock");
        try (LockFile.Held held = lock(file).acquire(Duration.ZERO)) {
            assertTrue(held != null);
            assertThrows(IOException.class, () -> lock(file).acquire(Duration.ofMillis(10)));
        }
    }

    @Test
    void is_taken_when_it_comes_free_while_waiting() throws IOException {
        Path file = folder.resolve("lock");
        LockFile.Held[] held = new LockFile.Held[1];
        LockFile lock = new LockFile(file, now::get, pause -> {
            try {
                held[0].close();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        held[0] = lock.acquire(Duration.ZERO);
        lock.acquire(Duration.ofSeconds(1)).close();
    }

    @Test
    void an_interrupt_ends_the_waiting_and_stays_set() throws IOException {
        Path file = folder.resolve("lock");
        LockFile lock = new LockFile(file, now::get, pause -> {
            throw new InterruptedException();
        });
        try (LockFile.Held held = lock.acquire(Duration.ZERO)) {
            assertTrue(held != null);
            assertThrows(IOException.class, () -> lock.acquire(Duration.ofSeconds(1)));
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void a_file_in_place_of_the_folder_is_a_failure_with_its_name() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        IOException refused =
                assertThrows(IOException.class, () -> lock(file.resolve("lock")).acquire(Duration.ZERO));
        assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
    }
}
