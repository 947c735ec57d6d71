package dev.llmagents.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** In a process of its own, since a process is configured once. */
@Timeout(60)
class LibraryLogTest {

    /** A program whose library has something to say. */
    public static final class Talking {
        private Talking() {}

        public static void main(String[] arguments) {
            LoggerFactory.getLogger("some.Library").warn("a warning");
            LoggerFactory.getLogger("some.Library").debug("a prompt");
            LoggerFactory.getLogger("some.Library").error("an error");
        }
    }

    @Test
    void errors_of_libraries_go_to_standard_error_and_nothing_else_does() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Talking.class.getName())
                .start();
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        assertEquals("", out);
        assertTrue(errors.contains("ERROR Library: an error"), errors);
        assertFalse(errors.contains("a warning") || errors.contains("a prompt"), errors);
        assertEquals(1, errors.lines().filter(line -> !line.startsWith("Picked up ")).count(), errors);
    }
}
