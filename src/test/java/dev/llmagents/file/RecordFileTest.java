package dev.llmagents.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordFileTest {
    @TempDir
    Path folder;

    @Test
    void creates_the_file_and_its_folders_with_the_first_record() throws IOException {
        RecordFile records = new RecordFile(folder.resolve("x/y/log.jsonl"));
        records.append("{\"n\":1}");
        records.append("{\"n\":2}");
        assertEquals("{\"n\":1}\n{\"n\":2}\n", Files.readString(records.file()));
    }

    @Test
    void closes_a_line_that_was_left_open() throws IOException {
        Path file = Files.writeString(folder.resolve("log"), "{\"n\":1}\n{\"n\":");
        new RecordFile(file).append("{\"n\":3}");
        assertEquals("{\"n\":1}\n{\"n\":\n{\"n\":3}\n", Files.readString(file));
    }

    @Test
    void refuses_a_record_of_two_lines() {
        RecordFile records = new RecordFile(folder.resolve("log"));
        assertThrows(IllegalArgumentException.class, () -> records.append("a\nb"));
        assertThrows(IllegalArgumentException.class, () -> records.append("a\rb"));
    }

    @Test
    void records_of_many_threads_do_not_mix() throws Exception {
        RecordFile records = new RecordFile(folder.resolve("log"));
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String entry = String.valueOf((char) ('a' + i)).repeat(300);
            Thread thread = new Thread(() -> {
                for (int n = 0; n < 50; n++) {
                    try {
                        records.append(entry);
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        List<String> lines = Files.readAllLines(records.file());
        assertEquals(400, lines.stream().filter(line -> !line.isEmpty()).count());
        for (String line : lines) {
            assertTrue(
                    line.isEmpty()
                            || (line.length() == 300 && line.chars().distinct().count() == 1),
                    line);
        }
    }

    @Test
    void a_failure_names_the_file() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        RecordFile records = new RecordFile(file.resolve("log"));
        IOException refused = assertThrows(IOException.class, () -> records.append("x"));
        assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
    }
}
