package dev.llmagents.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import dev.llmagents.json.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The workflow that {@code run --init} writes, without a model, with a simulated one and with a server. */
class RunCommandTest {
    private static final String CLAIMS = """
            {"claims":[{"claim":"One chair is missing.","quote":"Only one arrived"},
                       {"claim":"The customer sues.","quote":"my lawyer will write to you"}]}""";

    @TempDir
    private Path home;

    private final ModelServer server = new ModelServer();
    private Path workflow;
    private Path letter;

    @BeforeEach
    void write() {
        assertEquals(0, Invocation.in(home).run("run", "--init", "letters").code());
        workflow = home.resolve("letters/workflow.yaml");
        letter = home.resolve("letters/letter.txt");
        server.says("letters.claims", CLAIMS);
        server.says(
                "letters.tone", "{\"mood\":\"annoyed\",\"urgency\":\"soon\",\"reason\":\"A party is on Saturday.\"}");
        server.says(
                "letters.reply",
                "{\"subject\":\"Your chairs\",\"reply\":\"Hello,\\n\\nwe send it.\\n\\nCustomer service\",\"open\":[]}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Invocation run(String... more) {
        return withServer().run(arguments(more));
    }

    private Invocation.Setup withServer() {
        return Invocation.in(home).with("OPENAI_BASE_URL", server.baseUrl()).with("OPENAI_API_KEY", "key");
    }

    private String[] arguments(String... more) {
        List<String> all = new ArrayList<>(List.of("run", workflow.toString(), letter.toString()));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static JsonNode json(Invocation run) throws IOException {
        assertEquals(0, run.code(), run::toString);
        return Json.parse(run.out());
    }

    private void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertTrue(text.contains(from), text);
        Files.writeString(file, text.replace(from, to));
    }

    private static void conforms(JsonNode output) throws IOException {
        try (InputStream schema = RunCommandTest.class.getResourceAsStream("/schemas/run.1.json")) {
            JsonNode form = Json.parse(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
            assertEquals(form.path("$id").asText(), output.path("schema").asText());
            assertEquals(List.of(), new Schema(form).problemsWith(output));
        }
    }

    @Test
    void a_sample_never_overwrites() throws IOException {
        Files.writeString(letter, "mine");
        Invocation again = Invocation.in(home).run("run", "--init", "letters");
        assertEquals(3, again.code(), again::toString);
        assertEquals("mine", Files.readString(letter));
    }

    @Test
    void no_rules_are_said_to_have_answered_where_there_are_none() {
        Invocation offline = Invocation.in(home).run(arguments("--offline"));
        assertEquals(
                "No model was asked, as you wished, and a workflow has no rules that could answer instead:"
                        + " no agent answered.\n",
                offline.err());
        Invocation keyless = Invocation.in(home).run(arguments());
        assertTrue(keyless.err().startsWith("No agent answered (no API key): "), keyless::toString);
        assertTrue(keyless.err().contains("--provider simulated"), keyless::toString);
        server.close();
        Invocation down = run("--no-cache");
        assertTrue(down.err().contains("letters.reply: no answer, since "), down::toString);
        assertFalse(down.err().contains("rules answered"), down::toString);
    }

    @Test
    void offline_every_answer_is_empty_and_says_why() throws IOException {
        JsonNode output = json(Invocation.in(home).run(arguments("--offline", "--format", "json")));
        conforms(output);
        assertEquals("letters", output.path("team").asText());
        for (JsonNode agent : output.at("/result/agents")) {
            assertEquals("rules", agent.path("source").asText());
            assertTrue(agent.path("reason").asText().startsWith("no rules"), agent.toString());
        }
        assertEquals("{\"claims\":[]}", Json.write(output.at("/result/agents/0/answer")));
        assertEquals("[\"claims\",\"tone\"]", Json.write(output.at("/result/agents/2/after")));
        assertFalse(output.path("degraded").asBoolean());
        assertEquals(
                Json.write(output.path("result")),
                Json.write(json(Invocation.in(home).run(arguments("--offline", "--format", "json")))
                        .path("result")));
    }

    @Test
    void the_simulated_provider_answers_in_the_form_that_is_asked_for() throws IOException {
        JsonNode output = json(Invocation.in(home)
                .with("LLM_AGENTS_SIMULATION", "latency 1ms")
                .run(arguments("--provider", "simulated", "--format", "json")));
        conforms(output);
        assertEquals("model", output.at("/result/agents/1/source").asText(), output::toPrettyString);
        assertTrue(output.at("/result/agents/1/answer/mood").asText().length() > 1);
    }

    @Test
    void what_the_letter_does_not_say_is_dropped_and_the_rest_handed_on() throws IOException {
        JsonNode output = json(run("--format", "json"));
        conforms(output);
        assertEquals(
                "{\"claims\":[{\"claim\":\"One chair is missing.\",\"quote\":\"Only one arrived\"}]}",
                Json.write(output.at("/result/agents/0/answer")));
        assertEquals(1, output.at("/result/agents/0/dropped").asInt());
        assertEquals(Map.of("letters_claims", 1, "letters_reply", 1, "letters_tone", 1), server.requestsByAgent());
        String asked = server.requests().stream()
                .filter(request -> request.toString().contains("letters_reply"))
                .findFirst()
                .orElseThrow()
                .path("messages")
                .toString();
        assertTrue(asked.contains("Only one arrived") && asked.contains("annoyed"), asked);
        assertFalse(asked.contains("lawyer"), "what was dropped went on to the next agent");
    }

    @Test
    void the_second_time_the_cache_answers() throws IOException {
        run();
        JsonNode output = json(run("--format", "json"));
        assertEquals("cache", output.at("/result/agents/2/source").asText());
        assertEquals(3, server.requests().size());
    }

    @Test
    void a_run_is_resumed_without_asking_again() throws IOException {
        assertEquals(0, run("--no-cache").code());
        JsonNode runs = json(Invocation.in(home).run("runs", "list", "--format", "json"));
        assertEquals("run", runs.at("/0/command").asText());
        Invocation resumed = withServer().run("runs", "resume", runs.at("/0/id").asText(), "-q");
        assertEquals(0, resumed.code(), resumed::toString);
        assertTrue(resumed.out().contains("Your chairs"), resumed::toString);
        assertEquals(3, server.requests().size());
    }

    @Test
    void a_recording_gives_the_same_result_without_a_key() throws IOException {
        JsonNode first = json(run("--record", "rec", "--format", "json"));
        JsonNode replayed = json(Invocation.in(home).run(arguments("--replay", "rec", "--format", "json")));
        assertEquals(Json.write(first.path("result")), Json.write(replayed.path("result")));
    }

    @Test
    void a_model_that_the_file_names_is_asked_and_replayed() throws IOException {
        edit(workflow, "  tone:\n", "  tone:\n    model: gpt-4.1\n");
        json(run("--record", "rec", "--format", "json"));
        List<String> models = server.requests().stream()
                .filter(request -> request.toString().contains("letters_tone"))
                .map(request -> request.path("model").asText())
                .toList();
        assertEquals(List.of("gpt-4.1"), models);
        JsonNode replayed = json(Invocation.in(home).run(arguments("--replay", "rec", "--format", "json")));
        assertEquals("annoyed", replayed.at("/result/agents/1/answer/mood").asText(), replayed::toPrettyString);
    }

    @Test
    void an_agent_spends_no_more_than_it_may() throws IOException {
        edit(workflow, "  tone:\n", "  tone:\n    maxCost: 0.0000001\n");
        JsonNode output = json(run("--format", "json"));
        assertEquals("rules", output.at("/result/agents/1/source").asText());
        assertTrue(
                output.at("/result/agents/1/reason").asText().contains("agent letters.tone in this run"),
                output::toPrettyString);
        assertEquals("model", output.at("/result/agents/0/source").asText());
        assertEquals(5, run("--strict", "--no-cache").code());
    }

    @Test
    void an_input_that_is_too_long_is_not_sent() throws IOException {
        edit(workflow, "  tone:\n", "  tone:\n    maxInput: 50\n");
        JsonNode output = json(run("--format", "json"));
        assertTrue(output.at("/result/agents/1/reason").asText().contains("(maxInput)"), output::toPrettyString);
        assertTrue(output.path("degraded").asBoolean());
        assertEquals(null, server.requestsByAgent().get("letters_tone"));
    }

    @Test
    void an_answer_of_another_form_is_asked_for_again_and_used_in_part() throws IOException {
        server.says("letters.tone", "{\"mood\":\"furious\",\"urgency\":\"today\",\"reason\":\"It says so.\"}");
        JsonNode tone = json(run("--format", "json")).at("/result/agents/1");
        assertEquals(2, server.requestsByAgent().get("letters_tone"));
        assertEquals("today", tone.at("/answer/urgency").asText());
        assertTrue(tone.at("/answer/mood").isNull());
        assertTrue(tone.path("reason").asText().contains("form"));
    }

    @Test
    void an_agent_without_a_schema_answers_with_one_text() throws IOException {
        Files.writeString(
                home.resolve("plain.prompt"),
                "---\nmodel: fast\nconfig: {temperature: 0.2, maxOutputTokens: 50}\n---\nSay it shorter.\n{{data input}}\n");
        Path plain = Files.writeString(
                home.resolve("plain.yaml"), "name: plain\nagents:\n  short:\n    prompt: plain.prompt\n");
        // The server tells agents by the schema's name, and here is none.
        server.says("", "A chair is missing.\nAnother is broken.");
        JsonNode output = json(withServer().run("run", plain.toString(), letter.toString(), "--format", "json"));
        assertEquals(
                "A chair is missing.\nAnother is broken.",
                output.at("/result/agents/0/answer/text").asText());
    }

    @Test
    void names_under_mask_and_numbers_do_not_leave() throws IOException {
        edit(workflow, "maxCost: 0.05", "mask: [M. Lind]\nmaxCost: 0.05");
        Files.writeString(letter, Files.readString(letter) + "070-123 45 67\n");
        run();
        assertFalse(server.requests().toString().contains("Lind"));
        assertFalse(server.requests().toString().contains("45 67"));
        Invocation shown = run("--show-masked");
        assertTrue(shown.out().contains("letters.reply") && shown.out().contains("[PHONE_1]"), shown::toString);
    }

    @Test
    void a_plan_shows_every_call_and_its_price_and_sends_nothing() {
        Invocation plan = run("--dry-run");
        assertEquals(0, plan.code(), plan::toString);
        assertTrue(plan.out().startsWith("Order: letters.claims + letters.tone → letters.reply\n"), plan::toString);
        assertTrue(plan.out().contains("letters.reply → openai/gpt-4.1"), plan::toString);
        assertTrue(server.requests().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"text, TONE", "markdown, ## Tone", "html, <h2>Tone</h2>", "csv, 'tone,model,mood,annoyed'"})
    void every_format_tells_every_answer(String format, String holds) {
        Invocation run = run("--format", format);
        assertEquals(0, run.code(), run::toString);
        assertTrue(run.out().contains(holds), run::toString);
        assertTrue(run.out().contains("we send it.") && run.out().contains("Only one arrived"), run::toString);
        assertFalse(run.out().contains("lawyer"), run::toString);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 200})
    void the_text_fits_the_terminal(int columns) {
        Invocation run =
                withServer().terminal(new Terminal(true, false, columns, false)).run(arguments());
        assertTrue(run.out().contains("REPLY"), run::toString);
        run.out().lines().forEach(line -> assertTrue(line.length() <= columns, line));
    }

    @Test
    void what_a_model_says_cannot_become_markup() {
        server.says(
                "letters.tone",
                "{\"mood\":\"angry\",\"urgency\":\"none\",\"reason\":\"<script>x</script> [a](b) \\u001b[31m\"}");
        assertFalse(run("--format", "html").out().contains("<script>"));
        assertFalse(run("--format", "markdown").out().contains("[a](b)"));
        assertFalse(run("--format", "text").out().contains("\u001b"));
    }

    @Test
    void usage_is_counted_under_the_workflows_name() throws IOException {
        run();
        JsonNode stats = json(Invocation.in(home).run("stats", "--by", "team", "--format", "json"));
        assertTrue(stats.toString().contains("\"letters\""), stats::toPrettyString);
    }

    @Test
    void a_mistake_ends_the_run_with_its_place() throws IOException {
        edit(workflow, "letter: input         #", "lettre: input         #");
        edit(workflow, "prompt: tone.prompt", "prompt: tne.prompt");
        Invocation run = run();
        assertEquals(3, run.code(), run::toString);
        assertTrue(run.err().contains("workflow.yaml:12: error prompt-file: There is no prompt file"), run::toString);
        assertEquals("", run.out());
        assertTrue(server.requests().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run | 2 | --init",
                "run letters/workflow.yaml | 2 | standard input",
                "run none.yaml x.txt | 3 | none.yaml",
                "run letters/workflow.yaml nothing.txt | 3 | nothing.txt",
                "run letters/workflow.yaml letters/letter.txt --dry-run --record r | 2 | --record",
                "run x.yaml --init y | 2 | --init"
            })
    void wrong_usage_is_a_sentence(String line, int code, String says) {
        String here = line.replace("letters/", home + "/letters/");
        Invocation run = Invocation.in(home).run(here.split(" ", -1));
        assertEquals(code, run.code(), run::toString);
        assertTrue(run.err().contains(says), run::toString);
    }
}
