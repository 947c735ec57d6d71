package dev.llmagents.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenRecordsTest {
    @TempDir
    Path folder;

    private Path file;
    private OpenRecords records;

    @BeforeEach
    void open() {
        file = folder.resolve("x/log");
        records = new OpenRecords(file);
    }

    @AfterEach
    void close() throws IOException {
        Thread.interrupted();
        records.close();
    }

    @Test
    void creates_a_private_file_and_its_folders_with_the_first_record() throws IOException {
        assertEquals(0, records.size());
        assertFalse(Files.exists(file.getParent()));
        records.append("one");
        assertEquals("one\n", Files.readString(file));
        assertEquals(4, records.size());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void a_record_is_in_the_file_when_the_call_returns_without_being_closed() throws IOException {
        records.append("one");
        records.append("två");
        assertEquals("one\ntvå\n", Files.readString(file));
    }

    @Test
    void writes_on_in_a_new_file_when_the_open_one_is_removed() throws IOException {
        records.append("one");
        Files.delete(file);
        records.append("two");
        assertEquals("two\n", Files.readString(file));
    }

    @Test
    void writes_on_in_the_file_that_was_put_in_the_place_of_the_open_one() throws IOException {
        records.append("one");
        Path other = Files.writeString(folder.resolve("other"), "purged\n");
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
        records.append("two");
        assertEquals("purged\ntwo\n", Files.readString(file));
    }

    @Test
    void does_not_follow_a_file_that_was_renamed() throws IOException {
        records.append("one");
        Path away = Files.move(file, folder.resolve("away"));
        records.append("two");
        assertEquals("one\n", Files.readString(away));
        assertEquals("two\n", Files.readString(file));
    }

    @Test
    void makes_the_folder_again_when_all_of_it_was_removed() throws IOException {
        records.append("one");
        Files.delete(file);
        Files.delete(file.getParent());
        records.append("two");
        assertEquals("two\n", Files.readString(file));
    }

    @Test
    void closes_a_line_that_somebody_else_left_open_while_the_file_was_open_here() throws IOException {
        records.append("one");
        Files.writeString(file, "torn", StandardOpenOption.APPEND);
        records.append("two");
        records.append("three");
        assertEquals("one\ntorn\ntwo\nthree\n", Files.readString(file));
    }

    @Test
    void closes_a_line_that_was_left_open_before() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "torn");
        records.append("two");
        assertEquals("torn\ntwo\n", Files.readString(file));
    }

    @Test
    void leaves_no_gap_when_the_file_was_emptied() throws IOException {
        records.append("one");
        Files.writeString(file, "");
        records.append("two");
        assertEquals("two\n", Files.readString(file));
    }

    @Test
    void a_full_file_takes_no_more_and_says_so() throws IOException {
        assertTrue(records.append("12345", 6));
        assertFalse(records.append("6", 6));
        assertTrue(records.append("6", 7));
        assertEquals("12345\n6\n", Files.readString(file));
    }

    @Test
    void an_interrupted_thread_writes_its_record_once() throws IOException {
        records.append("one");
        Thread.currentThread().interrupt();
        records.append("two");
        assertTrue(Thread.interrupted());
        records.append("three");
        assertEquals("one\ntwo\nthree\n", Files.readString(file));
    }

    @Test
    void refuses_a_record_of_two_lines_and_takes_the_next() throws IOException {
        assertThrows(IllegalArgumentException.class, () -> records.append("a\nb"));
        assertThrows(IllegalArgumentException.class, () -> records.append("a\rb"));
        records.append("c");
        assertEquals("c\n", Files.readString(file));
    }

    @Test
    void a_failure_names_the_file() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");
        try (OpenRecords impossible = new OpenRecords(inTheWay.resolve("log"))) {
            IOException refused = assertThrows(IOException.class, () -> impossible.append("x"));
            assertTrue(refused.getMessage().contains(inTheWay.toString()), refused.getMessage());
        }
    }
}
