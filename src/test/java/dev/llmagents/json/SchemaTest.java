package dev.llmagents.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.testing.Requests;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {
    private static final JsonNode FORM = Requests.json("{\"type\":\"object\",\"additionalProperties\":false,"
            + "\"required\":[\"list\"],\"properties\":{\"list\":{\"type\":\"array\",\"items\":{\"type\":\"object\","
            + "\"required\":[\"kind\"],\"properties\":{\"kind\":{\"enum\":[\"a\",\"b\"]},"
            + "\"text\":{\"type\":\"string\",\"maxLength\":3}}}}}}");

    private static List<String> problems(String value) {
        return new Schema(FORM).problemsWith(Requests.json(value));
    }

    @Test
    void what_conforms_has_no_problems() {
        assertEquals(List.of(), problems("{\"list\":[{\"kind\":\"a\",\"text\":\"abc\"}]}"));
        assertEquals(List.of(), problems("{\"list\":[]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"list\":{}}",
                "{\"list\":[],\"more\":1}",
                "{\"list\":[{}]}",
                "{\"list\":[{\"kind\":\"c\"}]}",
                "{\"list\":[{\"kind\":\"a\",\"text\":\"abcd\"}]}"
            })
    void what_does_not_conform_has(String value) {
        assertEquals(1, problems(value).size(), problems(value).toString());
    }

    @Test
    void a_problem_names_its_place() {
        String problem =
                problems("{\"list\":[{\"kind\":\"a\"},{\"kind\":\"c\"}]}").get(0);
        assertTrue(problem.startsWith("/list/1/kind: "), problem);
    }

    @Test
    void the_words_are_the_same_wherever_the_program_runs() {
        Locale before = Locale.getDefault();
        List<String> english = problems("{\"more\":1}");
        try {
            for (String tag : List.of("sv-SE", "de-DE", "tr-TR", "ar", "zh-CN")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertEquals(english, problems("{\"more\":1}"), tag);
            }
        } finally {
            Locale.setDefault(before);
        }
        assertTrue(english.toString().contains("required property 'list' not found"), english.toString());
    }

    @Test
    void the_list_of_problems_has_an_end_and_so_has_each() {
        List<String> many = problems("{\"list\":[" + "{},".repeat(500) + "{\"" + "x".repeat(5000) + "\":1}]}");
        assertEquals(5, many.size());
        List<String> one = problems("{\"list\":[],\"" + "x".repeat(5000) + "\":1}");
        assertTrue(one.get(0).length() < 400, one.get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"$ref\":\"#/nowhere\"}"})
    void what_is_no_schema_is_said_to_be_none(String schema) {
        assertThrows(IllegalArgumentException.class, () -> new Schema(Requests.json(schema)));
    }
}
