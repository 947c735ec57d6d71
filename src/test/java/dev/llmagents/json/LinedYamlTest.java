package dev.llmagents.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinedYamlTest {
    @Test
    void every_value_knows_its_line() throws LinedYaml.Problem {
        LinedYaml yaml =
                LinedYaml.read("# note\nname: a\nlist:\n  - 1\n  - x: true\n    y/z: 2.5\nbig: 12345678901\nn:\n", 10);
        assertEquals(
                "{\"name\":\"a\",\"list\":[1,{\"x\":true,\"y/z\":2.5}],\"big\":12345678901,\"n\":null}",
                Json.write(yaml.value()));
        assertEquals(12, yaml.line("/name"));
        assertEquals(13, yaml.line("/list"));
        assertEquals(14, yaml.line("/list/0"));
        assertEquals(16, yaml.line(LinedYaml.field("/list/1", "y/z")));
        assertEquals(15, yaml.line("/list/1/none/deeper"));
    }

    @Test
    void nothing_is_no_value() throws LinedYaml.Problem {
        assertTrue(LinedYaml.read("# nothing\n", 0).value().isMissingNode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: 1\\nb: 2\\na: 3 | 3 | second time",
                "a: &x 1\\nb: *x | 2 | aliases",
                "a: [1\\nb: 2 | 2 | no YAML",
                "a: 1\\n---\\nb: 2 | 2 | second document",
                "a: \"\\u0000 | 1 | no YAML"
            })
    void what_cannot_be_read_is_told_with_its_line(String text, int line, String what) {
        LinedYaml.Problem problem =
                assertThrows(LinedYaml.Problem.class, () -> LinedYaml.read(text.replace("\\n", "\n"), 0));
        assertTrue(problem.getMessage().contains(what), problem.getMessage());
        assertTrue(problem.line() >= line && problem.line() <= line + 1, "line " + problem.line());
    }

    @Test
    void depth_is_bounded() {
        LinedYaml.Problem problem = assertThrows(LinedYaml.Problem.class, () -> LinedYaml.read("[".repeat(5_000), 0));
        assertTrue(problem.getMessage().contains("deeper"), problem.getMessage());
    }
}
