package dev.llmagents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of guarantees in docs/llm-service.md names tests that are there. */
class GuaranteesTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (G\\d+) \\|.*$");
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|Contract))(?:\\.(\\w+))?`");

    @Test
    void every_guarantee_names_a_test_and_every_named_test_exists() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        List<String> missing = new ArrayList<>();
        List<String> guarantees = new ArrayList<>();
        Matcher rows = ROW.matcher(Files.readString(Path.of("docs/llm-service.md")));
        while (rows.find()) {
            guarantees.add(rows.group(1));
            Matcher named = NAMED.matcher(rows.group());
            boolean any = false;
            while (named.find()) {
                any = true;
                String source = sources.getOrDefault(named.group(1), "");
                String method = named.group(2);
                if (source.isEmpty() || method != null && !source.contains(" void " + method + "(")) {
                    missing.add(named.group());
                }
            }
            assertTrue(any, rows.group(1) + " names no test");
        }
        assertEquals(16, guarantees.size(), guarantees.toString());
        assertEquals(List.of(), missing);
    }
}
