package dev.llmagents.agent.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.testing.Requests;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteCheckTest {
    private static final String NOTE = "The lift\n  was repaired on “Monday” – by Åsa’s brother. It cost 12.50 kr.";
    private static final QuoteCheck NOTES = new QuoteCheck(List.of("Another file.", NOTE));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The lift was repaired",
                "the LIFT   was repaired on \"monday\"",
                "on \"Monday\" - by Åsa's brother",
                "Åsa's",
                "12.50 kr",
                "file"
            })
    void what_the_input_holds_stands_however_it_is_typed(String quote) {
        assertTrue(NOTES.stands(quote), quote);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "...", "The lift was not repaired", "ift was repaired", "The lif", "2.50 kr", "Another file. The lift"})
    void what_it_does_not_hold_falls(String quote) {
        assertFalse(NOTES.stands(quote), quote);
    }

    private static QuoteCheck.Outcome check(String schema, String answer) {
        return NOTES.check(Requests.json(schema), (ObjectNode) Requests.json(answer));
    }

    @Test
    void the_item_of_a_list_goes_with_its_quote() {
        String schema =
                """
                {"type":"object","properties":{"facts":{"type":"array","items":{"type":"object","properties":
                 {"fact":{"type":"string"},"proof":{"type":"object","properties":{"words":{"type":"string","format":"quote"}}}}}},
                 "words":{"type":"array","items":{"type":"string","format":"quote"}}}}""";
        QuoteCheck.Outcome outcome = check(
                schema,
                """
                {"facts":[{"fact":"a","proof":{"words":"the lift"}},{"fact":"b","proof":{"words":"the stairs"}}],
                 "words":["Monday","Tuesday","file"]}""");
        assertEquals(
                "{\"facts\":[{\"fact\":\"a\",\"proof\":{\"words\":\"the lift\"}}],\"words\":[\"Monday\",\"file\"]}",
                Json.write(outcome.answer()));
        assertEquals(2, outcome.dropped());
    }

    @Test
    void outside_of_a_list_the_field_is_emptied() {
        String schema =
                """
                {"type":"object","$defs":{"q":{"type":"string","format":"quote"}},"properties":
                 {"a":{"$ref":"#/$defs/q"},"b":{"type":["string","null"],"format":"quote"},"c":{"type":"string"}},
                 "additionalProperties":{"type":"string","format":"quote"}}""";
        QuoteCheck.Outcome outcome =
                check(schema, "{\"a\":\"nowhere\",\"b\":null,\"c\":\"free\",\"d\":\"nor here\",\"e\":\"Monday\"}");
        assertEquals(
                "{\"a\":\"\",\"b\":null,\"c\":\"free\",\"d\":\"\",\"e\":\"Monday\"}", Json.write(outcome.answer()));
        assertEquals(2, outcome.dropped());
    }

    @Test
    void servers_are_not_told_of_a_format_they_do_not_know() {
        String schema = "{\"type\":\"object\",\"properties\":{\"format\":{\"type\":\"string\",\"format\":\"quote\"},"
                + "\"day\":{\"type\":\"string\",\"format\":\"date\"}}}";
        String sent = Json.write(QuoteCheck.forModel(Requests.json(schema)));
        assertEquals(
                "{\"type\":\"object\",\"properties\":{\"format\":{\"type\":\"string\"},"
                        + "\"day\":{\"type\":\"string\",\"format\":\"date\"}}}",
                sent);
    }

    @Test
    void a_schema_that_refers_to_itself_comes_to_an_end() {
        String schema = "{\"type\":\"object\",\"$defs\":{\"a\":{\"$ref\":\"#/$defs/a\"}},\"properties\":{\"x\":{\"$ref\":\"#/$defs/a\"}}}";
        assertEquals(0, check(schema, "{\"x\":{\"x\":[\"y\"]}}").dropped());
    }
}
