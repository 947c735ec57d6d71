package dev.llmagents.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.json.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Missions and series of meetings as an assistant asks for them, and where its reach ends. */
@Timeout(120)
class McpToolsTest {
    private static final Path SERIES =
            Path.of("samples/meetmind/series/webshop").toAbsolutePath();

    @TempDir
    private Path home;

    @BeforeEach
    void lay_out_a_mission_and_meetings() throws IOException {
        assertEquals(
                0,
                Invocation.in(home)
                        .run("felicia", "init", home.resolve("mission").toString())
                        .code());
        Files.createDirectories(home.resolve("plans"));
        Files.createDirectories(home.resolve("meetings"));
        try (Stream<Path> files = Files.list(SERIES)) {
            for (Path file : files.toList()) {
                Files.copy(file, home.resolve("meetings").resolve(file.getFileName()));
            }
        }
    }

    @Test
    void what_a_tool_answers_has_the_form_it_promised() throws Exception {
        Map<String, JsonNode> forms = new HashMap<>();
        for (JsonNode tool :
                serve(List.of(), request("tools/list", Json.object())).path("tools")) {
            if (tool.has("outputSchema")) {
                forms.put(tool.path("name").asText(), tool.path("outputSchema"));
            }
        }
        Map<String, ObjectNode> calls = Map.of(
                "felicia_trade", mission(),
                "felicia_bank", mission(),
                "meetmind_actions", paths("meetings"));
        for (Map.Entry<String, ObjectNode> call : calls.entrySet()) {
            JsonNode result = call(call.getKey(), call.getValue());
            assertFalse(result.path("isError").asBoolean(), result.toString());
            assertEquals(
                    List.of(), new Schema(forms.get(call.getKey())).problemsWith(result.path("structuredContent")));
            assertFalse(result.at("/content/0/text").asText().isBlank());
        }
    }

    @Test
    void a_mission_comes_back_with_its_verdict_and_nothing_is_written() throws Exception {
        JsonNode result =
                call("felicia_trade", mission()).path("structuredContent").path("result");
        assertTrue(result.path("verdict").asText().startsWith("APPROVED"), result.toString());
        assertTrue(result.path("paperOnly").asBoolean());
        assertEquals(0, files(home.resolve("plans")));
    }

    @Test
    void a_day_before_the_first_price_is_refused_or_judged_but_never_an_internal_error() throws Exception {
        JsonNode result = call("felicia_trade", mission().put("as_of", "1999-01-01"));
        assertFalse(result.toString().contains("Internal error"), result.toString());
    }

    @Test
    void files_are_written_only_below_the_folder_the_server_was_given() throws Exception {
        JsonNode refused = call("felicia_trade", mission().put("out", "one"));
        assertTrue(refused.path("isError").asBoolean());
        assertTrue(refused.toString().contains("--out"), refused.toString());
        List<String> out = List.of("--out", "plans");
        Files.createSymbolicLink(home.resolve("plans/link"), home.resolve("meetings"));
        for (String outside : List.of("../x", "/tmp/x-llm-agents", "one/../../x", "link", "link/deeper")) {
            JsonNode answer = call(out, "felicia_trade", mission().put("out", outside));
            assertTrue(answer.path("isError").asBoolean(), outside + answer);
        }
        assertEquals(4, files(home.resolve("meetings")));
        JsonNode written = call(out, "felicia_bank", mission().put("out", "one"));
        assertFalse(written.path("isError").asBoolean(), written.toString());
        assertTrue(Files.exists(home.resolve("plans/one/bank.json")));
    }

