package dev.llmagents.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
class InterruptWatchTest {
    private final InterruptWatch watch = new InterruptWatch();

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
                try (InterruptWatch.Watched call = watch.over(cancel)) {
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
    void looks_after_a_call_that_comes_when_it_had_nothing_to_do_for_long() throws Exception {
        watch.over(() -> {}).close();
        // Longer than it stays without calls.
        Thread.sleep(2_500);
        CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
        try (InterruptWatch.Watched call = watch.over(() -> cancelled.complete(true))) {
            Thread.currentThread().interrupt();
            read(cancelled);
            assertTrue(Thread.interrupted());
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
        try (InterruptWatch.Watched call = watch.over(cancel)) {
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
        watch.over(cancels::incrementAndGet).close();
        CompletableFuture<Boolean> later = new CompletableFuture<>();
        try (InterruptWatch.Watched call = watch.over(() -> later.complete(true))) {
            Thread.currentThread().interrupt();
            read(later);
        }
        assertEquals(0, cancels.get());
    }

    @Test
    @SuppressWarnings("try") // The watches are held, not used.
    void cancels_all_when_told_to() {
        AtomicInteger cancels = new AtomicInteger();
        try (InterruptWatch.Watched one = watch.over(cancels::incrementAndGet);
                InterruptWatch.Watched two = watch.over(cancels::incrementAndGet)) {
            watch.cancelAll();
            assertEquals(2, cancels.get());
        }
    }
}
