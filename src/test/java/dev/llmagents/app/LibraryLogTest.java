package dev.llmagents.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

    /** The launcher's options for logs. */
    private static List<String> launcherOptions() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("scripts", "llm-agents"))) {
            return lines.filter(line -> line.startsWith("-Dslf4j."))
                    .map(line -> line.replace("\"", ""))
                    .toList();
        }
    }

    private static String errorsOf(List<String> options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Talking.class.getName()));
        Process process = new ProcessBuilder(command).start();
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), errors);
        assertEquals("", out);
        return errors;
    }

    private static void assertOneError(String errors) {
        assertTrue(errors.contains("ERROR Library: an error"), errors);
        assertFalse(errors.contains("a warning") || errors.contains("a prompt"), errors);
        assertEquals(
                1, errors.lines().filter(line -> !line.startsWith("Picked up ")).count(), errors);
    }

    @Test
    void errors_of_libraries_go_to_standard_error_and_nothing_else_does() throws Exception {
        assertOneError(errorsOf(List.of()));
    }

    @Test
    void nor_does_anything_else_with_the_options_of_the_launcher() throws Exception {
        List<String> options = launcherOptions();
        assertTrue(options.contains("-Dslf4j.provider=" + LibraryLogProvider.class.getName()), options::toString);
        assertOneError(errorsOf(options));
    }
}
