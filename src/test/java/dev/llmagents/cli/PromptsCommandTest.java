package dev.llmagents.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptsCommandTest {
    @TempDir
    private Path home;

    private String workflow;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(home.resolve("mine"));
        Invocation.in(home).run("run", "--init", "letters");
        workflow = "letters/workflow.yaml";
    }

    private Invocation prompts(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "prompts";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Invocation.in(home)
                .with("LLM_AGENTS_PROMPTS", home.resolve("mine").toString())
                .run(all);
    }

    private void edit(String file, String from, String to) throws IOException {
        Path path = home.resolve(file);
        String text = Files.readString(path);
        assertTrue(text.contains(from), text);
        Files.writeString(path, text.replace(from, to));
    }

    private void own(String id, String text) throws IOException {
        Path file = home.resolve("mine").resolve(id.replace('.', '/') + ".prompt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void lists_every_agent_and_where_its_prompt_comes_from() throws IOException {
        own("meetmind.qa", prompts("show", "-q", "meetmind.qa").out());
        JsonNode all = Json.parse(prompts("list", "--format", "json").out());
        assertEquals(16, all.size());
        for (JsonNode row : all) {
            String from = row.path("agent").asText().equals("meetmind.qa") ? "own" : "shipped";
            assertEquals(from, row.path("from").asText(), row.toString());
        }
        Invocation table = prompts("list", workflow);
        assertEquals(4, table.out().lines().count(), table::toString);
        assertTrue(
                table.out().contains("letters.reply") && table.out().contains("letters/reply.prompt"), table::toString);
        assertEquals(5, prompts("list", "svea").out().lines().count() - 1);
    }

    @Test
    void shows_the_file_letter_by_letter() throws IOException {
        assertEquals(
                Files.readString(Path.of("prompts/svea/qa.prompt")),
                prompts("show", "svea.qa").out());
    }

    @ParameterizedTest
    @CsvSource({
        "show meetmind.qaa, meetmind.qa",
        "lint svae.qa, svea.qa",
        "render x, prompts list",
        "list nobody, prompts list"
    })
    void an_agent_there_is_none_of_is_answered_with_the_nearest(String line, String near) {
        Invocation run = prompts(line.split(" ", -1));
        assertEquals(2, run.code(), run::toString);
        assertTrue(run.err().contains(near), run::toString);
    }

    @Test
    void what_ships_is_clean() {
        Invocation shipped = prompts("lint", "--fail-on", "warning");
        assertEquals(0, shipped.code(), shipped::toString);
        assertEquals("", shipped.out());
        assertEquals(0, prompts("lint", workflow, "--fail-on", "warning").code());
        assertEquals(
                0,
                prompts("lint", "letters/claims.prompt", "--fail-on", "warning").code());
    }

    @Test
    void an_error_fails_and_says_where() throws IOException {
        edit("letters/tone.prompt", "{{data letter}}", "{{letter}}");
        Invocation run = prompts("lint", workflow);
        assertEquals(7, run.code(), run::toString);
        assertTrue(run.out().startsWith("letters/tone.prompt:37: error unfenced: "), run::toString);
        assertEquals(0, prompts("lint", workflow, "--fail-on", "never").code());
        JsonNode findings =
                Json.parse(prompts("lint", workflow, "--format", "json").out());
        assertEquals("unfenced", findings.at("/0/code").asText());
        assertEquals(37, findings.at("/0/line").asInt());
    }

    @Test
    void a_prompt_of_ones_own_is_held_to_the_variables_the_agent_is_given() throws IOException {
        own("meetmind.qa", prompts("show", "-q", "meetmind.qa").out().replace("{{data items}}", "{{data itmes}}"));
        Invocation run = prompts("lint", "meetmind.qa");
        assertEquals(7, run.code(), run::toString);
        assertTrue(run.out().contains("unknown-variable") && run.out().contains("'items'"), run::toString);
        own("meetmind.nobody", "---\nmodel: fast\nconfig: {temperature: 0, maxOutputTokens: 20}\n---\nx\n");
        assertTrue(prompts("lint", "meetmind.nobody").out().contains("unknown-agent"));
    }

    @Test
    void shows_what_would_be_sent_masked() {
        Invocation run = prompts(
                "render", "letters/tone.prompt", "--input", "{\"letter\": \"Call 070-123 45 67, anna@example.com\"}");
        assertEquals(0, run.code(), run::toString);
        assertTrue(run.out().startsWith("--- system\n"), run::toString);
        assertTrue(run.out().contains("[PHONE_1]"), run::toString);
        assertFalse(run.out().contains("45 67") || run.out().contains("anna@"), run::toString);
        assertTrue(prompts("render", "meetmind.qa").out().contains("They rent both halls."));
        Invocation file = prompts("render", "letters/tone.prompt", "--input", "letters/tests/tone-form.yaml");
        assertTrue(file.out().contains("Please answer today!"), file::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"lettr\": \"x\"} | 3 | 'data' was given a value",
                "{\"letter\": | 2 | no YAML",
                "none.json | 2 | none.json",
                "[1] | 2 | [1]"
            })
    void an_input_that_does_not_fit_is_said_so(String input, int code, String says) {
        Invocation run = prompts("render", "letters/tone.prompt", "--input", input);
        assertEquals(code, run.code(), run::toString);
        assertTrue(run.err().contains(says), run::toString);
    }

    @Test
    void recorded_answers_pass_the_checks_without_a_model() {
        Invocation run = prompts("test", workflow);
        assertEquals(0, run.code(), run::toString);
        assertEquals(5, run.out().lines().filter(line -> line.startsWith("ok ")).count(), run::toString);
        assertEquals(0, prompts("test").code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "dropped: 1 | dropped: 0 | 1 things were dropped, not 0",
                "conforms: true | conforms: false | has the form",
                "- quote: Only one chair arrived | - quote: Something else | answer.claims[0].quote is",
                "agent: claims | agent: claim | did you mean 'claims'",
                "expect: | expct: | did you mean 'expect'",
                "letter: Only one | lettre: Only one | 'data' was given a value",
                "quote: I want | words: I want | has not the form"
            })
    void a_recorded_answer_that_comes_to_something_else_fails(String from, String to, String says) throws IOException {
        edit("letters/tests/claims-invented.yaml", from, to);
        Invocation run = prompts("test", workflow);
        assertEquals(7, run.code(), run::toString);
        assertTrue(run.out().contains("FAIL") && run.out().contains(says), run::toString);
    }

    @Test
    void an_example_whose_quote_is_invented_fails() throws IOException {
        edit("letters/claims.prompt", "quote: I would like a new one", "quote: I want my money");
        Invocation run = prompts("test", workflow);
        assertEquals(7, run.code(), run::toString);
        assertTrue(run.out().contains("quotes do not stand"), run::toString);
    }

    @Test
    void cases_for_the_programs_own_agents_come_from_a_folder() throws IOException {
        Files.createDirectories(home.resolve("cases"));
        Files.writeString(
                home.resolve("cases/qa.yaml"),
                "agent: meetmind.qa\ninput: {language: English, items: A1 Sign it}\nanswer: {issues: []}\n"
                        + "expect: {dropped: 0, answer: {issues: []}, asks: [A1 Sign it]}\n");
        Invocation run = prompts("test", "meetmind", "--cases", "cases", "--format", "json");
        assertEquals(0, run.code(), run::toString);
        assertTrue(run.out().contains("cases/qa.yaml"), run::toString);
        assertEquals(3, prompts("test", "--cases", "nowhere").code());
    }

    @Test
    void an_agent_is_guessed_by_its_own_name_and_not_by_that_of_its_team() {
        Invocation slip = Invocation.in(home).run("prompts", "show", "meetmind.architekt");
        assertTrue(slip.err().contains("did you mean 'meetmind.architect'?"), slip::toString);
        Invocation other = Invocation.in(home).run("prompts", "show", "meetmind.summary");
        assertFalse(other.err().contains("did you mean"), other::toString);
        assertTrue(other.err().contains("'llm-agents prompts list' lists all"), other::toString);
    }
}
