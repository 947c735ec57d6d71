package dev.llmagents.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelJsonTest {
    private static Optional<String> object(String text) {
        return ModelJson.objectIn(text).map(found -> Json.write(found.value()));
    }

    static Stream<Arguments> readable() {
        String plain = "{\"a\":[1,{\"b\":\"c\"}]}";
        return Stream.of(
                arguments("bare", plain, plain),
                arguments("with white space", " \n" + plain + "\r\n ", plain),
                arguments("fenced", "```json\n" + plain + "\n```", plain),
                arguments("fenced in capitals", "```JSON\n" + plain + "\n```", plain),
                arguments("fenced without a name", "```\n" + plain + "\n```\nDone.", plain),
                arguments("fence on one line", "```json" + plain + "```", plain),
                arguments("prose around", "Sure! Here it is: " + plain + " I hope it helps.", plain),
                arguments("braces in prose before", "For {name} and {x: 1} I write {} as " + plain + " {end}", plain),
                arguments("quoted braces in prose before", "Not {\"a\"} but " + plain, plain),
                arguments("a brace in a string", "x {\"a\":\"}{\\\"\"} y", "{\"a\":\"}{\\\"\"}"),
                arguments("two objects", "{\"a\":1}\n{\"b\":2}", "{\"a\":1}"),
                arguments("an array around", "[{\"a\":1},{\"b\":2}]", "{\"a\":1}"),
                arguments("raw line breaks", "{\"a\":\"one\ntwo\r\n\tthree\"}", "{\"a\":\"one\\ntwo\\r\\n\\tthree\"}"),
                arguments("raw control characters", "{\"a\":\"\u0000\u0007\"}", "{\"a\":\"\\u0000\\u0007\"}"),
                arguments("nothing in it", "Nothing to say: {}", "{}"),
                arguments("spaces behind the brace", "So: {  \n \"a\" : 1 }", "{\"a\":1}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readable")
    void finds_the_object(String name, String text, String expected) {
        assertEquals(Optional.of(expected), object(text));
        assertFalse(ModelJson.objectIn(text).orElseThrow().truncated());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "No.",
                "[1,2]",
                "null",
                "\"{\"",
                "{",
                "}",
                "{]",
                "{a:1}",
                "{'a':1}",
                "{\"a\":\"say \"hi\"\"}",
                "{\"a\":1,}"
            })
    void says_that_there_is_none(String text) {
        assertEquals(Optional.empty(), object(text));
    }

    @Test
    void does_not_take_a_part_of_an_object_it_cannot_read() {
        assertEquals(Optional.empty(), object("{\"items\":[{\"a\":\"say \"hi\"\"},{\"b\":1}]}"));
    }

    @Test
    void an_answer_cut_anywhere_gives_what_was_whole_before() {
        String text =
                "{\"summary\":[{\"text\":\"Vi hyr, \\\"hamnen\\\" }\",\"line\":12},{\"text\":\"B\",\"line\":-3.5}],"
                        + "\"open\":true,\"none\":null,\"deep\":{\"a\":{\"b\":[\"x\",[\"y\"]]}},\"last\":\"end\"}";
        JsonNode whole = ModelJson.objectIn(text).orElseThrow().value();
        int most = 0;
        for (int cut = 0; cut < text.length(); cut++) {
            for (String around : new String[] {"", "Here you are: ```json\n"}) {
                Optional<ModelJson.Found> found = ModelJson.objectIn(around + text.substring(0, cut));
                if (found.isPresent()) {
                    JsonNode value = found.get().value();
                    assertTrue(isPrefix(value, whole), "cut at " + cut + ": " + value);
                    assertTrue(found.get().truncated(), "cut at " + cut);
                    assertTrue(Json.write(value).length() + 4 >= most, "cut at " + cut + " lost what was there before");
                    most = Math.max(most, Json.write(value).length());
                }
            }
        }
        assertEquals(
                whole,
                ModelJson.objectIn(text.substring(0, text.length() - 1))
                        .orElseThrow()
                        .value());
    }

    /** Whether {@code part} is {@code whole} with things left off at its end. */
    private static boolean isPrefix(JsonNode part, JsonNode whole) {
        if (part.isObject() && whole.isObject()) {
            Iterator<Map.Entry<String, JsonNode>> rest = whole.properties().iterator();
            for (Map.Entry<String, JsonNode> field : part.properties()) {
                Map.Entry<String, JsonNode> expected = rest.next();
                if (!field.getKey().equals(expected.getKey()) || !isPrefix(field.getValue(), expected.getValue())) {
                    return false;
                }
            }
            return true;
        }
        if (part.isArray() && whole.isArray()) {
            for (int i = 0; i < part.size(); i++) {
                if (i >= whole.size() || !isPrefix(part.get(i), whole.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return part.equals(whole);
    }

    @Test
    void a_number_that_may_go_on_is_not_taken() {
        assertEquals(Optional.of("{\"a\":1}"), object("{\"a\":1,\"line\":12"));
        assertEquals(Optional.of("{\"a\":[1,2]}"), object("{\"a\":[1,2,3"));
    }

    static Stream<Arguments> giants() {
        int size = 2_000_000;
        return Stream.of(
                arguments("braces", "{".repeat(size)),
                arguments("objects that never end", "{\"a\":".repeat(size / 5)),
                arguments("deep arrays and commas", "{\"a\":" + "[".repeat(60) + "1,".repeat(size / 2)),
                arguments("too deep", "{\"a\":" + "[".repeat(size) + ",".repeat(size)),
                arguments("quotes", "{\"".repeat(size / 2)),
                arguments("a string without end", "{\"a\":\"" + "x".repeat(size)),
                arguments("backslashes", "{\"a\":\"" + "\\".repeat(size)),
                arguments("white space behind braces", ("{" + " ".repeat(1000)).repeat(size / 1000)),
                arguments("white space without end", "{" + " ".repeat(size)),
                arguments("small objects", "{}".repeat(size / 2)),
                arguments("raw line breaks", "{\"a\":\"" + "\n".repeat(size) + "\"}"),
                arguments("broken objects", "{\"a\" b} ".repeat(size / 8)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("giants")
    void a_giant_answer_takes_time_in_proportion_to_its_length(String name, String text) {
        // Quadratic time would be hours.
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> ModelJson.objectIn(text));
    }
}
