package dev.llmagents.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.llmagents.testing.Requests;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @ValueSource(strings = {"{} {}", "{\"a\":1}x", "{a:1}", "{'a':1}", "[1,]", "{\"a\":NaN}"})
    void what_is_more_or_less_than_one_value_is_refused(String text) {
        assertThrows(JsonProcessingException.class, () -> Json.parse(text));
    }

    @Test
    void nesting_beyond_reason_is_refused_rather_than_followed() {
        assertThrows(JsonProcessingException.class, () -> Json.parse("[".repeat(1_000_000)));
        assertThrows(JsonProcessingException.class, () -> Json.parse("{\"a\":".repeat(1_000_000)));
    }

    @Test
    void equal_values_have_one_canonical_text() {
        assertEquals(
                Json.canonical(Requests.json("{\"b\":{\"y\":1,\"x\":[{\"q\":1,\"p\":2}]},\"a\":null}")),
                "{\"a\":null,\"b\":{\"x\":[{\"p\":2,\"q\":1}],\"y\":1}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "åäö \u2028 \"\\ \n", "a ship 🚢, two 🚢🚢", "half \uD83D of one", "\uDEA2"})
    void bytes_are_those_of_the_text(String text) {
        byte[] expected = Json.write(Json.object().put("a", text)).getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(expected, Json.bytes(Json.object().put("a", text)));
        assertArrayEquals(expected, Json.bytes(out -> out.writeStringField("a", text)));
        assertEquals(text.contains("🚢"), new String(expected, StandardCharsets.UTF_8).contains("🚢"));
        assertFalse(new String(expected, StandardCharsets.UTF_8).contains("\\uD"));
    }

    @Test
    void decimals_are_written_in_plain_digits() {
        assertEquals(
                "{\"small\":0.00000012,\"round\":100}",
                Json.write(Json.object().put("small", new BigDecimal("1.2E-7")).put("round", new BigDecimal("100"))));
    }

    @Test
    void pretty_text_has_the_same_line_ends_everywhere() {
        assertEquals("{\n  \"a\": [\n    1\n  ]\n}", Json.writePretty(Requests.json("{\"a\":[1]}")));
    }

    @Test
    void fingerprints_are_those_of_the_standard() {
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Sha256.of("abc"));
    }
}
