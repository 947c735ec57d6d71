package dev.llmagents.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DotEnvTest {
    private static final Path FILE = Path.of("work", ".env");

    static Stream<Arguments> lines() {
        return Stream.of(
                arguments("A=b", "b"),
                arguments("  A = b  ", "b"),
                arguments("export A=b", "b"),
                arguments("A=", ""),
                arguments("A=b=c", "b=c"),
                arguments("A=\"b c\"", "b c"),
                arguments("A='b c'", "b c"),
                arguments("A=\"b # c\"", "b # c"),
                arguments("A=\"b\" # comment", "b"),
                arguments("A='b'# comment", "b"),
                arguments("A=b # comment", "b"),
                arguments("A=b#c", "b#c"),
                arguments("A=\"b'", "\"b'"),
                arguments("A=\"", "\""),
                arguments("A=\"\"", ""),
                arguments("A=\"b\"c", "\"b\"c"),
                arguments("A=b\r", "b"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void reads_a_value(String line, String expected) {
        assertEquals(Map.of("A", expected), DotEnv.parse(FILE, line));
    }

    @Test
    void comments_and_empty_lines_say_nothing_and_the_last_value_counts() {
        assertEquals(Map.of("A", "2"), DotEnv.parse(FILE, "# A=0\n\n \nA=1\r\n  # x\nA=2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk-Secret", "=sk-Secret", "export sk-Secret"})
    void a_line_that_is_none_is_named_but_not_shown(String line) {
        SettingsException wrong = assertThrows(SettingsException.class, () -> DotEnv.parse(FILE, "A=1\n" + line));
        assertEquals(FILE + ", line 2: expected NAME=value.", wrong.getMessage());
        assertFalse(wrong.getMessage().contains("Secret"));
    }
}
