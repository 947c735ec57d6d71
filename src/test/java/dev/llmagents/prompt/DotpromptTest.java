package dev.llmagents.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import dev.llmagents.llm.Message;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The format as Dotprompt specifies it, to the last blank, as far as it is supported. */
class DotpromptTest {
    private static Prompt prompt(String text, Map<String, Object> defaults, Map<String, String> partials) {
        return new Prompt(
                "case",
                "fast",
                0,
                1,
                Duration.ofHours(1),
                new Prompt.Inputs(Optional.empty(), defaults, Set.of()),
                Optional.empty(),
                List.of(),
                DotPrompt.parse("case.prompt", text).template(),
                partials,
                "hash");
    }

    private static String text(String template, Map<String, Object> input) {
        List<Message> messages =
                PromptTemplate.exactly(prompt(template, Map.of(), Map.of()), input, PromptTemplate.Conversation.NEW);
        assertEquals(1, messages.size(), messages.toString());
        assertEquals(Message.Role.USER, messages.get(0).role());
        return messages.get(0).text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Boat {{name}}!\\n | Boat Vira!\\n",
                "Boat   {{~name~}}   sails\\n | BoatVirasails\\n",
                "A\\n{{~#if name~}}\\nB\\n{{~/if~}}\\nC\\n | ABC\\n",
                "{{#if name}}\\nyes\\n{{else}}\\nno\\n{{/if}}\\n | yes\\n",
                "{{#unless none}}\\nempty\\n{{/unless}}\\n | empty\\n",
                "{{#each ports}}{{this}}{{#unless @last}}, {{/unless}}{{/each}}\\n | Oslo, Åbo\\n",
                "{{#each ports}}\\n* {{this}}\\n{{/each}}\\n | * Oslo\\n* Åbo\\n",
                "{{#ifEquals masts 2}}\\ntwo\\n{{else}}\\nother\\n{{/ifEquals}}\\n | two\\n",
                "{{#ifEquals masts \"2\"}}same{{else}}other{{/ifEquals}}\\n | other\\n",
                "{{#unlessEquals masts 3}}\\nnot three\\n{{/unlessEquals}}\\n | not three\\n",
                "{{#ifEquals nothing nothing}}both{{/ifEquals}} | both",
                "{{json hull}} | {\"length\":12}",
                "{{json hull indent=4}} | {\\n    \"length\": 12\\n}",
                "{{hull.length}} m\\n | 12 m\\n",
                "<b>{{tag}}</b>\\n | <b><i>&amp;</i></b>\\n",
                "{{!-- a note --}}\\nText\\n | Text\\n",
                "{{@nobody.name}}.\\n | .\\n"
            })
    void a_template_comes_to(String template, String expected) {
        Map<String, Object> input = new HashMap<>();
        input.put("name", "Vira");
        input.put("ports", List.of("Oslo", "Åbo"));
        input.put("masts", 2);
        input.put("nothing", null);
        input.put("hull", Map.of("length", 12));
        input.put("tag", "<i>&amp;</i>");
        assertEquals(expected.replace("\\n", "\n"), text(template.replace("\\n", "\n"), input));
    }

    @Test
    void roles_divide_a_template_into_messages() {
        List<Message> messages = PromptTemplate.exactly(
                prompt(
                        "{{role \"system\"}}Be {{how}}\n{{role \"user\"}}Ahoy\n{{role \"model\"}}Aye\n"
                                + "{{role \"user\"}}And now?\n",
                        Map.of("how", "brief"),
                        Map.of()),
                Map.of(),
                PromptTemplate.Conversation.NEW);
        assertEquals(
                List.of(
                        new Message(Message.Role.SYSTEM, "Be brief\n"),
                        Message.user("Ahoy\n"),
                        Message.assistant("Aye\n"),
                        Message.user("And now?\n")),
                messages);
    }

    @Test
    void what_was_said_before_stands_where_the_template_says_or_before_the_last_word() {
        List<Message> history = List.of(Message.user("Ahoy"), Message.assistant("Aye"));
        PromptTemplate.Conversation conversation = new PromptTemplate.Conversation(history, Map.of());
        Message system = new Message(Message.Role.SYSTEM, "Be brief\n");
        assertEquals(
                List.of(system, history.get(0), history.get(1), Message.user("Now?\n")),
                PromptTemplate.exactly(
                        prompt("{{role \"system\"}}Be brief\n{{history}}\n{{role \"user\"}}Now?\n", Map.of(), Map.of()),
                        Map.of(),
                        conversation));
        assertEquals(
                List.of(system, history.get(0), history.get(1)),
                PromptTemplate.exactly(
                        prompt("{{role \"system\"}}Be brief\n", Map.of(), Map.of()), Map.of(), conversation));
        assertEquals(
                List.of(history.get(0), history.get(1), Message.user("Now?")),
                PromptTemplate.exactly(prompt("Now?", Map.of(), Map.of()), Map.of(), conversation));
    }

    @Test
    void a_conversation_brings_variables_of_its_own() {
        List<Message> messages = PromptTemplate.exactly(
                prompt("{{@state.round}} of {{total}}", Map.of("total", 9), Map.of()),
                Map.of(),
                new PromptTemplate.Conversation(List.of(), Map.of("state", Map.of("round", 3))));
        assertEquals(List.of(Message.user("3 of 9")), messages);
    }

    @Test
    void partials_are_included_with_their_own_variables_and_without_their_comments() {
        Map<String, String> partials = Map.of(
                "greeting", "{{!--\n  Licence\n--}}\nAhoy, {{name}}!\n",
                "outer", "[{{> inner}}]",
                "inner", "deep");
        assertEquals(
                List.of(Message.user("Ahoy, Vira!\n[deep]")),
                PromptTemplate.exactly(
                        prompt("{{> greeting name=boat}}\n{{> outer}}\n", Map.of(), partials),
                        Map.of("boat", "Vira"),
                        PromptTemplate.Conversation.NEW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{media url=\"x\"}}",
                "{{section \"a\"}}",
                "{{include \"x\"}}",
                "{{#block \"x\"}}{{/block}}",
                "{{log \"x\"}}",
                "{{embedded \"x\"}}",
                "{{i18n \"x\"}}",
                "{{> none}}",
                "{{> loop}}",
                "{{json name indent=99}}"
            })
    void what_is_not_supported_is_refused_in_a_sentence(String template) {
        PromptException refused = assertThrows(
                PromptException.class,
                () -> PromptTemplate.render(
                        prompt(template, Map.of(), Map.of("loop", "{{> loop}}")), Map.of("name", "Vira")));
        assertTrue(refused.getMessage().startsWith("The template of case"), refused.getMessage());
        assertTrue(refused.getMessage().endsWith("."), refused.getMessage());
    }

    @Test
    void comment_lines_may_stand_above_the_front_matter() {
        DotPrompt file = DotPrompt.parse("f", "# Licence\n\n---\nmodel: fast\n---\n\nAhoy.\n");
        assertEquals("fast", file.at("/model").asText());
        assertEquals(4, file.line("/model"));
        assertEquals("Ahoy.", file.template());
        assertEquals(7, file.templateLine());
    }

    private static JsonNode schema(String yaml) {
        JsonNode head = DotPrompt.parse("f", "---\nschema: " + yaml + "\n---\n").at("/schema");
        return new Picoschema(Map.of("Mast", Json.object().put("type", "number").put("description", "a mast")))
                .toJsonSchema(head);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " string | {'type':'string'}",
                " number,its length, in metres | {'description':'its length, in metres','type':'number'}",
                " any | {}",
                " Mast, the first | {'description':'the first','type':'number'}",
                " {type: array} | {'type':'array'}",
                " {properties: {a: {type: string}}} | {'properties':{'a':{'type':'string'}},'type':'object'}",
                "\\n  sails?: integer | {'additionalProperties':false,'properties':{'sails':{'type':['integer','null']}},'type':'object'}",
                "\\n  crew(array, who): string, a name | {'additionalProperties':false,'properties':{'crew':{'description':'who','items':{'description':'a name','type':'string'},'type':'array'}},'required':['crew'],'type':'object'}",
                "\\n  rig(enum): [sloop, ketch] | {'additionalProperties':false,'properties':{'rig':{'enum':['sloop','ketch']}},'required':['rig'],'type':'object'}",
                "\\n  rig?(enum): [sloop] | {'additionalProperties':false,'properties':{'rig':{'enum':['sloop',null]}},'type':'object'}",
                "\\n  hull?(object):\\n    beam: number | {'additionalProperties':false,'properties':{'hull':{'additionalProperties':false,'properties':{'beam':{'type':'number'}},'required':['beam'],'type':['object','null']}},'type':'object'}",
                "\\n  (*): Mast | {'additionalProperties':{'description':'a mast','type':'number'},'properties':{},'type':'object'}"
            })
    void a_short_schema_becomes_a_json_schema(String written, String expected) {
        assertEquals(expected.replace('\'', '"'), Json.canonical(schema(written.replace("\\n", "\n"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " strng | did you mean 'string'",
                " 7 | a type such as string",
                "\\n  a(list): string | array, object or enum",
                "\\n  a(array: string | closing bracket",
                "\\n  a(enum): sloop | list its values"
            })
    void a_schema_that_cannot_be_read_is_named(String written, String expected) {
        IllegalArgumentException wrong =
                assertThrows(IllegalArgumentException.class, () -> schema(written.replace("\\n", "\n")));
        assertTrue(wrong.getMessage().contains(expected), wrong.getMessage());
    }
}
