package dev.llmagents.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PromptLintTest {
    private static final String GOOD = """
            ---
            model: fast
            config:
              temperature: 0.2
              maxOutputTokens: 100
            trusted: [language]
            output:
              schema:
                mood(enum): [calm, rough]
            examples:
              - input: {log: calm sea, language: English}
                output: {mood: calm}
            ---
            {{role "system"}}
            Judge the sea. Write in {{language}}.
            {{#each examples}}
            {{role "user"}}
            {{input.log}}
            {{role "model"}}
            {{json output}}
            {{/each}}
            {{role "user"}}
            {{data log}}
            """;

    private static List<LintFinding> lint(String text, Map<String, String> partials) {
        return PromptLint.of(new PromptSource("sea.mood", "mood.prompt", true, text, partials), Optional.empty());
    }

    private static List<LintFinding> lint(String text) {
        return lint(text, Map.of());
    }

    @Test
    void a_sound_prompt_has_no_findings() {
        assertEquals(List.of(), lint(GOOD));
    }

    static List<String> shipped() {
        return List.copyOf(new PromptLibrary(Optional.empty()).ids());
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void the_prompts_that_ship_have_no_findings(String id) {
        assertEquals(List.of(), PromptLint.of(new PromptLibrary(Optional.empty()).source(id), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "temperature: 0.2 | temperature: 1.2 | 4 | error | temperature",
                "temperature: 0.2 | temperature: 0.7 | 4 | warning | temperature-high",
                "temperature: 0.2 | temperature: hot | 4 | error | value",
                "maxOutputTokens: 100 | maxOutputTokens: 90000 | 5 | warning | token-limit",
                "maxOutputTokens: 100 | maxOutputTokens: 3 | 5 | warning | token-limit",
                "model: fast | modle: fast | 2 | error | unknown-key",
                "[calm, rough] | calm | 8 | error | schema",
                "{mood: calm} | {mood: stormy} | 12 | error | example-schema",
                "{log: calm sea, language: English} | {log: calm sea} | 11 | error | example-input",
                "{{data log}} | {{log}} | 23 | error | unfenced",
                "{{data log}} | {{json log}} | 23 | error | unfenced",
                "{{data log}} | {{data lgo}} | 23 | error | unknown-variable",
                "{{data log}} | {{dta log}} | 23 | error | unknown-helper",
                "{{data log}} | {{data log}}{{> frame}} | 23 | error | unknown-partial",
                "{{data log}} | {{data log}}{{media url=log}} | 23 | error | unsupported-helper",
                "{{data log}} | {{#if log}}{{data log}}{{/if}}{{#iff log}}{{/iff}} | 23 | error | unknown-helper",
                "{{data log}} | {{data log}}{{#each log}}{{this}}{{/each}} | 23 | error | unfenced",
                "{{data log}} | {{data log}}{{{log}}} | 23 | error | unfenced",
                "trusted: [language] | trusted: language | 6 | error | value"
            })
    void a_fault_is_found_on_its_line(String from, String to, int line, String severity, String code) {
        assertTrue(GOOD.contains(from), from);
        List<LintFinding> findings = lint(GOOD.replace(from, to));
        LintFinding found = findings.stream()
                .filter(finding -> finding.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(findings.toString()));
        assertEquals(line, found.line(), found.message());
        assertEquals(severity, found.severity().label());
        assertTrue(found.message().matches("(?s).*[.?]"), found.message());
        assertEquals("mood.prompt:" + line + ": " + severity + " " + code + ": " + found.message(), found.line(true));
    }

    @Test
    void what_a_trusted_list_holds_is_trusted() {
        assertEquals(
                List.of(),
                lint(GOOD.replace("Write in {{language}}.", "{{#each language}}{{@index}} {{this}} {{name}}{{/each}}")
                        .replace("language: English", "language: [{name: English}]")));
    }

    @Test
    void an_example_that_needs_more_tokens_than_there_are_is_found() {
        String longer = GOOD.replace("maxOutputTokens: 100", "maxOutputTokens: 16")
                .replace("mood(enum): [calm, rough]", "mood: string")
                .replace("{mood: calm}", "{mood: " + "wave ".repeat(40) + "}");
        assertTrue(lint(longer).stream().anyMatch(f -> f.code().equals("token-limit") && f.isError()));
    }

    @Test
    void a_prompt_without_examples_and_schema_is_warned_of() {
        String bare = "---\nmodel: fast\nconfig: {temperature: 0.2, maxOutputTokens: 100}\n---\nWhat now?\n";
        assertEquals(
                List.of("no-schema", "no-example"),
                lint(bare).stream().map(LintFinding::code).toList());
        assertTrue(lint(bare).stream().noneMatch(LintFinding::isError));
    }

    @Test
    void what_stands_in_partials_is_looked_at_too() {
        List<LintFinding> findings = lint(GOOD + "{{> frame}}\n", Map.of("frame", "Note:\n{{log}}"));
        assertEquals(1, findings.size(), findings.toString());
        assertEquals(
                "_frame.prompt:2: error unfenced", findings.get(0).line(true).substring(0, 31));
    }

    @Test
    void a_workflow_says_what_variables_there_are_and_whom_to_trust() {
        PromptSource source = new PromptSource("sea.mood", "mood.prompt", true, GOOD, Map.of());
        List<LintFinding> findings = PromptLint.of(
                source,
                Optional.of(new PromptLint.Binding(Set.of("log", "wind", "language"), Set.of(), Optional.empty())));
        assertEquals(
                List.of("trusted-input", "unfenced", "unused-variable"),
                findings.stream().map(LintFinding::code).sorted().toList());
        assertEquals(
                List.of(),
                PromptLint.ofTemplate(
                        source,
                        new PromptLint.Binding(Set.of("log", "language"), Set.of("language"), Optional.empty())));
    }

    @Test
    void a_hostile_template_ends_the_search() {
        String nested = "{{".repeat(50_000) + "(".repeat(50_000);
        assertTrue(lint(GOOD + nested).size() < 20_001);
    }
}
