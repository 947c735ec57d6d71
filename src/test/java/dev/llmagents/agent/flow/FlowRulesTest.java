package dev.llmagents.agent.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.agent.Checked;
import dev.llmagents.json.Json;
import dev.llmagents.testing.Requests;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlowRulesTest {
    private static final JsonNode SCHEMA = Requests.json(
            """
            {"type":"object","additionalProperties":false,"required":["title","parts","size"],"$defs":{"n":{"type":"integer"}},
             "properties":{"title":{"type":"string"},"size":{"$ref":"#/$defs/n"},"rank":{"enum":["low","high"]},
              "more":{"type":"object","properties":{"note":{"type":"string"},"tags":{"type":"array"}}},"free":{"type":["string","null"]},
              "parts":{"type":"array","items":{"type":"object","required":["words"],
               "properties":{"words":{"type":"string","format":"quote"}}}}}}""");
    private static final FlowRules RULES =
            new FlowRules(Optional.of(SCHEMA), new QuoteCheck(List.of("One mast and two sails.")));

    private static Checked<ObjectNode> check(String... replies) {
        return RULES.check(
                Map.of(),
                RULES.answer(Map.of()),
                List.of(replies).stream().map(Requests::json).toList());
    }

    @Test
    void without_a_model_every_field_is_there_and_empty() {
        assertEquals(
                "{\"title\":\"\",\"size\":null,\"rank\":null,\"more\":{\"note\":\"\",\"tags\":[]},\"free\":null,\"parts\":[]}",
                Json.write(RULES.answer(Map.of())));
        assertEquals(
                "{\"text\":\"\"}",
                Json.write(new FlowRules(Optional.empty(), new QuoteCheck(List.of())).answer(Map.of())));
    }

    @Test
    void an_answer_of_the_right_form_stands_but_for_its_quotes() {
        Checked<ObjectNode> checked =
                check("{\"title\":\"Rig\",\"size\":2,\"parts\":[{\"words\":\"one mast\"},{\"words\":\"three masts\"}]}");
        assertEquals("{\"title\":\"Rig\",\"size\":2,\"parts\":[{\"words\":\"one mast\"}]}", Json.write(checked.value()));
        assertEquals(3, checked.added());
        assertEquals(1, checked.dropped());
    }

    @Test
    void of_two_answers_the_one_with_the_right_form_stands() {
        assertEquals(
                "Rig",
                check("{\"title\":\"Rig\",\"size\":2,\"parts\":[]}", "{\"title\":7}")
                        .value()
                        .path("title")
                        .asText());
    }

    @Test
    void what_is_right_by_itself_is_kept_of_an_answer_that_is_not() {
        Checked<ObjectNode> checked = check(
                "{\"title\":\"Rig\",\"size\":\"two\",\"rank\":\"odd\",\"extra\":1,\"parts\":[{\"words\":\"two sails\"},{\"word\":\"x\"},5]}");
        assertEquals(
                "{\"title\":\"Rig\",\"size\":null,\"rank\":null,\"more\":{\"note\":\"\",\"tags\":[]},\"free\":null,"
                        + "\"parts\":[{\"words\":\"two sails\"}]}",
                Json.write(checked.value()));
        assertEquals(5, checked.dropped(), "size, rank, extra and two items");
    }
}
