package dev.llmagents.cache;

import static dev.llmagents.cache.Samples.answer;
import static dev.llmagents.cache.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.testing.FakeTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store as runs leave it: what is folded, what is found again, what is damaged. */
class FoldTest {
    private static final Duration MONTH = Duration.ofDays(30);

    @TempDir
    Path folder;

    private final FakeTime time = new FakeTime();
    private final List<String> warnings = new ArrayList<>();

    private SharedCache open(SharedCache.Limits limits) {
        return new SharedCache(folder, limits, time.clock(), warnings::add);
    }

    private SharedCache open() {
        return open(SharedCache.Limits.DEFAULT);
    }

    private static SharedCache.Limits foldAlways(long maxBytes) {
        return new SharedCache.Limits(maxBytes, 1L << 40, 0, Duration.ofDays(1));
    }

    private CacheStore.Summary summary() throws IOException {
        return new CacheStore(folder, time.clock()).summary();
    }

    private List<Path> files(String end) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("v1"))) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    /** Random letters, which no compression makes small. */
    private static String text(int length, long seed) {
        Random random = new Random(seed);
        return random.ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void an_ordinary_week_of_runs_is_served_from_mapdb() throws IOException {
        for (int day = 0; day < 7; day++) {
            for (int run = 0; run < 5; run++) {
                try (SharedCache cache = open()) {
                    for (int question = 0; question < 8; question++) {
                        String name = day + "-" + run + "-" + question;
                        assertTrue(cache.get(key(name)).isEmpty());
                        cache.put(key(name), "acme", answer(text(2000, name.hashCode())), MONTH);
                    }
                }
                time.pass(Duration.ofHours(5));
            }
        }
        CacheStore.Summary week = summary();
        assertEquals(280, week.entries());
        assertTrue(week.generations() >= 1 && week.generationBytes() > 10 * week.journalBytes(), week::toString);
        try (SharedCache cache = open()) {
            for (int day = 0; day < 7; day++) {
                String name = day + "-0-0";
                assertEquals(Optional.of(answer(text(2000, name.hashCode()))), cache.get(key(name)));
            }
        }
        assertEquals(7, summary().hits());
        assertEquals(280, summary().misses());
        assertEquals(List.of(), warnings);
    }

    @Test
    void answers_of_every_length_come_back_out_of_a_generation() throws IOException {
        int[] lengths = {0, 1, 32_000, 32_768, 33_000, 100_000, 3_000_000};
        try (SharedCache cache = open(foldAlways(1L << 30))) {
            for (int length : lengths) {
                cache.put(key("n" + length), "acme", answer(text(length, length)), MONTH);
            }
        }
        assertEquals(0, summary().journalBytes());
        try (SharedCache cache = open()) {
            for (int length : lengths) {
                assertEquals(Optional.of(answer(text(length, length))), cache.get(key("n" + length)), "" + length);
            }
            assertTrue(cache.get(key("another")).isEmpty());
        }
        for (Path file : files("")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)), "" + file);
        }
    }

    @Test
    void small_generations_are_merged_and_the_newest_answer_counts() throws IOException {
        for (int round = 0; round < 6; round++) {
            try (SharedCache cache = open(foldAlways(1L << 30))) {
                cache.put(key("same"), "acme", answer("round " + round), MONTH);
                cache.put(key("own-" + round), "acme", answer("own"), MONTH);
            }
        }
        assertEquals(1, summary().generations());
        assertEquals(7, summary().entries());
        try (SharedCache cache = open()) {
            assertEquals(Optional.of(answer("round 5")), cache.get(key("same")));
        }
    }

    @Test
    void what_is_over_is_dropped_and_its_space_given_back() throws IOException {
        try (SharedCache cache = open(foldAlways(1L << 30))) {
            cache.put(key("short"), "acme", answer(text(2_000_000, 1)), Duration.ofHours(1));
            cache.put(key("long"), "acme", answer("L"), MONTH);
        }
        long before = summary().bytes();
        time.pass(Duration.ofHours(2));
        try (SharedCache cache = open(foldAlways(1L << 30))) {
            assertTrue(cache.get(key("short")).isEmpty());
            cache.put(key("new"), "acme", answer("N"), MONTH);
        }
        assertEquals(2, summary().entries());
        assertTrue(summary().bytes() < before, summary() + " was " + before);
    }

    @Test
    void the_oldest_goes_first_when_the_store_is_full() throws IOException {
        long max = 40L << 20;
        for (int round = 0; round < 6; round++) {
            try (SharedCache cache = open(foldAlways(max))) {
                for (int i = 0; i < 5; i++) {
                    cache.put(key(round + "-" + i), "acme", answer(text(2 << 20, round * 10 + i)), MONTH);
                }
            }
        }
        assertTrue(summary().generationBytes() <= max, summary()::toString);
        try (SharedCache cache = open()) {
            assertTrue(cache.get(key("0-0")).isEmpty());
            assertTrue(cache.get(key("5-0")).isPresent());
        }
    }

    @Test
    void a_reader_that_holds_an_old_generation_goes_on() {
        try (SharedCache writer = open(foldAlways(1L << 30))) {
            writer.put(key("a"), "acme", answer("A"), MONTH);
        }
        SharedCache reader = open();
        assertEquals(Optional.of(answer("A")), reader.get(key("a")));
        for (int round = 0; round < 3; round++) {
            try (SharedCache writer = open(foldAlways(1L << 30))) {
                writer.put(key("b" + round), "acme", answer("B" + round), MONTH);
            }
            assertEquals(Optional.of(answer("A")), reader.get(key("a")));
            assertEquals(Optional.of(answer("B" + round)), reader.get(key("b" + round)));
        }
        reader.put(key("c"), "acme", answer("C"), MONTH);
        try (SharedCache another = open()) {
            assertEquals(Optional.of(answer("C")), another.get(key("c")));
        }
        assertEquals(List.of(), warnings);
    }

    @Test
    void a_generation_with_a_wrong_bit_is_set_aside_said_once_and_never_served() throws IOException {
        try (SharedCache cache = open(foldAlways(1L << 30))) {
            for (int i = 0; i < 50; i++) {
                cache.put(key("a" + i), "acme", answer(text(3000, i)), MONTH);
            }
        }
        Path generation = files(".db").get(0);
        byte[] bytes = Files.readAllBytes(generation);
        bytes[bytes.length / 2] ^= 1;
        Files.write(generation, bytes);
        CacheStore.Verdict verdict = new CacheStore(folder, time.clock()).verify();
        assertEquals(1, verdict.damaged().size(), verdict::toString);
        try (SharedCache cache = open()) {
            for (int i = 0; i < 50; i++) {
                assertTrue(cache.get(key("a" + i)).isEmpty());
            }
            cache.put(key("a0"), "acme", answer("anew"), MONTH);
        }
        assertEquals(1, warnings.size(), warnings::toString);
        assertEquals(1, summary().setAside());
        try (SharedCache cache = open()) {
            assertEquals(Optional.of(answer("anew")), cache.get(key("a0")));
        }
        assertEquals(1, warnings.size(), warnings::toString);
    }

    @Test
    void every_cut_and_garbage_of_every_file_is_survived() throws IOException {
        for (String end : List.of(".db", ".keys", "CURRENT", ".log")) {
            for (int cut : new int[] {0, 1, 17, 1000, -1}) {
                try (SharedCache cache = open(foldAlways(1L << 30))) {
                    cache.put(key("folded"), "acme", answer(text(3000, 1)), MONTH);
                }
                try (SharedCache cache = open()) {
                    cache.put(key("fresh"), "acme", answer(text(3000, 2)), MONTH);
                }
                for (Path file : files(end)) {
                    byte[] bytes = Files.readAllBytes(file);
                    byte[] garbage = new byte[5000];
                    new Random(cut).nextBytes(garbage);
                    Files.write(file, cut < 0 ? garbage : java.util.Arrays.copyOf(bytes, Math.min(cut, bytes.length)));
                }
                warnings.clear();
                try (SharedCache cache = open()) {
                    for (String name : List.of("folded", "fresh")) {
                        cache.get(key(name))
                                .ifPresent(found ->
                                        assertEquals(3000, found.content().length()));
                    }
                    cache.put(key("new"), "acme", answer("N"), MONTH);
                    assertEquals(Optional.of(answer("N")), cache.get(key("new")));
                }
                try (SharedCache cache = open()) {
                    assertEquals(Optional.of(answer("N")), cache.get(key("new")), end + " " + cut);
                }
                assertTrue(warnings.size() <= 1, warnings::toString);
                assertFalse(warnings.toString().contains("in memory"), warnings::toString);
                new CacheStore(folder, time.clock())
                        .remove(new CacheStore.Selection(Optional.empty(), Optional.empty()));
            }
        }
    }

    @Test
    void a_tenant_is_taken_out_of_journals_and_generations_alike() throws IOException {
        for (int round = 0; round < 2; round++) {
            try (SharedCache cache = open(round == 0 ? foldAlways(1L << 30) : SharedCache.Limits.DEFAULT)) {
                cache.put(key("acme" + round), "acme", answer("secret of acme"), MONTH);
                cache.put(key("other" + round), "other", answer("of another"), MONTH);
            }
        }
        CacheStore store = new CacheStore(folder, time.clock());
        CacheStore.Selection acme = new CacheStore.Selection(Optional.of("acme"), Optional.empty());
        assertEquals(2, store.wouldRemove(acme).entries());
        assertEquals(4, summary().entries());
        SharedCache running = open();
        assertTrue(running.get(key("acme0")).isPresent());
        assertEquals(2, store.remove(acme).entries());
        for (int round = 0; round < 2; round++) {
            assertTrue(running.get(key("acme" + round)).isEmpty());
            assertTrue(running.get(key("other" + round)).isPresent());
        }
        for (Path file : files("")) {
            assertFalse(
                    Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                            .contains("secret"),
                    file.toString());
        }
        assertEquals(0, store.remove(acme).entries());
    }
}
