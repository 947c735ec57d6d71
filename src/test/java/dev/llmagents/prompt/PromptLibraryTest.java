package dev.llmagents.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import dev.llmagents.json.Schema;
import dev.llmagents.llm.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PromptLibraryTest {
    private static final String AGAIN = "common.again";

    @TempDir
    Path folder;

    private static String text(String body) {
        return "---\n" + PromptFileTest.HEAD + "---\n" + body;
    }

    private Prompt own(String id) {
        return new PromptLibrary(Optional.of(folder)).prompt(id);
    }

    private Path write(String name, String body) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text(body));
    }

    @Test
    void a_prompt_of_ones_own_replaces_the_shipped_one() throws IOException {
        write("meetmind/qa.prompt", "Mine.");
        assertEquals("Mine.", own("meetmind.qa").template());
        assertTrue(own("meetmind.coordinator").template().length() > 100, "the others are still there");
        assertTrue(new PromptLibrary(Optional.empty())
                        .prompt("meetmind.qa")
                        .template()
                        .length()
                > 100);
    }

    @Test
    void a_prompt_there_is_none_of_is_named() {
        PromptException none = assertThrows(PromptException.class, () -> own("meetmind.nobody"));
        assertEquals("There is no prompt meetmind.nobody.", none.getMessage());
    }

    @Test
    void a_mistake_in_ones_own_prompt_names_its_file() throws IOException {
        Path file = write("meetmind/qa.prompt", "x");
        Files.writeString(file, "---\nmodel: fast\n---\nx");
        PromptException wrong = assertThrows(PromptException.class, () -> own("meetmind.qa"));
        assertTrue(wrong.getMessage().startsWith(file.toString()), wrong.getMessage());
    }

    @Test
    void a_prompt_in_another_encoding_is_said_to_be_so() throws IOException {
        Path file = write("meetmind/qa.prompt", "x");
        Files.write(file, text("Hälsa.").getBytes(StandardCharsets.ISO_8859_1));
        PromptException wrong = assertThrows(PromptException.class, () -> own("meetmind.qa"));
        assertEquals(file + ": a prompt has to be written in UTF-8.", wrong.getMessage());
    }

    static List<String> shipped() throws IOException {
        List<String> ids = new ArrayList<>();
        Path root = Path.of("prompts");
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile).sorted().forEach(file -> {
                String name = root.relativize(file).toString().replace('\\', '/');
                assertTrue(name.endsWith(".prompt"), name);
                ids.add(name.substring(0, name.length() - ".prompt".length()).replace('/', '.'));
            });
        }
        assertTrue(ids.contains(AGAIN) && ids.contains("meetmind.qa"), ids.toString());
        return ids;
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void every_shipped_prompt_says_how_to_ask(String id) {
        Prompt prompt = new PromptLibrary(Optional.empty()).prompt(id);
        if (id.startsWith("common.")) {
            // No agents: one is asked the way of the prompt before, the other looks whether a provider answers.
            return;
        }
        assertTrue(prompt.temperature() >= 0.1 && prompt.temperature() <= 0.4, id);
        assertTrue(prompt.maxTokens() >= 100 && prompt.maxTokens() <= 8000, id);
        assertFalse(prompt.examples().isEmpty(), id);
        assertTrue(prompt.outputSchema().isPresent(), id);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void the_examples_of_every_shipped_prompt_conform_to_its_own_schema(String id) {
        Prompt prompt = new PromptLibrary(Optional.empty()).prompt(id);
        if (prompt.outputSchema().isEmpty()) {
            return;
        }
        Schema schema = new Schema(prompt.outputSchema().orElseThrow());
        for (JsonNode example : prompt.examples()) {
            assertEquals(List.of(), schema.problemsWith(example.path("output")), id);
        }
        isTakenByAStrictServer(prompt.outputSchema().orElseThrow(), id);
    }

    /** OpenAI, "Structured Outputs": every object is closed, and every field of it required. */
    private static void isTakenByAStrictServer(JsonNode schema, String id) {
        if (schema.path("type").asText().equals("object")) {
            assertFalse(schema.path("additionalProperties").asBoolean(true), id);
            List<String> required = new ArrayList<>();
            schema.path("required").forEach(name -> required.add(name.asText()));
            List<String> names = new ArrayList<>();
            schema.path("properties").fieldNames().forEachRemaining(names::add);
            assertEquals(names, required, id);
        }
        schema.forEach(inner -> isTakenByAStrictServer(inner, id));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void every_shipped_prompt_can_be_rendered_with_the_input_of_its_examples(String id) {
        Prompt prompt = new PromptLibrary(Optional.empty()).prompt(id);
        if (id.equals(AGAIN)) {
            assertEquals(
                    1,
                    PromptTemplate.render(prompt, Map.of("problem", "no JSON object was found"))
                            .size());
            return;
        }
        for (JsonNode example : prompt.examples()) {
            @SuppressWarnings("unchecked")
            Map<String, Object> input = (Map<String, Object>) Json.plain(example.path("input"));
            List<Message> messages = PromptTemplate.render(prompt, input);
            assertEquals(2 + 2 * prompt.examples().size(), messages.size(), id);
            assertEquals(Message.Role.SYSTEM, messages.get(0).role(), id);
            assertEquals(Message.Role.USER, messages.get(messages.size() - 1).role(), id);
            assertTrue(messages.get(messages.size() - 1).text().contains("<data "), id);
            for (Message message : messages) {
                assertFalse(message.text().contains("{{"), id);
            }
        }
    }
}
