package dev.llmagents.cache;

import static dev.llmagents.cache.Samples.answer;
import static dev.llmagents.cache.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.testing.FakeTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedCacheTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path folder;

    private final FakeTime time = new FakeTime();
    private final List<String> warnings = new ArrayList<>();
    private final List<SharedCache> opened = new ArrayList<>();

    private SharedCache open(Path store) {
        SharedCache cache = new SharedCache(store, time.clock(), warnings::add);
        opened.add(cache);
        return cache;
    }

    private Path journal() {
        return folder.resolve("v1").resolve("journal-1.log");
    }

    @AfterEach
    void close() {
        Thread.interrupted();
        opened.forEach(SharedCache::close);
    }

    @Test
    void two_instances_see_each_others_answers() {
        SharedCache one = open(folder);
        SharedCache other = open(folder);
        one.put(key("a"), "acme", answer("A"), HOUR);
        assertEquals(Optional.of(answer("A")), other.get(key("a")));
        other.put(key("b"), "acme", answer("B åäö 🚢"), HOUR);
        assertEquals(Optional.of(answer("B åäö 🚢")), one.get(key("b")));
        assertEquals(List.of(), warnings);
    }

    @Test
    void an_answer_is_kept_for_its_time() {
        SharedCache cache = open(folder);
        cache.put(key("a"), "acme", answer("A"), HOUR);
        time.pass(HOUR.minusMillis(1));
        assertTrue(cache.get(key("a")).isPresent());
        time.pass(Duration.ofMillis(1));
        assertTrue(cache.get(key("a")).isEmpty());
    }

    @Test
    void the_store_is_private() throws IOException {
        open(folder.resolve("store")).put(key("a"), "acme", answer("A"), HOUR);
        Path file = folder.resolve("store").resolve("v1").resolve("journal-1.log");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
    }

    @Test
    void no_word_of_a_question_is_in_the_store_and_the_key_is_a_fingerprint() throws IOException {
        open(folder).put(key("a"), "acme", answer("The answer."), HOUR);
        String stored = Files.readString(journal(), StandardCharsets.ISO_8859_1);
        assertTrue(stored.contains("The answer."));
        assertTrue(!stored.contains("What was decided?"));
    }

    @Test
    void a_store_that_was_removed_and_begun_anew_is_the_one_that_counts() throws IOException {
        SharedCache.Limits eager = new SharedCache.Limits(1L << 30, 1L << 30, 0, Duration.ofDays(1));
        for (boolean lookedBefore : List.of(false, true)) {
            Path store = folder.resolve("store" + lookedBefore);
            try (SharedCache first = new SharedCache(store, eager, time.clock(), warnings::add)) {
                first.put(key("old"), "acme", answer("old"), HOUR);
            }
            SharedCache running = new SharedCache(
                    store, eager, time.clock(), time.source().nanos(), warnings::add, StoreObserver.NONE);
            opened.add(running);
            running.put(key("mine"), "acme", answer("mine"), HOUR);
            if (lookedBefore) {
                assertTrue(running.get(key("old")).isPresent());
            }
            try (Stream<Path> files = Files.walk(store)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
            try (SharedCache other = new SharedCache(store, eager, time.clock(), warnings::add)) {
                other.put(key("new"), "acme", answer("new"), HOUR);
            }
            // Whatever is trusted for a moment is not trusted for long.
            time.pass(Duration.ofSeconds(1));
            assertEquals(Optional.of("new"), running.get(key("new")).map(CachedAnswer::content));
            assertEquals(Optional.empty(), running.get(key("old")));
            assertEquals(List.of(), warnings);
        }
    }

    @Test
    void a_file_of_something_else_is_set_aside_once_and_said_so() throws IOException {
        Files.createDirectories(journal().getParent());
        Files.writeString(journal(), "shopping list: bread, butter");
        SharedCache cache = open(folder);
        SharedCache other = open(folder);
        assertEquals(Optional.empty(), cache.get(key("a")));
        cache.put(key("a"), "acme", answer("A"), HOUR);
        assertEquals(Optional.of(answer("A")), cache.get(key("a")));
        assertEquals(Optional.of(answer("A")), other.get(key("a")));
        assertEquals(1, warnings.size(), warnings.toString());
        assertTrue(warnings.get(0).startsWith("The cache was damaged; it is kept as "), warnings.get(0));
        try (Stream<Path> files = Files.list(journal().getParent())) {
            Path aside = files.filter(file -> file.toString().contains(".damaged-"))
                    .findFirst()
                    .orElseThrow();
            assertEquals("shopping list: bread, butter", Files.readString(aside));
        }
    }

    @Test
    void an_empty_file_and_a_torn_first_record_are_no_damage_to_speak_of() throws IOException {
        for (byte[] start : List.of(new byte[0], new byte[] {0x4C}, new byte[] {0x4C, 0x41, 0x4A, 0x31, 0, 0})) {
            Files.createDirectories(journal().getParent());
            Files.write(journal(), start);
            SharedCache cache = open(folder);
            cache.put(key("a"), "acme", answer("A"), HOUR);
            assertEquals(Optional.of(answer("A")), cache.get(key("a")));
        }
        assertEquals(List.of(), warnings);
    }

    @Test
    void a_place_that_cannot_be_used_is_replaced_by_memory_and_said_once() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");
        SharedCache cache = open(inTheWay.resolve("store"));
        cache.put(key("a"), "acme", answer("A"), HOUR);
        cache.put(key("b"), "acme", answer("B"), HOUR);
        assertEquals(Optional.of(answer("A")), cache.get(key("a")));
        assertEquals(Optional.of(answer("B")), cache.get(key("b")));
        assertEquals(1, warnings.size(), warnings.toString());
        assertTrue(
                warnings.get(0).endsWith("answers are kept in memory for this run only.")
                        && warnings.get(0).contains("file"),
                warnings.get(0));
    }

    @Test
    void a_folder_in_place_of_the_file_is_one_sentence_too() throws IOException {
        Files.createDirectories(journal());
        SharedCache cache = open(folder);
        cache.put(key("a"), "acme", answer("A"), HOUR);
        assertEquals(Optional.of(answer("A")), cache.get(key("a")));
        assertEquals(1, warnings.size(), warnings.toString());
    }

    @Test
    void a_value_that_is_no_answer_is_a_miss() throws IOException {
        try (Journal foreign = new Journal(journal())) {
            for (String value :
                    List.of("", "{}", "null", "[1]", "{\"content\":1}", "{\"content\":\"x\",\"promptTokens\":-1}")) {
                foreign.append(new JournalRecord(
                        key(value), time.now(), time.now().plus(HOUR), "acme", value.getBytes(StandardCharsets.UTF_8)));
                assertEquals(Optional.empty(), open(folder).get(key(value)), value);
            }
        }
        assertEquals(List.of(), warnings);
    }

    @Test
    void an_interrupted_thread_keeps_its_paid_answer_and_stays_interrupted() {
        SharedCache cache = open(folder);
        for (int i = 0; i < 3; i++) {
            Thread.currentThread().interrupt();
            cache.put(key("a" + i), "acme", answer("A" + i), HOUR);
            assertEquals(Optional.of(answer("A" + i)), cache.get(key("a" + i)));
            assertTrue(Thread.interrupted());
        }
        assertEquals(Optional.of(answer("A2")), open(folder).get(key("a2")));
        assertEquals(List.of(), warnings);
    }

    @Test
    void what_has_no_room_in_the_file_is_kept_in_memory() {
        SharedCache cache = open(folder);
        cache.put(key("a"), "t".repeat(70_000), answer("A"), HOUR);
        assertEquals(Optional.of(answer("A")), cache.get(key("a")));
        cache.put(key("b"), "acme", answer("B"), HOUR);
        assertEquals(Optional.of(answer("B")), open(folder).get(key("b")));
        assertEquals(List.of(), warnings);
    }

    @Test
    void a_time_no_calendar_holds_is_a_long_one() {
        SharedCache cache = open(folder);
        cache.put(key("a"), "acme", answer("A"), Duration.ofSeconds(Long.MAX_VALUE));
        assertEquals(Optional.of(answer("A")), cache.get(key("a")));
        MemoryCache memory = new MemoryCache(time.clock());
        memory.put(key("a"), "acme", answer("A"), Duration.ofSeconds(Long.MAX_VALUE));
        assertTrue(memory.get(key("a")).isPresent());
        assertEquals(List.of(), warnings);
    }

    @Test
    void memory_forgets_the_oldest_when_it_is_full() {
        MemoryCache memory = new MemoryCache(time.clock());
        for (int i = 0; i <= 1000; i++) {
            memory.put(key("k" + i), "acme", answer("A" + i), HOUR);
        }
        assertTrue(memory.get(key("k0")).isEmpty());
        assertTrue(memory.get(key("k1")).isPresent());
        assertTrue(memory.get(key("k1000")).isPresent());
    }
}
