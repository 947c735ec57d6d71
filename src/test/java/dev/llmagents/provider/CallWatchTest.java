package dev.llmagents.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CallWatchTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final CallWatch watch = new CallWatch();

    @AfterEach
    void clear() {
        Thread.interrupted();
    }

    /** Waits as a socket read does: an interrupt neither ends it nor is taken note of. */
    private static void read(CompletableFuture<?> end) {
        while (!end.isDone()) {
            Thread.yield();
        }
    }

    @Test
    @SuppressWarnings("try") // The watch is held, not used.
    void cancels_the_call_of_a_thread_that_is_interrupted_and_no_other() throws Exception {
        CompletableFuture<String> cancelled = new CompletableFuture<>();
        AtomicInteger others = new AtomicInteger();
        CountDownLatch over = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            CountDownLatch watched = new CountDownLatch(1);
            Thread thread = new Thread(() -> {
                Runnable cancel = name.equals("b") ? () -> cancelled.complete(name) : others::incrementAndGet;
                try (CallWatch.Watched call = watch.over(LONG, cancel)) {
                    watched.countDown();
                    read(cancelled);
                } finally {
                    over.countDown();
                }
            });
            threads.add(thread);
            thread.start();
            assertTrue(watched.await(10, TimeUnit.SECONDS));
        }
        threads.get(1).interrupt();
        assertEquals("b", cancelled.get(10, TimeUnit.SECONDS));
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(0, others.get());
    }

    @Test
    @SuppressWarnings("try") // The watch is held, not used.
    void looks_after_a_call_that_comes_whenever_it_had_nothing_to_do() {
        CallWatch impatient = new CallWatch(0);
        for (int round = 0; round < 50; round++) {
            impatient.over(LONG, () -> {}).close();
            CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
            try (CallWatch.Watched call = impatient.over(LONG, () -> cancelled.complete(true))) {
                Thread.currentThread().interrupt();
                read(cancelled);
                assertTrue(Thread.interrupted());
            }
        }
    }

    @Test
    @SuppressWarnings("try") // The watch is held, not used.
    void a_call_that_cannot_be_cancelled_at_once_is_cancelled_later_and_takes_the_watch_from_nobody() {
        AtomicInteger tries = new AtomicInteger();
        CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
        Runnable cancel = () -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("not now");
            }
            cancelled.complete(true);
        };
        try (CallWatch.Watched call = watch.over(LONG, cancel)) {
            Thread.currentThread().interrupt();
            read(cancelled);
        }
        assertTrue(Thread.interrupted());
        assertTrue(tries.get() >= 2);
    }

    @Test
    @SuppressWarnings("try") // The watch is held, not used.
    void a_call_that_is_over_is_left_alone() throws Exception {
        AtomicInteger cancels = new AtomicInteger();
        watch.over(LONG, cancels::incrementAndGet).close();
        CompletableFuture<Boolean> later = new CompletableFuture<>();
        try (CallWatch.Watched call = watch.over(LONG, () -> later.complete(true))) {
            Thread.currentThread().interrupt();
            read(later);
        }
        assertEquals(0, cancels.get());
    }

    @Test
    void an_error_that_ends_the_watch_is_no_end_of_deadlines() {
        CompletableFuture<Boolean> failed = new CompletableFuture<>();
        try (CallWatch.Watched call = watch.over(Duration.ZERO, () -> {
            failed.complete(true);
            throw new OutOfMemoryError("for a moment");
        })) {
            read(failed);
            assertTrue(call.isLate());
        }
        boolean late = false;
        // The watch may be about to end when the next call comes; then it begins with one that follows.
        while (!late) {
            try (CallWatch.Watched call = watch.over(Duration.ofMillis(20), () -> {})) {
                long patience = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
                while (!call.isLate() && System.nanoTime() < patience) {
                    Thread.yield();
                }
                late = call.isLate();
            }
        }
    }

    @Test
    void cancels_a_call_whose_time_is_over_and_says_so() {
        CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
        AtomicInteger others = new AtomicInteger();
        try (CallWatch.Watched patient = watch.over(LONG, others::incrementAndGet);
                CallWatch.Watched call = watch.over(Duration.ofMillis(20), () -> cancelled.complete(true))) {
            read(cancelled);
            assertTrue(call.isLate());
            assertFalse(patient.isLate());
        }
        assertEquals(0, others.get());
    }

    @Test
    void a_call_that_was_interrupted_is_not_late() {
        CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
        try (CallWatch.Watched call = watch.over(LONG, () -> cancelled.complete(true))) {
            Thread.currentThread().interrupt();
            read(cancelled);
            assertFalse(call.isLate());
        }
        assertTrue(Thread.interrupted());
    }

    @Test
    @SuppressWarnings("try") // The watches are held, not used.
    void cancels_all_when_told_to() {
        AtomicInteger cancels = new AtomicInteger();
        try (CallWatch.Watched one = watch.over(LONG, cancels::incrementAndGet);
                CallWatch.Watched two = watch.over(LONG, cancels::incrementAndGet)) {
            watch.cancelAll();
            assertEquals(2, cancels.get());
        }
    }
}
