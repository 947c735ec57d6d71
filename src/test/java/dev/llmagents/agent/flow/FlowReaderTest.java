package dev.llmagents.agent.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.agent.flow.FlowPlan.FlowAgent;
import dev.llmagents.agent.flow.FlowPlan.FlowSource;
import dev.llmagents.prompt.LintFinding;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowReaderTest {
    private static final String HEAD = "---\nmodel: fast\nconfig: {temperature: 0.2, maxOutputTokens: 100}\n"
            + "output:\n  schema:\n    items(array):\n      words: quote\n    sum: number\n---\n";

    private static final String GOOD =
            """
            name: boats
            description: Three looks at a log
            agents:
              wind:
                prompt: one.prompt
                inputs: {log: input}
              crew:
                prompt: one.prompt
                inputs: {log: files}
                tier: strong
                temperature: 0.5
                maxTokens: 77
                ttl: 2h
                timeout: 5s
                maxCost: 0.01
                maxInput: 500
              both:
                prompt: two.prompt
                inputs:
                  wind: wind.items
                  crew: crew
                values: {language: Swedish}
                after: [wind]
                output: {verdict: string}
                model: gpt-4.1
            maxCost: 0.5
            timeout: 1m
            mask: [Vira]
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void prompts() throws IOException {
        Files.writeString(folder.resolve("one.prompt"), HEAD + "{{data log}}\n");
        Files.writeString(folder.resolve("two.prompt"), HEAD + "In {{language}}:\n{{data wind}}\n{{data crew}}\n");
        Files.writeString(folder.resolve("bare.prompt"), HEAD + "First line.\n{{log}}\n");
        Files.writeString(folder.resolve("broken.prompt"), "---\nmodel: fast\ncolour: red\n---\nx\n");
    }

    private FlowReader.Reading read(String text) {
        return FlowReader.read(text, "sea/boats.yaml", folder);
    }

    @Test
    void a_workflow_says_who_asks_what_and_when() {
        FlowReader.Reading reading = read(GOOD);
        assertEquals(List.of(), reading.findings());
        FlowPlan plan = reading.plan().orElseThrow();
        assertEquals(List.of(List.of("wind", "crew"), List.of("both")), plan.stages());
        assertEquals(List.of(List.of("boats.wind", "boats.crew"), List.of("boats.both")), plan.idStages());
        assertEquals(Optional.of(new BigDecimal("0.5")), plan.maxCost());
        assertEquals(Optional.of(Duration.ofMinutes(1)), plan.timeout());
        assertEquals(List.of("Vira"), plan.mask());
        FlowAgent crew = plan.agents().get(1);
        assertEquals("strong", crew.prompt().tier());
        assertEquals(0.5, crew.prompt().temperature());
        assertEquals(77, crew.prompt().maxTokens());
        assertEquals(Duration.ofHours(2), crew.prompt().ttl());
        assertEquals(Optional.of(Duration.ofSeconds(5)), crew.timeout());
        assertEquals(Optional.of(new BigDecimal("0.01")), crew.maxCost());
        assertEquals(500, crew.maxInput());
        assertEquals(Map.of("log", new FlowSource.Files()), crew.inputs());
        FlowAgent both = plan.agents().get(2);
        assertEquals("model:gpt-4.1", both.prompt().tier());
        assertEquals(List.of("wind", "crew"), both.after());
        assertEquals(
                Map.of(
                        "wind", new FlowSource.Answer("wind", List.of("items")),
                        "crew", new FlowSource.Answer("crew", List.of())),
                both.inputs());
        assertEquals(Map.of("language", "Swedish"), both.values());
        assertEquals("string", both.schema().orElseThrow().at("/properties/verdict/type").asText());
    }

    @Test
    void the_form_a_server_is_asked_for_says_nothing_of_quotes() {
        FlowAgent wind = read(GOOD).plan().orElseThrow().agents().get(0);
        assertTrue(wind.schema().orElseThrow().toString().contains("quote"));
        assertTrue(!wind.prompt().outputSchema().orElseThrow().toString().contains("quote"));
    }

    @Test
    void a_shorter_time_from_outside_holds_for_every_agent() {
        FlowPlan hurried = read(GOOD).plan().orElseThrow().within(Duration.ofSeconds(9));
        assertEquals(
                List.of(Duration.ofSeconds(9), Duration.ofSeconds(5), Duration.ofSeconds(9)),
                hurried.agents().stream().map(agent -> agent.timeout().orElseThrow()).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name: boats | nam: boats | 1 | unknown-key | did you mean 'name'",
                "name: boats | name: Boats | 1 | value | small letter",
                "name: boats | name: svea | 1 | value | own teams",
                "maxCost: 0.5 | maxCost: much | 26 | value | 0.05",
                "timeout: 1m | timeout: 3h | 27 | value | at most 1h",
                "mask: [Vira] | mask: {a: b} | 28 | value | list",
                "temperature: 0.5 | temprature: 0.5 | 11 | unknown-key | 'crew.temprature': did you mean 'temperature'",
                "temperature: 0.5 | temperature: 5 | 11 | value | 0 to 2",
                "maxTokens: 77 | maxTokens: 0 | 12 | value | above 0",
                "ttl: 2h | ttl: long | 13 | value | duration",
                "timeout: 5s | timeout: 0s | 14 | value | duration",
                "maxCost: 0.01 | maxCost: -1 | 15 | value | USD",
                "wind: wind.items | wind: wnd.items | 20 | unknown-agent | did you mean 'wind'",
                "wind: wind.items | wind: wind.itms | 20 | unknown-field | did you mean 'items'",
                "wind: wind.items | wind: wind. | 20 | value | facts.items",
                "after: [wind] | after: [sails] | 23 | unknown-agent | 'sails'",
                "prompt: two.prompt | prompt: tow.prompt | 18 | prompt-file | sea/tow.prompt",
                "prompt: two.prompt | prompt:  | 18 | value | text",
                "output: {verdict: string} | output: {verdict: strng} | 24 | schema | did you mean 'string'",
                "output: {verdict: string} | output: string | 24 | schema-object | object",
                "model: gpt-4.1 | model: gpt-4.1, tier: x | 0 | yaml | no YAML",
                "{language: Swedish} | {wind: x} | 22 | value | keep one",
                "{language: Swedish} | {each: x} | 22 | value | name of a variable",
                "inputs: {log: files} | inputs: {log: both} | 7 | cycle | crew → both → crew",
                "name: boats | `name: boats\\nname: again` | 2 | yaml | second time"
            })
    void a_mistake_is_told_with_its_line_and_the_way_out(String from, String to, int line, String code, String says) {
        assertTrue(GOOD.contains(from), from);
        String replacement = to == null ? "prompt:" : to.replace("\\n", "\n");
        FlowReader.Reading reading = read(GOOD.replace(from, replacement));
        assertTrue(reading.plan().isEmpty(), "it was taken");
        LintFinding found = reading.findings().stream()
                .filter(finding -> finding.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(reading.findings().toString()));
        assertTrue(found.message().contains(says), found.message());
        assertEquals("sea/boats.yaml", found.file());
        if (line > 0) {
            assertEquals(line, found.line(), found.message());
        }
    }

    @Test
    void mistakes_in_prompts_are_told_with_the_prompts_line() {
        FlowReader.Reading bare = read(GOOD.replace("prompt: one.prompt\n    inputs: {log: input}", "prompt: bare.prompt\n    inputs: {log: input}"));
        assertEquals("sea/bare.prompt:11: error unfenced", bare.findings().get(0).line(true).substring(0, 34));
        FlowReader.Reading broken = read(GOOD.replace("two.prompt", "broken.prompt"));
        assertEquals(
                "sea/broken.prompt:3: error unknown-key: unknown key 'colour' in the front matter",
                broken.findings().get(0).line(true).substring(0, 80));
        FlowReader.Reading variable = read(GOOD.replace("{log: input}", "{lgo: input}"));
        assertTrue(
                variable.findings().stream().anyMatch(f -> f.code().equals("unknown-variable")
                        && f.message().contains("did you mean 'lgo'")),
                variable.findings().toString());
    }

    @Test
    void several_mistakes_are_told_at_once_in_order() {
        List<LintFinding> findings = read(GOOD.replace("maxTokens: 77", "maxTokens: x").replace("maxInput", "maxinput"))
                .findings();
        assertEquals(List.of(12, 16), findings.stream().map(LintFinding::line).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'' | workflow", "hello | workflow", "name: a | missing-key", "agents: {} | missing-key", "- a | workflow"})
    void what_is_no_workflow_is_said_to_be_none(String text, String code) {
        List<LintFinding> findings = read(text).findings();
        assertTrue(findings.stream().anyMatch(finding -> finding.code().equals(code)), findings.toString());
    }

    @Test
    void an_agent_that_waits_for_itself_is_a_circle() {
        List<LintFinding> findings =
                read("name: a\nagents:\n  me:\n    prompt: one.prompt\n    inputs: {log: input}\n    after: me\n")
                        .findings();
        assertTrue(findings.get(0).message().contains("me → me"), findings.toString());
        assertEquals(3, findings.get(0).line());
    }
}
