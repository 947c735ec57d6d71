package dev.llmagents.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PromptFileTest {
    static final String HEAD = "model: fast\nconfig:\n  temperature: 0.2\n  maxOutputTokens: 100\n";

    static Prompt parse(String head, String body) {
        return PromptFile.parse("team.agent", "agent.prompt", "---\n" + head + "---\n" + body);
    }

    @Test
    void reads_what_is_stated_and_has_defaults_for_the_rest() {
        Prompt prompt = parse(HEAD, "Hello {{name}}.\n");
        assertEquals("team.agent", prompt.id());
        assertEquals("fast", prompt.tier());
        assertEquals(0.2, prompt.temperature());
        assertEquals(100, prompt.maxTokens());
        assertEquals(Duration.ofHours(1), prompt.ttl());
        assertEquals(Optional.empty(), prompt.outputSchema());
        assertEquals("Hello {{name}}.", prompt.template());
    }

    @Test
    void line_ends_and_a_byte_order_mark_make_no_difference() {
        String text = "---\n" + HEAD + "---\nHello.\n";
        Prompt plain = PromptFile.parse("a.b", "f", text);
        assertEquals(plain, PromptFile.parse("a.b", "f", text.replace("\n", "\r\n")));
        assertEquals(plain, PromptFile.parse("a.b", "f", "\uFEFF" + text));
    }

    @Test
    void every_change_of_the_file_changes_the_fingerprint() {
        String before = parse(HEAD, "Hello.").hash();
        assertNotEquals(before, parse(HEAD, "Hello!").hash());
        assertNotEquals(before, parse(HEAD + "ttl: 2h\n", "Hello.").hash());
        assertEquals(before, parse(HEAD, "Hello.").hash());
    }

    @ParameterizedTest
    @CsvSource({"90s, PT90S", "30m, PT30M", "24h, PT24H", "7d, P7D", "1h30m, PT1H30M", "' 7D ', P7D"})
    void a_time_to_keep_is_written_as_people_do(String ttl, Duration expected) {
        assertEquals(expected, parse(HEAD + "ttl: '" + ttl + "'\n", "Hello.").ttl());
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("", "Hello.", "'model'"),
                arguments("model: fast\n", "Hello.", "'config.temperature'"),
                arguments("model: fast\nconfig:\n  temperature: 0\n", "Hello.", "'config.maxOutputTokens'"),
                arguments(HEAD.replace("fast", ""), "Hello.", "'model'"),
                arguments(HEAD.replace("fast", "[a]"), "Hello.", "'model'"),
                arguments(HEAD.replace("0.2", "warm"), "Hello.", "'config.temperature'"),
                arguments(HEAD.replace("0.2", "2.5"), "Hello.", "'config.temperature'"),
                arguments(HEAD.replace("0.2", "-1"), "Hello.", "'config.temperature'"),
                arguments(HEAD.replace("100", "0"), "Hello.", "'config.maxOutputTokens'"),
                arguments(HEAD.replace("100", "1.5"), "Hello.", "'config.maxOutputTokens'"),
                arguments(HEAD.replace("100", "99999999999"), "Hello.", "'config.maxOutputTokens'"),
                arguments(HEAD + "  topP: 1\n", "Hello.", "'config.topP'"),
                arguments(HEAD + "modell: x\n", "Hello.", "'modell'"),
                arguments(HEAD + "ttl: soon\n", "Hello.", "'ttl'"),
                arguments(HEAD + "ttl: 3600\n", "Hello.", "'ttl'"),
                arguments(HEAD + "ttl: 0s\n", "Hello.", "'ttl'"),
                arguments(HEAD + "ttl: -1h\n", "Hello.", "'ttl'"),
                arguments(HEAD + "ttl: 999999999d\n", "Hello.", "'ttl'"),
                arguments(HEAD + "ttl: 99999999999999999999d\n", "Hello.", "'ttl'"),
                arguments(HEAD + "output:\n  schema: text\n", "Hello.", "'output.schema'"),
                arguments(HEAD + "examples: one\n", "Hello.", "'examples'"),
                arguments(HEAD + "examples:\n  - input: {}\n", "Hello.", "'examples'"),
                arguments(HEAD, " \n", "text below"),
                arguments("- a\n", "Hello.", "key: value"),
                arguments("a: [\n", "Hello.", "YAML"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_mistake_is_named_with_its_file_and_key(String head, String body, String named) {
        PromptException wrong =
                assertThrows(PromptException.class, () -> parse(head.isEmpty() ? "description: x\n" : head, body));
        String message = wrong.getMessage();
        assertTrue(message.startsWith("agent.prompt") && message.contains(named), message);
        assertTrue(message.matches(".*[.?]"), message);
    }

    @Test
    void broken_yaml_is_named_with_its_line_in_the_file() {
        PromptException wrong =
                assertThrows(PromptException.class, () -> parse("model: fast\nconfig: [\nttl: {\n", "x"));
        assertTrue(
                wrong.getMessage().matches("agent\\.prompt, line [3-6]: the front matter is no YAML\\."),
                wrong.getMessage());
    }

    @Test
    void a_file_without_front_matter_is_no_prompt() {
        for (String text : new String[] {"", "Hello.", "---\nmodel: fast\n", "model: fast\n---\nHello."}) {
            PromptException wrong =
                    assertThrows(PromptException.class, () -> PromptFile.parse("a.b", "agent.prompt", text));
            assertTrue(wrong.getMessage().contains("front matter"), wrong.getMessage());
        }
    }
}
