package dev.llmagents.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.file.LockFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FileCellTest {
    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();

    private Path file() {
        return folder.resolve("shared/x.state");
    }

    private FileCell cell() {
        return new FileCell(file(), Duration.ofSeconds(10), warnings::add);
    }

    private static String put(Cell cell, String text) throws IOException {
        return cell.update(before -> new Cell.Edited<>(Optional.of(text), before));
    }

    private static int increment(Cell cell) throws IOException {
        return cell.update(before -> {
            int next = before.isEmpty() ? 1 : Integer.parseInt(before) + 1;
            return new Cell.Edited<>(Optional.of(Integer.toString(next)), next);
        });
    }

    @Test
    void one_who_keeps_reading_sees_what_others_write_and_a_file_that_was_replaced_or_removed() throws IOException {
        FileCell reader = cell();
        assertEquals("", reader.read());
        for (int i = 0; i < 5; i++) {
            put(cell(), "number " + i);
            assertEquals("number " + i, reader.read());
            assertEquals("number " + i, reader.read());
        }
        Path other = folder.resolve("other.state");
        put(new FileCell(other, Duration.ofSeconds(10), warnings::add), "elsewhere");
        Files.move(other, file(), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        assertEquals("elsewhere", reader.read());
        Files.delete(file());
        assertEquals("", reader.read());
        put(cell(), "anew");
        assertEquals("anew", reader.read());
        assertEquals(List.of(), warnings);
    }

    @Test
    void what_one_writes_the_next_reads() throws IOException {
        assertEquals("", cell().read());
        assertFalse(Files.exists(file()), "reading makes no file");
        assertEquals("", put(cell(), "first å"));
        assertEquals("first å", put(cell(), "second, longer than the first"));
        assertEquals("second, longer than the first", put(cell(), "3"));
        assertEquals("3", cell().read());
        assertEquals(List.of(), warnings);
    }

    @Test
    void the_file_is_for_its_owner_only() throws IOException {
        put(cell(), "x");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())));
    }

    @Test
    void a_write_torn_at_any_byte_leaves_what_was_there_before() throws IOException {
        put(cell(), "one");
        put(cell(), "two");
        byte[] before = Files.readAllBytes(file());
        put(cell(), "three");
        byte[] after = Files.readAllBytes(file());
        int changed = 0;
        for (int at = 0; at < before.length; at++) {
            if (before[at] != after[at]) {
                changed++;
                byte[] torn = before.clone();
                System.arraycopy(after, 0, torn, 0, at);
                Files.write(file(), torn);
                assertEquals("two", cell().read(), "torn at byte " + at);
                assertEquals("two", put(cell(), "healed"));
                assertEquals("healed", cell().read());
            }
        }
        assertTrue(changed > 5, "the third text went into the first slot");
        assertEquals(List.of(), warnings);
    }

    @Test
    void a_file_that_is_damaged_throughout_begins_anew_and_says_so() throws IOException {
        put(cell(), "one");
        put(cell(), "two");
        byte[] noise = new byte[200];
        Arrays.fill(noise, (byte) 'x');
        Files.write(file(), noise);
        assertEquals("", cell().read());
        assertEquals("", put(cell(), "new"));
        assertEquals("new", cell().read());
        assertEquals(List.of("The file " + file() + " was damaged and begins anew."), warnings);
    }

    @Test
    void what_would_not_fit_is_refused_and_nothing_is_lost() throws IOException {
        put(cell(), "kept");
        IOException refused = assertThrows(IOException.class, () -> put(cell(), "x".repeat(SlotReader.SLOT)));
        assertTrue(refused.getMessage().contains("beyond 1024 KiB"), refused.getMessage());
        assertEquals("kept", cell().read());
    }

    @Test
    void threads_of_several_users_lose_no_change() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            FileCell shared = cell();
            List<Future<Integer>> done = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                // Half of them as another process would: with an instance of its own.
                FileCell mine = i % 8 == 0 ? cell() : shared;
                done.add(threads.submit(() -> increment(mine)));
            }
            for (Future<Integer> one : done) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals("200", cell().read());
    }

    @Test
    void an_interrupted_thread_writes_all_the_same_and_stays_interrupted() throws IOException {
        Thread.currentThread().interrupt();
        assertEquals(1, increment(cell()));
        assertTrue(Thread.interrupted());
        assertEquals("1", cell().read());
    }

    @SuppressWarnings("try") // The lock is held, not used.
    @Test
    void a_holder_that_does_not_let_go_is_waited_for_no_longer_than_said() throws IOException {
        FileCell impatient = new FileCell(file(), Duration.ofMillis(30), warnings::add);
        put(impatient, "before");
        try (LockFile.Held held = new LockFile(folder.resolve("shared/x.state.lock")).acquire(Duration.ofSeconds(1))) {
            assertThrows(InterruptedIOException.class, () -> put(impatient, "after"));
            Thread.currentThread().interrupt();
            assertThrows(InterruptedIOException.class, () -> put(impatient, "after"));
            assertTrue(Thread.interrupted());
            assertEquals("before", impatient.read(), "reading waits for nobody");
        }
        assertEquals("before", put(impatient, "after"));
    }
}
