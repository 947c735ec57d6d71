package dev.llmagents.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.document.UnreadableInputException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {
    @TempDir
    Path folder;

    @Test
    void reads_a_file_up_to_the_limit_itself() throws IOException {
        Path file = Files.write(folder.resolve("a"), new byte[] {1, 2, 3});
        assertArrayEquals(new byte[] {1, 2, 3}, InputFile.read(file, 3));
        assertEquals(Reason.TOO_LARGE, refused(file, 2).reason());
    }

    @Test
    void refuses_a_huge_file_by_its_size_in_one_sentence() throws IOException {
        Path file = folder.resolve("film.txt");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.position((200L << 20) - 1);
            channel.write(ByteBuffer.allocate(1));
        }
        UnreadableInputException refused = refused(file, InputFile.DEFAULT_LIMIT);
        assertEquals(
                file
                        + " is too large: at most 64 MiB are read and it is 200 MiB large; split it or check that it is the"
                        + " right file.",
                refused.getMessage());
    }

    @Test
    void a_stream_is_given_up_at_the_limit() {
        InputStream endless = new InputStream() {
            private long given;

            @Override
            public int read() {
                assertTrue(++given < 100_000, "read on behind the limit");
                return 'x';
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                given += length;
                assertTrue(given < 100_000, "read on behind the limit");
                return length;
            }
        };
        UnreadableInputException refused =
                assertThrows(UnreadableInputException.class, () -> InputFile.read("stdin", endless, 1000));
        assertEquals(Reason.TOO_LARGE, refused.reason());
    }

    @Test
    void a_short_stream_is_read_whole() throws IOException {
        assertEquals(5, InputFile.read("stdin", new ByteArrayInputStream(new byte[5]), 1000).length);
    }

    @Test
    void what_is_missing_or_a_folder_is_named() {
        UnreadableInputException missing = refused(folder.resolve("no.txt"), 10);
        assertEquals(
                folder.resolve("no.txt") + " does not exist: check the name and the folder.", missing.getMessage());
        assertEquals(Reason.NO_FILE, missing.reason());
        assertEquals(
                folder + " is a folder: name a file in it.", refused(folder, 10).getMessage());
    }

    @Test
    void a_stream_that_breaks_is_a_clear_failure() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the pipe broke");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw new IOException("the pipe broke");
            }
        };
        UnreadableInputException refused =
                assertThrows(UnreadableInputException.class, () -> InputFile.read("stdin", broken, 10));
        assertEquals("stdin cannot be read: the pipe broke.", refused.getMessage());
    }

    private static UnreadableInputException refused(Path file, long limit) {
        return assertThrows(UnreadableInputException.class, () -> InputFile.read(file, limit));
    }
}