    @Test
    void a_mission_cannot_reach_files_outside_the_folder() throws Exception {
        Path outside = Files.createTempDirectory("outside");
        Path mission = home.resolve("mission/mission.yaml");
        Path prices;
        try (Stream<Path> all = Files.list(home.resolve("mission/data"))) {
            prices = all.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
        Path moved = outside.resolve(prices.getFileName());
        Files.move(prices, moved);
        Files.createSymbolicLink(prices, moved);
        JsonNode byLink = call("felicia_trade", mission());
        assertTrue(byLink.path("isError").asBoolean(), byLink.toString());
        assertTrue(byLink.toString().contains("does not exist"), byLink.toString());
        String name = "data/" + prices.getFileName();
        Files.writeString(mission, Files.readString(mission).replace(name, moved.toString()));
        JsonNode byPath = call("felicia_trade", mission());
        assertTrue(byPath.path("isError").asBoolean(), byPath.toString());
    }

    @Test
    void a_mistake_in_a_mission_is_answered_with_its_line() throws Exception {
        Files.writeString(home.resolve("mission/mission.yaml"), "mission:\n  budjet: 3\n");
        JsonNode refused = call("felicia_trade", mission());
        assertTrue(refused.path("isError").asBoolean());
        assertTrue(refused.at("/content/0/text").asText().contains("mission.yaml, line 2"), refused.toString());
    }

    @Test
    void tasks_of_a_folder_are_listed_and_a_link_out_of_it_is_passed_over() throws Exception {
        Path outside = Files.createTempFile("outside", ".txt");
        Files.writeString(outside, "Ada Moss: I'll feed the secret cat by 9 March.\nBen Cole: Good.\n");
        Files.createSymbolicLink(home.resolve("meetings/2026-03-01-link.txt"), outside);
        JsonNode result = call("meetmind_actions", paths("meetings"));
        assertEquals(6, result.at("/structuredContent/result/counts/done").asInt(), result.toString());
        assertFalse(result.toString().contains("secret cat"), result.toString());
        assertTrue(call("meetmind_actions", paths("../")).path("isError").asBoolean());
        assertTrue(call("meetmind_actions", paths("nowhere")).path("isError").asBoolean());
    }

    @Test
    void a_folder_to_write_to_has_to_lie_in_the_one_that_is_read() {
        assertEquals(
                2,
                Invocation.in(home)
                        .run("mcp", "--root", "meetings", "--out", "plans")
                        .code());
        assertEquals(3, Invocation.in(home).run("mcp", "--out", "nowhere").code());
    }

    private static int files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return (int) all.filter(Files::isRegularFile).count();
        }
    }

    private static ObjectNode mission() {
        return Json.object().put("path", "mission/mission.yaml");
    }

    private static ObjectNode paths(String path) {
        ObjectNode arguments = Json.object();
        arguments.putArray("paths").add(path);
        return arguments;
    }

    private JsonNode call(String tool, ObjectNode arguments) throws IOException {
        return call(List.of(), tool, arguments);
    }

    private JsonNode call(List<String> options, String tool, ObjectNode arguments) throws IOException {
        ObjectNode parameters = Json.object().put("name", tool);
        parameters.set("arguments", arguments);
        return serve(options, request("tools/call", parameters));
    }

    private static ObjectNode request(String method, ObjectNode parameters) {
        ObjectNode request = Json.object().put("jsonrpc", "2.0").put("id", 2).put("method", method);
        request.set("params", parameters);
        return request;
    }

    /** The result of one request to a server of its own. */
    private JsonNode serve(List<String> options, ObjectNode request) throws IOException {
        ObjectNode hello = Json.object().put("protocolVersion", "2025-06-18");
        hello.putObject("capabilities");
        hello.putObject("clientInfo").put("name", "test").put("version", "1");
        String input = Json.write(request("initialize", hello).put("id", 1))
                + "\n{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n" + Json.write(request) + "\n";
        String[] arguments =
                Stream.concat(Stream.of("mcp", "--offline"), options.stream()).toArray(String[]::new);
        Invocation run = Invocation.in(home)
                .stdin(input.getBytes(StandardCharsets.UTF_8))
                .run(arguments);
        assertEquals(0, run.code(), run::toString);
        for (String line : run.out().split("\n")) {
            JsonNode message = Json.parse(line);
            if (message.path("id").asInt() == 2) {
                return message.path("result");
            }
        }
        throw new AssertionError("no answer in " + run);
    }
}
