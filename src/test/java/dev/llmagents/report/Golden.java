package dev.llmagents.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whole outputs kept beside the tests. After a change that is meant, {@code mvn test -Dtest=GoldenReportsTest
 * -Dgolden.update=true} writes them anew in the source tree; look at the difference before keeping it.
 */
final class Golden {
    private static final Path SOURCES = Path.of("src/test/resources/dev/llmagents/report");

    private Golden() {}

    static void check(String file, String actual) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(SOURCES);
            Files.writeString(SOURCES.resolve(file), actual);
            return;
        }
        try (InputStream bytes = Golden.class.getResourceAsStream(file)) {
            String expected = bytes == null ? "" : new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(expected, actual, file);
        }
    }
}
