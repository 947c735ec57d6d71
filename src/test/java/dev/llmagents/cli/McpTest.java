package dev.llmagents.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server as an assistant sees it: messages in, messages out, and nothing else on the output. */
@Timeout(60)
class McpTest {
    @TempDir
    private Path home;

    private int nextId = 1;

    @Test
    void lists_its_tools_each_with_a_schema_of_its_arguments() throws Exception {
        List<JsonNode> answers = talk(request("tools/list", Json.object()));
        JsonNode tools = answers.get(0).path("result").path("tools");
        assertTrue(tools.size() >= 1, answers.toString());
        for (JsonNode tool : tools) {
            assertTrue(tool.path("name").asText().matches("[a-z_]+"), tool.toString());
            assertFalse(tool.path("description").asText().isBlank(), tool.toString());
            assertEquals("object", tool.path("inputSchema").path("type").asText(), tool.toString());
        }
    }

    @Test
    void a_meeting_handed_over_as_text_comes_back_as_minutes() throws Exception {
        JsonNode result = call(Json.object().put("text", Meetings.ENGLISH));
        assertFalse(result.path("isError").asBoolean(), result.toString());
        assertTrue(
                result.path("content").path(0).path("text").asText().contains("buy the high gate"), result.toString());
        JsonNode value = result.path("structuredContent");
        assertEquals("meetmind", value.path("team").asText());
        assertTrue(value.path("result").path("decisions").size() > 0, value.toString());
    }

    @Test
    void a_file_of_the_folder_is_read_and_one_outside_is_not() throws Exception {
        Files.writeString(home.resolve("garden.txt"), Meetings.ENGLISH);
        Path outside = Files.createTempFile("outside", ".txt");
        try {
            Files.createSymbolicLink(home.resolve("link.txt"), outside);
            assertFalse(call(Json.object().put("path", "garden.txt"))
                    .path("isError")
                    .asBoolean());
            for (String path : List.of(outside.toString(), "link.txt", "../" + outside.getFileName(), "/etc/passwd")) {
                JsonNode refused = call(Json.object().put("path", path));
                assertTrue(refused.path("isError").asBoolean(), path + refused);
                assertFalse(refused.toString().contains("root:"), path);
            }
        } finally {
            Files.delete(outside);
        }
    }

    @Test
    void a_mistake_is_answered_with_a_sentence_and_the_server_goes_on() throws Exception {
        List<JsonNode> answers = talk(
                tool(Json.object()),
                tool(Json.object().put("path", "nowhere.txt")),
                tool(Json.object().put("text", "x").put("colour", "red")),
                tool(Json.object().put("text", Meetings.ENGLISH)));
        assertEquals(4, answers.size());
        for (int i = 0; i < 3; i++) {
            JsonNode answer = answers.get(i);
            boolean refused = answer.path("result").path("isError").asBoolean() || answer.has("error");
            assertTrue(refused, answer.toString());
        }
        assertTrue(answers.get(1).toString().contains("nowhere.txt"), answers.toString());
        assertFalse(answers.get(3).path("result").path("isError").asBoolean(), answers.toString());
    }

    @Test
    void a_root_that_is_not_there_is_named() {
        Invocation run = Invocation.in(home).run("mcp", "--root", "nowhere");
        assertEquals(3, run.code(), run.toString());
        assertTrue(run.err().contains("nowhere"), run.toString());
    }

    @Test
    void a_file_in_the_place_of_a_folder_is_refused() throws IOException {
        Files.writeString(home.resolve("notes.txt"), "Anna: hello\n");
        for (String[] line : new String[][] {
            {"mcp", "--root", "notes.txt"}, {"svea", "mcp", "--root", "notes.txt"}, {"mcp", "--out", "notes.txt"}
        }) {
            Invocation run = Invocation.in(home).run(line);
            assertEquals(3, run.code(), run.toString());
            assertTrue(run.err().contains("notes.txt is a file: name "), run.toString());
        }
    }

    @Test
    void a_recording_is_refused_and_not_forgotten() {
        Invocation run = Invocation.in(home).run("mcp", "--record", "kept");
        assertEquals(2, run.code(), run.toString());
        assertTrue(run.err().contains("--record and --replay are for one run"), run.toString());
        assertFalse(Files.exists(home.resolve("kept")), run.toString());
    }

    private JsonNode call(ObjectNode arguments) throws IOException {
        return talk(tool(arguments)).get(0).path("result");
    }

    private ObjectNode tool(ObjectNode arguments) {
        ObjectNode parameters = Json.object().put("name", "meetmind_analyze");
        parameters.set("arguments", arguments);
        return request("tools/call", parameters);
    }

    private ObjectNode request(String method, ObjectNode parameters) {
        ObjectNode request =
                Json.object().put("jsonrpc", "2.0").put("id", ++nextId).put("method", method);
        request.set("params", parameters);
        return request;
    }

    /** The answers to {@code requests}, in their order, from one server. */
    private List<JsonNode> talk(ObjectNode... requests) throws JsonProcessingException {
        ObjectNode hello = Json.object().put("protocolVersion", "2025-06-18");
        hello.putObject("capabilities");
        hello.putObject("clientInfo").put("name", "test").put("version", "1");
        StringBuilder input = new StringBuilder();
        ObjectNode initialize = Json.object().put("jsonrpc", "2.0").put("id", 1).put("method", "initialize");
        initialize.set("params", hello);
        input.append(Json.write(initialize)).append('\n');
        input.append("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n");
        for (ObjectNode request : requests) {
            input.append(Json.write(request)).append('\n');
        }
        Invocation run = Invocation.in(home)
                .stdin(input.toString().getBytes(StandardCharsets.UTF_8))
                .run("mcp", "--offline");
        assertEquals(0, run.code(), run.toString());
        List<JsonNode> messages = new ArrayList<>();
        for (String line : run.out().split("\n")) {
            messages.add(Json.parse(line));
        }
        List<JsonNode> answers = new ArrayList<>();
        for (ObjectNode request : requests) {
            answers.add(messages.stream()
                    .filter(message ->
                            message.path("id").asInt() == request.path("id").asInt())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no answer to " + request + " in " + run)));
        }
        return answers;
    }
}
