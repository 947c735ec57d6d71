package dev.llmagents.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UninterruptedTest {
    @TempDir
    Path folder;

    @AfterEach
    void clear() {
        Thread.interrupted();
    }

    private Integer write(boolean interruptFirst) throws IOException {
        try (FileChannel out =
                FileChannel.open(folder.resolve("file"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            if (interruptFirst) {
                Thread.currentThread().interrupt();
            }
            return out.write(ByteBuffer.wrap(new byte[] {1}));
        }
    }

    @Test
    void an_interrupt_before_the_work_does_not_stop_it_and_stays_set() throws IOException {
        Thread.currentThread().interrupt();
        assertEquals(1, Uninterrupted.run(() -> write(false)));
        assertTrue(Thread.interrupted());
        assertEquals(1, Files.size(folder.resolve("file")));
    }

    @Test
    void an_interrupt_in_the_middle_of_the_work_has_it_begun_again() throws IOException {
        int[] tries = new int[1];
        assertEquals(1, Uninterrupted.run(() -> write(tries[0]++ == 0)));
        assertEquals(2, tries[0]);
        assertTrue(Thread.interrupted());
    }

    @Test
    void other_failures_come_through_and_nothing_is_set_that_was_not() {
        IOException full = new IOException("the disk is full");
        assertSame(
                full,
                assertThrows(
                        IOException.class,
                        () -> Uninterrupted.run(() -> {
                            throw full;
                        })));
        assertFalse(Thread.interrupted());
    }
}
