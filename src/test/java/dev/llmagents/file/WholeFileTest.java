package dev.llmagents.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path folder;

    @Test
    void writes_a_new_file_and_leaves_nothing_else() throws IOException {
        WholeFile.write(folder.resolve("a.md"), "Hej på dig\n");
        assertEquals("Hej på dig\n", Files.readString(folder.resolve("a.md")));
        assertEquals(List.of("a.md"), names());
    }

    @Test
    void replaces_what_was_there() throws IOException {
        Path file = Files.writeString(folder.resolve("a.md"), "old and longer than the new one");
        WholeFile.write(file, "new");
        assertEquals("new", Files.readString(file));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void makes_a_new_file_private_and_keeps_the_mode_of_an_old_one() throws IOException {
        Path file = folder.resolve("a.md");
        WholeFile.write(file, "1");
        assertEquals("rw-------", mode(file));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        WholeFile.write(file, "2");
        assertEquals("rw-r--r--", mode(file));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void writes_through_a_link_and_keeps_the_link() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        WholeFile.write(link, "new");
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(target));
    }

    @Test
    void refuses_a_folder_by_its_name() {
        IOException refused = assertThrows(IOException.class, () -> WholeFile.write(folder, "x"));
        assertEquals("cannot write " + folder + ": it is a folder", refused.getMessage());
    }

    @Test
    void says_that_the_folder_is_missing_and_creates_nothing() throws IOException {
        Path file = folder.resolve("missing").resolve("a.md");
        IOException refused = assertThrows(IOException.class, () -> WholeFile.write(file, "x"));
        assertTrue(refused.getMessage().startsWith("cannot write " + file + ": "), refused.getMessage());
        assertEquals(List.of(), names());
    }

    @Test
    void fails_below_a_file_and_keeps_that_file() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "kept");
        assertThrows(IOException.class, () -> WholeFile.write(file.resolve("a.md"), "x"));
        assertEquals("kept", Files.readString(file));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void says_that_the_disk_is_full() {
        IOException full = assertThrows(
                IOException.class, () -> WholeFile.write(Path.of("/dev/full"), "x".getBytes(StandardCharsets.UTF_8)));
        assertTrue(full.getMessage().startsWith("cannot write /dev/full: "), full.getMessage());
        assertTrue(Files.exists(Path.of("/dev/full")));
    }

    private String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
