package dev.llmagents.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {
    @TempDir
    Path folder;

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void folders_and_files_are_for_their_owner_only() throws IOException {
        Path file = folder.resolve("a/b/log.jsonl");
        PrivateFiles.createFile(file);
        assertEquals("rw-------", mode(file));
        assertEquals("rwx------", mode(file.getParent()));
        assertEquals("rwx------", mode(folder.resolve("a")));
    }

    @Test
    void what_exists_is_left_as_it_is() throws IOException {
        Path file = Files.writeString(folder.resolve("log"), "kept");
        PrivateFiles.createFile(file);
        PrivateFiles.createFolder(folder);
        assertEquals("kept", Files.readString(file));
    }

    @Test
    void a_file_in_the_way_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        IOException refused = assertThrows(IOException.class, () -> PrivateFiles.createFolder(file.resolve("sub")));
        assertTrue(refused.getMessage().startsWith("cannot create the folder " + file.resolve("sub")));
        assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
    }

    @Test
    void a_folder_in_place_of_the_file_is_refused() {
        IOException refused = assertThrows(IOException.class, () -> PrivateFiles.createFile(folder));
        assertEquals("cannot create " + folder + ": it is a folder", refused.getMessage());
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
