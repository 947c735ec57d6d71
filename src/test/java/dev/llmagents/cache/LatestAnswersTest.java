package dev.llmagents.cache;

import static dev.llmagents.cache.Samples.answer;
import static dev.llmagents.cache.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.llmagents.testing.FakeTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is served from memory, and for how long others' changes to the store may go unseen. */
class LatestAnswersTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LONG_ENOUGH = Duration.ofMillis(25);

    @TempDir
    Path folder;

    private final FakeTime time = new FakeTime();
    private final List<String> warnings = new ArrayList<>();

    private SharedCache open() {
        return new SharedCache(
                folder,
                SharedCache.Limits.DEFAULT,
                time.clock(),
                time.source().nanos(),
                warnings::add,
                StoreObserver.NONE);
    }

    /** Asked for often enough to lie in memory, and a moment after the store was looked at. */
    private SharedCache havingInMemory(String question) {
        SharedCache cache = open();
        for (int times = 0; times < 3; times++) {
            assertEquals(Optional.of(answer("old")), cache.get(key(question)));
            time.pass(LONG_ENOUGH);
        }
        assertEquals(Optional.of(answer("old")), cache.get(key(question)));
        return cache;
    }

    @AfterEach
    void nothing_was_said() {
        assertEquals(List.of(), warnings);
    }

    @Test
    void a_cleared_answer_is_served_for_a_moment_at_most() throws Exception {
        try (SharedCache other = open()) {
            other.put(key("a"), "acme", answer("old"), HOUR);
            try (SharedCache cache = havingInMemory("a")) {
                new CacheStore(folder, time.clock())
                        .remove(new CacheStore.Selection(Optional.empty(), Optional.empty()));
                time.pass(LONG_ENOUGH);
                assertEquals(Optional.empty(), cache.get(key("a")));
            }
        }
    }

    @Test
    void an_answer_that_another_process_replaced_is_the_new_one_after_a_moment() {
        try (SharedCache other = open()) {
            other.put(key("a"), "acme", answer("old"), HOUR);
            try (SharedCache cache = havingInMemory("a")) {
                other.put(key("a"), "acme", answer("new"), HOUR);
                time.pass(LONG_ENOUGH);
                assertEquals(Optional.of(answer("new")), cache.get(key("a")));
                assertEquals(Optional.of(answer("new")), cache.get(key("a")));
            }
        }
    }

    @Test
    void what_is_not_in_memory_is_seen_at_once() {
        try (SharedCache other = open()) {
            other.put(key("a"), "acme", answer("old"), HOUR);
            try (SharedCache cache = havingInMemory("a")) {
                other.put(key("b"), "acme", answer("B"), HOUR);
                assertEquals(Optional.of(answer("B")), cache.get(key("b")));
            }
        }
    }

    @Test
    void an_own_answer_replaces_the_one_in_memory_at_once() {
        try (SharedCache other = open()) {
            other.put(key("a"), "acme", answer("old"), HOUR);
            try (SharedCache cache = havingInMemory("a")) {
                cache.put(key("a"), "acme", answer("new"), HOUR);
                assertEquals(Optional.of(answer("new")), cache.get(key("a")));
            }
        }
    }

    @Test
    void an_answer_in_memory_ends_with_its_time() {
        try (SharedCache other = open()) {
            other.put(
                    key("a"), "acme", answer("old"), LONG_ENOUGH.multipliedBy(3).plusNanos(1_000_000));
            try (SharedCache cache = havingInMemory("a")) {
                time.pass(Duration.ofMillis(2));
                assertEquals(Optional.empty(), cache.get(key("a")));
            }
        }
    }

    @Test
    void memory_is_bounded_by_number_and_by_length() {
        LatestAnswers latest = new LatestAnswers();
        for (int number = 0; number < 2_000; number++) {
            latest.put(key("q" + number), answer("x".repeat(100)), time.now().plusSeconds(1));
        }
        assertEquals(Optional.empty(), latest.get(key("q0"), time.now()));
        assertEquals(Optional.of(answer("x".repeat(100))), latest.get(key("q1999"), time.now()));
        latest.put(key("long"), answer("x".repeat(5 << 20)), time.now().plusSeconds(1));
        assertEquals(Optional.empty(), latest.get(key("q1999"), time.now()));
        assertEquals(Optional.empty(), latest.get(key("long"), time.now()));
    }
}
