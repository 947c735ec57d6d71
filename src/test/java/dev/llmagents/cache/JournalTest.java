package dev.llmagents.cache;

import static dev.llmagents.cache.Samples.NOW;
import static dev.llmagents.cache.Samples.entry;
import static dev.llmagents.cache.Samples.key;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    Path folder;

    private Path file;
    private Journal journal;

    @BeforeEach
    void open() {
        file = folder.resolve("journal.log");
        journal = new Journal(file);
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    private static Optional<String> value(Journal from, String name) throws IOException {
        return from.get(key(name), NOW).map(record -> new String(record.value(), StandardCharsets.UTF_8));
    }

    private Optional<String> value(String name) throws IOException {
        return value(journal, name);
    }

    private void append(byte[] bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static byte[] bytes(JournalRecord record) {
        return record.toBytes().array();
    }

    @Test
    void what_was_appended_is_found_also_by_another_instance() throws IOException {
        assertEquals(Optional.empty(), value("a"));
        journal.append(entry("a", 1));
        journal.append(entry("b", 1));
        journal.append(entry("a", 2));
        assertEquals(Optional.of("a=2"), value("a"));
        try (Journal other = new Journal(file)) {
            assertEquals(Optional.of("b=1"), value(other, "b"));
            other.append(entry("c", 1));
        }
        assertEquals(Optional.of("c=1"), value("c"));
        assertEquals(0, journal.skippedBytes());
    }

    @Test
    void records_of_two_writers_by_turns_are_all_found_where_they_stand() throws IOException {
        try (Journal other = new Journal(file)) {
            for (int round = 0; round < 3; round++) {
                assertEquals(Optional.empty(), value("mine" + round));
                OptionalLong length = journal.append(entry("mine" + round, round));
                assertEquals(OptionalLong.of(Files.size(file)), length);
                other.append(entry("others" + round, round));
                journal.append(entry("behind" + round, round));
            }
            for (Journal reader : List.of(journal, other)) {
                for (int round = 0; round < 3; round++) {
                    for (String name : List.of("mine", "others", "behind")) {
                        assertEquals(Optional.of(name + round + "=" + round), value(reader, name + round));
                    }
                }
                assertEquals(0, reader.skippedBytes());
            }
        }
    }

    @Test
    void a_file_that_is_gone_is_begun_anew_only_if_that_is_wanted() throws IOException {
        assertEquals(OptionalLong.empty(), journal.appendIfThere(entry("a", 1)));
        assertFalse(Files.exists(file));
        journal.append(entry("a", 1));
        assertTrue(journal.appendIfThere(entry("b", 1)).isPresent());
        Files.delete(file);
        assertEquals(OptionalLong.empty(), journal.appendIfThere(entry("c", 1)));
        assertFalse(Files.exists(file));
        assertEquals(Optional.empty(), value("a"));
    }

    @Test
    void a_record_is_found_that_fills_a_file_up_again_which_somebody_emptied() throws IOException {
        journal.append(entry("a", 1));
        assertEquals(Optional.of("a=1"), value("a"));
        Files.write(file, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
        journal.append(entry("b", 1));
        assertEquals(Optional.of("b=1"), value("b"));
        assertEquals(Optional.empty(), value("a"));
    }

    @Test
    void a_record_is_found_behind_a_torn_one_that_came_in_between() throws IOException {
        journal.append(entry("a", 1));
        assertEquals(Optional.of("a=1"), value("a"));
        append(Arrays.copyOf(bytes(entry("torn", 1)), 20));
        journal.append(entry("b", 1));
        journal.append(entry("c", 1));
        assertEquals(Optional.of("b=1"), value("b"));
        assertEquals(Optional.of("c=1"), value("c"));
    }

    @Test
    void a_record_comes_back_as_it_was() throws IOException {
        JournalRecord written =
                new JournalRecord(key("a"), NOW, NOW.plusMillis(1), "förening 🚢", new byte[] {0, -1, 7});
        journal.append(written);
        JournalRecord read = journal.get(key("a"), NOW).orElseThrow();
        assertEquals(written.key(), read.key());
        assertEquals(written.created(), read.created());
        assertEquals(written.expires(), read.expires());
        assertEquals(written.tenant(), read.tenant());
        assertArrayEquals(written.value(), read.value());
    }

    @Test
    void a_record_counts_until_its_time_is_over() throws IOException {
        journal.append(entry("a", 1));
        Instant end = NOW.plusSeconds(3600);
        assertTrue(journal.get(key("a"), end.minusMillis(1)).isPresent());
        assertTrue(journal.get(key("a"), end).isEmpty());
    }

    @Test
    void the_newest_record_counts_also_if_its_time_is_over_first() throws IOException {
        journal.append(entry("a", 1));
        journal.append(new JournalRecord(key("a"), NOW, NOW, "acme", Samples.value("a", 2)));
        assertEquals(Optional.empty(), value("a"));
    }

    @Test
    void a_torn_end_costs_nothing_but_itself() throws IOException {
        journal.append(entry("a", 1));
        byte[] torn = bytes(entry("b", 1));
        append(Arrays.copyOf(torn, 30));
        assertEquals(Optional.of("a=1"), value("a"));
        assertEquals(Optional.empty(), value("b"));
        journal.append(entry("c", 1));
        assertEquals(Optional.of("c=1"), value("c"));
        assertEquals(30, journal.skippedBytes());
    }

    @Test
    void a_torn_end_is_read_when_the_rest_of_it_comes() throws IOException {
        byte[] whole = bytes(entry("a", 1));
        for (byte one : whole) {
            assertEquals(Optional.empty(), value("a"));
            append(new byte[] {one});
        }
        assertEquals(Optional.of("a=1"), value("a"));
    }

    @Test
    void a_journal_cut_at_any_byte_gives_the_records_before_and_takes_new_ones() throws IOException {
        String[] names = {"a", "b", "a", "c"};
        byte[][] records = new byte[names.length][];
        ByteBuffer all = ByteBuffer.allocate(4096);
        int[] ends = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            records[i] = bytes(entry(names[i], i));
            all.put(records[i]);
            ends[i] = all.position();
        }
        for (int cut = 0; cut <= all.position(); cut++) {
            Path copy = folder.resolve("cut");
            Files.write(copy, Arrays.copyOf(all.array(), cut));
            try (Journal shorter = new Journal(copy)) {
                for (String name : new String[] {"a", "b", "c"}) {
                    Optional<String> expected = Optional.empty();
                    for (int i = 0; i < names.length; i++) {
                        if (names[i].equals(name) && ends[i] <= cut) {
                            expected = Optional.of(name + "=" + i);
                        }
                    }
                    assertEquals(expected, value(shorter, name), name + " cut at " + cut);
                }
                shorter.append(entry("new", 9));
                assertEquals(Optional.of("new=9"), value(shorter, "new"), "cut at " + cut);
            }
        }
    }

    @Test
    void a_journal_with_flipped_bytes_never_gives_a_wrong_value() throws IOException {
        ByteBuffer all = ByteBuffer.allocate(4096);
        for (int i = 0; i < 6; i++) {
            all.put(bytes(entry("k" + i, i)));
        }
        Random random = new Random(11);
        int lost = 0;
        for (int at = 0; at < all.position(); at++) {
            byte[] damaged = Arrays.copyOf(all.array(), all.position());
            damaged[at] ^= (byte) (1 + random.nextInt(255));
            Path copy = folder.resolve("flipped");
            Files.write(copy, damaged);
            try (Journal hurt = new Journal(copy)) {
                int found = 0;
                for (int i = 0; i < 6; i++) {
                    Optional<String> value = value(hurt, "k" + i);
                    if (value.isPresent()) {
                        assertEquals("k" + i + "=" + i, value.get());
                        found++;
                    }
                }
                assertTrue(found >= 5, "one flipped byte at " + at + " cost " + (6 - found) + " records");
                lost += 6 - found;
            }
        }
        assertEquals(all.position(), lost, "a flipped byte is noticed wherever it is");
    }

    @Test
    void garbage_before_between_and_behind_records_is_stepped_over() throws IOException {
        Random random = new Random(5);
        byte[] garbage = new byte[300_000];
        for (int i = 0; i < 3; i++) {
            random.nextBytes(garbage);
            append(garbage);
            journal.append(entry("k" + i, i));
        }
        append(new byte[] {0x4C, 0x41, 0x4A, 0x31, 0x03, 0, 0, 0, 1, 1, 1, 1});
        for (int i = 0; i < 3; i++) {
            assertEquals(Optional.of("k" + i + "=" + i), value("k" + i));
        }
        assertEquals(900_000, journal.skippedBytes());
    }

    @Test
    void a_record_larger_than_the_window_and_one_across_its_edge_are_read() throws IOException {
        byte[] large = new byte[700_000];
        new Random(3).nextBytes(large);
        for (int i = 0; i < 3; i++) {
            journal.append(entry("before" + i, i));
            journal.append(new JournalRecord(key("large" + i), NOW, NOW.plusSeconds(9), "acme", large));
        }
        for (int i = 0; i < 3; i++) {
            assertEquals(Optional.of("before" + i + "=" + i), value("before" + i));
            assertArrayEquals(
                    large, journal.get(key("large" + i), NOW).orElseThrow().value());
        }
    }

    @Test
    void a_journal_that_another_process_replaced_is_read_anew_and_written_to() throws IOException {
        journal.append(entry("old", 1));
        assertEquals(Optional.of("old=1"), value("old"));
        Path fresh = folder.resolve("fresh");
        Files.write(fresh, bytes(entry("new", 1)));
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        assertEquals(Optional.of("new=1"), value("new"));
        assertEquals(Optional.empty(), value("old"));
        Files.delete(file);
        assertEquals(Optional.empty(), value("new"));
        journal.append(entry("again", 1));
        assertEquals(Optional.of("again=1"), value("again"));
    }

    @Test
    void a_journal_that_was_cut_in_place_is_read_anew() throws IOException {
        journal.append(entry("a", 1));
        journal.append(entry("b", 1));
        assertEquals(Optional.of("b=1"), value("b"));
        Files.write(file, bytes(entry("c", 1)), StandardOpenOption.TRUNCATE_EXISTING);
        assertEquals(Optional.of("c=1"), value("c"));
        assertEquals(Optional.empty(), value("b"));
    }

    @Test
    void an_empty_file_is_an_empty_journal() throws IOException {
        Files.createFile(file);
        assertEquals(Optional.empty(), value("a"));
        journal.append(entry("a", 1));
        assertEquals(Optional.of("a=1"), value("a"));
    }

    @Test
    void what_has_no_room_in_the_format_is_refused_before_it_is_written() {
        String longTenant = "t".repeat(65_536);
        assertThrows(
                IllegalArgumentException.class, () -> new JournalRecord(key("a"), NOW, NOW, longTenant, new byte[0]));
        String longest = "t".repeat(65_535);
        JournalRecord edge = new JournalRecord(key("a"), NOW, NOW, longest, new byte[] {1});
        ByteBuffer bytes = edge.toBytes();
        byte[] payload = Arrays.copyOfRange(bytes.array(), JournalRecord.HEADER, bytes.limit());
        assertEquals(
                longest,
                JournalRecord.fromPayload(payload, bytes.getInt(8))
                        .orElseThrow()
                        .tenant());
    }
}
