package dev.llmagents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which libraries a command loads: none that it does not need. */
@Timeout(120)
class StartUpClassesTest {
    private static final Map<String, String> HEAVY = Map.ofEntries(
            Map.entry("HTTP client", "okhttp3."),
            Map.entry("cache store", "org.mapdb.SortedTableMap"),
            Map.entry("AWS", "software.amazon.awssdk."),
            Map.entry("logging", "ch.qos.logback."),
            Map.entry("terminal", "org.jline."),
            Map.entry("linear algebra", "org.ojalgo."),
            Map.entry("PDF", "org.apache.pdfbox."),
            Map.entry("templates", "com.github.jknack."),
            Map.entry("schema validator", "com.networknt."),
            Map.entry("MCP", "io.modelcontextprotocol."),
            Map.entry("XML configuration", "ch.qos.logback.core.joran.spi.EventPlayer"));

    private static final String CERTIFICATES = "sun.security.ssl.TrustStoreManager";

    @TempDir
    Path folder;

    private List<String> loaded(String main, String... arguments) throws Exception {
        return loaded(Map.of(), main, arguments);
    }

    private List<String> loaded(Map<String, String> environment, String main, String... arguments) throws Exception {
        Path log = folder.resolve("classes");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xlog:class+load:file=" + log,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                // The training goes as far as the interactive mode, which reads.
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile());
        builder.environment().keySet().removeIf(name -> name.endsWith("_API_KEY") || name.endsWith("_BASE_URL"));
        builder.environment().put("LLM_AGENTS_HOME", folder.resolve("home").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertEquals(0, process.waitFor(), () -> "of " + command + ": " + output());
        List<String> classes = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            int source = line.indexOf(" source:");
            if (source > 0) {
                classes.add(line.substring(line.lastIndexOf(' ', source - 1) + 1, source));
            }
        }
        assertTrue(classes.contains(main), classes::toString);
        return classes;
    }

    private String output() {
        try {
            return Files.readString(folder.resolve("out"));
        } catch (IOException gone) {
            return gone.toString();
        }
    }

    private static List<String> heavy(List<String> classes) {
        return HEAVY.entrySet().stream()
                .filter(library -> classes.stream().anyMatch(name -> name.startsWith(library.getValue())))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static Path sample() throws IOException {
        try (Stream<Path> samples = Files.list(Path.of("samples", "meetmind"))) {
            return samples.filter(path -> path.toString().endsWith(".txt"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void the_version_and_the_help_need_no_library_but_the_one_that_reads_the_command_line() throws Exception {
        assertEquals(List.of(), heavy(loaded("dev.llmagents.Main", "--version")));
        assertEquals(List.of(), heavy(loaded("dev.llmagents.Main", "--help")));
    }

    @Test
    void statistics_need_none_of_them() throws Exception {
        assertEquals(List.of(), heavy(loaded("dev.llmagents.Main", "stats")));
    }

    @Test
    void an_analysis_without_a_model_needs_none_of_them() throws Exception {
        String meeting = sample().toString();
        assertEquals(List.of(), heavy(loaded("dev.llmagents.Main", "meetmind", "analyze", "--offline", meeting)));
    }

    @Test
    void a_model_on_a_plain_address_needs_no_certificates() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    return new MockResponse.Builder()
                            .addHeader("Content-Type", "application/json")
                            .body("{\"choices\":[{\"message\":{\"content\":\"{}\"},\"finish_reason\":\"stop\"}]}")
                            .build();
                }
            });
            server.start();
            Map<String, String> local =
                    Map.of("OPENAI_BASE_URL", server.url("/v1").toString());
            List<String> classes =
                    loaded(local, "dev.llmagents.Main", "meetmind", "analyze", sample().toString(), "--model", "local");

            assertTrue(server.getRequestCount() > 0, this::output);
            assertTrue(heavy(classes).contains("HTTP client"), classes::toString);
            assertTrue(!classes.contains(CERTIFICATES), "the certificates of the JDK are read");
        }
    }

    @Test
    void the_training_for_the_archive_loads_what_a_model_call_needs_and_no_more() throws Exception {
        List<String> classes = loaded("dev.llmagents.Training", "whole", "samples");
        List<String> heavy = heavy(classes);
        assertTrue(heavy.containsAll(List.of("HTTP client", "schema validator", "templates")), heavy::toString);
        assertTrue(classes.contains(CERTIFICATES), "most models are called over TLS");
        assertTrue(classes.contains("dev.llmagents.Main"), "every command loads it");
        for (String unneeded : List.of("AWS", "linear algebra", "PDF", "MCP", "cache store", "XML configuration")) {
            assertTrue(!heavy.contains(unneeded), unneeded + " in " + heavy);
        }
        assertTrue(Files.notExists(folder.resolve("home/usage")), "the training leaves the user's files alone");
    }

    @Test
    void the_training_for_the_light_archive_loads_nothing_that_only_a_model_needs() throws Exception {
        List<String> classes = loaded("dev.llmagents.Training", "light", "samples");
        assertEquals(List.of(), heavy(classes));
        assertTrue(classes.contains("dev.llmagents.cli.StatsCommand"), classes::toString);
        assertTrue(!classes.contains("dev.llmagents.llm.LLMService"), "it asks a model");
    }
}
