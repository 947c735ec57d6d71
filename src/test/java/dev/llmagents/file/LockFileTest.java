package dev.llmagents.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
@SuppressWarnings("try") // Locks are held, not used.
class LockFileTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final List<Process> processes = new ArrayList<>();

    private Path file() {
        return folder.resolve("lock");
    }

    private Process process(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LockTaker.class.getName(),
                file().toString()));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        processes.add(process);
        return process;
    }

    private static String lineOf(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void is_free_again_after_closing() throws IOException {
        LockFile lock = new LockFile(file());
        lock.acquire(Duration.ZERO).close();
        lock.acquire(Duration.ZERO).close();
    }

    @Test
    void gives_up_after_the_timeout_and_names_the_file() throws IOException {
        LockFile lock = new LockFile(file());
        try (LockFile.Held held = lock.acquire(Duration.ZERO)) {
            IOException late = assertThrows(IOException.class, () -> lock.acquire(Duration.ofMillis(20)));
            assertEquals(
                    "cannot lock " + file() + ": another process or thread has held it for 20 ms", late.getMessage());
        }
        lock.acquire(Duration.ZERO).close();
    }

    @Test
    void another_instance_of_the_same_process_has_to_wait_too() throws IOException {
        try (LockFile.Held held = new LockFile(file()).acquire(Duration.ZERO)) {
            assertThrows(InterruptedIOException.class, () -> new LockFile(file()).acquire(Duration.ofMillis(10)));
            Path roundabout = folder.resolve("none/../lock");
            Files.createDirectory(folder.resolve("none"));
            assertThrows(InterruptedIOException.class, () -> new LockFile(roundabout).acquire(Duration.ZERO));
        }
    }

    @Test
    void one_who_gives_up_does_not_take_the_lock_from_another_instance_of_its_process() throws Exception {
        try (LockFile.Held held = new LockFile(file()).acquire(Duration.ZERO)) {
            assertThrows(InterruptedIOException.class, () -> new LockFile(file()).acquire(Duration.ZERO));
            assertThrows(InterruptedIOException.class, () -> new LockFile(file()).acquire(Duration.ofMillis(10)));
            assertEquals("late", lineOf(process("0", "1")), "to other processes it is still taken");
        }
        assertEquals("taken", lineOf(process("0", "1")));
    }

    @Test
    void closing_twice_does_not_let_two_others_in() throws IOException {
        LockFile lock = new LockFile(file());
        LockFile.Held held = lock.acquire(Duration.ZERO);
        held.close();
        try (LockFile.Held next = lock.acquire(Duration.ZERO)) {
            held.close();
            assertThrows(InterruptedIOException.class, () -> lock.acquire(Duration.ZERO));
        }
    }

    @Test
    void is_taken_when_another_thread_lets_go_of_it() throws Exception {
        LockFile lock = new LockFile(file());
        LockFile.Held held = lock.acquire(Duration.ZERO);
        CompletableFuture<Void> taken = CompletableFuture.runAsync(() -> {
            try {
                lock.acquire(LONG).close();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        held.close();
        taken.get();
    }

    @Test
    void is_taken_when_its_holder_is_killed() throws Exception {
        Process holder = process("1000", "-1");
        assertEquals("taken", lineOf(holder));
        LockFile lock = new LockFile(file());
        assertThrows(InterruptedIOException.class, () -> lock.acquire(Duration.ZERO));
        assertThrows(InterruptedIOException.class, () -> lock.acquire(Duration.ofMillis(20)));
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> taken = CompletableFuture.runAsync(() -> {
            begun.countDown();
            try {
                lock.acquire(LONG).close();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        begun.await();
        holder.destroyForcibly();
        taken.get();
    }

    @Test
    void processes_and_threads_that_wait_have_it_one_at_a_time_and_all_of_them() throws Exception {
        Path number = folder.resolve("number");
        List<Process> others = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            others.add(process("60000", "200", number.toString()));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                done.add(threads.submit(() -> {
                    LockTaker.take(new LockFile(file()), LONG, 50, Optional.of(number));
                    return null;
                }));
            }
            for (Future<?> one : done) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        for (Process other : others) {
            assertEquals("taken", lineOf(other));
        }
        assertEquals("1000", Files.readString(number));
    }

    @Test
    void an_interrupt_ends_the_waiting_and_stays_set() throws Exception {
        Process holder = process("1000", "-1");
        assertEquals("taken", lineOf(holder));
        LockFile lock = new LockFile(file());
        Thread.currentThread().interrupt();
        assertThrows(InterruptedIOException.class, () -> lock.acquire(LONG));
        assertTrue(Thread.interrupted());
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread waiting = new Thread(() -> {
            try {
                lock.acquire(LONG).close();
                interrupted.complete(false);
            } catch (IOException over) {
                interrupted.complete(Thread.currentThread().isInterrupted());
            }
        });
        waiting.start();
        while (Stream.of(Thread.State.TIMED_WAITING, Thread.State.TERMINATED).noneMatch(waiting.getState()::equals)) {
            Thread.onSpinWait();
        }
        waiting.interrupt();
        assertTrue(interrupted.get());
    }

    @Test
    void a_file_in_place_of_the_folder_is_a_failure_with_its_name() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        IOException refused =
                assertThrows(IOException.class, () -> new LockFile(file.resolve("lock")).acquire(Duration.ZERO));
        assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
    }
}
