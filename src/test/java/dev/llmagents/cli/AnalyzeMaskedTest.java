package dev.llmagents.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves the program, and what stays on the disk, when a transcript is full of personal data. */
class AnalyzeMaskedTest {
    private static final String MEETING = """
            Housing board, 2026-04-13
            Attendees: Hanna Lindgren, Boris Ek, Ines Ortega, Kalle Nyström
            [00:00:05] Hanna Lindgren: Welcome. The tenant is born 850709-9805, her mail is tenant.one@example.com.
            [00:00:12] Boris Ek: Her old account was SE45 5000 0000 0583 9825 7466, and she paid with 4111 1111 1111 1111.
            [00:00:20] Hanna Lindgren: Boris, can you call her on 070-123 45 67 by Friday?
            [00:00:25] Boris Ek: Yes, I'll do that. Or +46 8 123 456 78, the office.
            [00:00:31] Ines Ortega: We must have a form that hides the number 701063-2391.
            [00:00:38] Hanna Lindgren: Then we've decided: we pay the deposit to bankgiro 5805-6201.
            [00:00:44] Ines Ortega: Agreed. Kalle sends Ines's report to board@example.org.
            [00:00:50] Hanna Lindgren: Who tells the company, 556012-5790?
            [00:00:54] Boris Ek: No idea yet. Ask ines or Hanna.
            """;
    private static final List<String> NUMBERS = List.of(
            "850709-9805",
            "8507099805",
            "tenant.one",
            "example.com",
            "SE45",
            "0583",
            "4111",
            "070-123",
            "45 67",
            "+46 8",
            "456 78",
            "701063",
            "5805-6201",
            "example.org",
            "556012");
    private static final List<String> NAMES =
            List.of("Hanna", "Lindgren", "Boris", " Ek", "Ines", "Ortega", "Kalle", "Nystr", "hanna", "boris", "ines ");

    private static final String ANSWER = """
            {"summary":[{"text":"[PERSON_2] calls the tenant on [PHONE_1].","quote":"can you call her on [PHONE_1] by Friday?","line":5}],
             "decisions":[{"text":"The deposit goes to [BANKGIRO_1].","quote":"we pay the deposit to bankgiro [bankgiro_1]","line":8}],
             "actionItems":[{"text":"Call the tenant on PHONE_1","owner":"[PERSON_2]","due":"2026-04-17",
              "quote":"[PERSON_2_1], can you call her on [PHONE_1] by Friday?","line":5}],
             "risks":[],"openQuestions":[{"text":"Who tells [ORGNUMMER_1]?","quote":"Who tells the company, [ORGNUMMER_1]?","line":10}]}""";

    @TempDir
    private Path home;

    private final ModelServer server = new ModelServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private Invocation.Setup setup() {
        return Invocation.in(home)
                .with("OPENAI_BASE_URL", server.baseUrl())
                .with("OPENAI_API_KEY", "sk-a-key-nobody-may-see");
    }

    private Invocation analyze(Invocation.Setup setup, String... more) {
        Path folder = home.resolve("in");
        folder.toFile().mkdirs();
        List<String> arguments = new ArrayList<>(List.of(
                "meetmind",
                "analyze",
                Meetings.write(folder, "board.txt", MEETING).toString()));
        arguments.addAll(List.of(more));
        return setup.run(arguments.toArray(String[]::new));
    }

    /** Whatever was written but the transcript itself. */
    private String kept() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (!file.endsWith("board.txt")) {
                    all.append(file)
                            .append('\n')
                            .append(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
                }
            }
        }
        return all.toString();
    }

    private static void assertClean(String what, String text, List<String> secrets) {
        for (String secret : secrets) {
            assertFalse(text.contains(secret), () -> "'" + secret + "' is in the " + what + ": " + text);
        }
    }

    private String sent() {
        StringBuilder sent = new StringBuilder();
        server.requests().forEach(request -> sent.append(Json.write(request)).append('\n'));
        return sent.toString();
    }

    private void answers() {
        server.says("meetmind.implementation", ANSWER)
                .says("meetmind.architect", "{\"topics\":[]}")
                .says("meetmind.product_manager", "{\"requirements\":[],\"features\":[]}")
                .says("meetmind.qa", "{\"issues\":[]}")
                .says("meetmind.coordinator", "{\"headline\":\"[PERSON_1] calls.\",\"focus\":[]}");
    }

    @Test
    void no_name_and_no_number_is_in_what_is_sent_kept_or_said() throws IOException {
        answers();
        Invocation run = analyze(setup(), "--format", "json", "-v");
        assertEquals(0, run.code(), run::toString);
        assertEquals(5, server.requests().size(), run::toString);
        for (List<String> secrets : List.of(NUMBERS, NAMES)) {
            assertClean("requests", sent(), secrets);
            assertClean("files", kept(), secrets);
            assertClean("messages", run.err(), secrets);
        }
        assertTrue(sent().contains("[PERSONNUMMER_1]") && sent().contains("[SAMORDNINGSNUMMER_1]"), this::sent);
        assertTrue(kept().contains("BANKGIRO_1"), "the cache holds no masked answer");
    }

    @Test
    void hostile_spellings_in_english_and_swedish_are_in_nothing_that_is_sent_kept_or_said() throws IOException {
        String meeting = """
                Styrelsemöte, 2026-04-13
                Närvarande: Hanna Lindgren, Boris Ek
                [00:00:05] Hanna Lindgren: Hyresgästens personnummer är 850709\u20119805, alltså 19850709\u00a09805.
                [00:00:12] Boris Ek: I have it as \uff18\uff15\uff10\uff17\uff10\uff19\uff0d\uff19\uff18\uff10\uff15, and 8507\u200b09-98\u200b05 too.
                [00:00:20] Hanna Lindgren: Mejla tenant\u200b.one@example\u200b.com eller tenant.one @ example.com, Boris, senast fredag.
                [00:00:25] Boris Ek: Her card is 4111.1111.1111.1111, or 4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1.
                [00:00:31] Hanna Lindgren: Kontot är se45-5000-0000-0583-9825-7466 och numret \uff10\uff17\uff10\uff0d\uff11\uff12\uff13 \uff14\uff15 \uff16\uff17,
                på jobbet 0046 70 123
                45 67.
                """;
        Path folder = home.resolve("in");
        folder.toFile().mkdirs();
        answers();
        Invocation run = setup().run(
                "meetmind", "analyze", Meetings.write(folder, "board.txt", meeting).toString(), "-v");
        assertEquals(0, run.code(), run::toString);
        assertTrue(server.requests().size() >= 5, run::toString);
        List<String> digits = List.of("8507099805", "4111111111111111", "5000000005839825", "701234567");
        for (String text : List.of(sent(), kept(), run.err())) {
            String bare = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
                    .replaceAll("[^0-9]", "");
            assertClean("bare digits", bare, digits);
            assertClean("text", text.replace("\u200b", ""), List.of("tenant.one", "example.com", "Lindgren"));
        }
        assertTrue(run.out().contains("Lindgren"), run::toString);
    }

    @Test
    void the_report_has_them_back() throws IOException {
        answers();
        Invocation run = analyze(setup(), "--format", "json");
        JsonNode envelope = Json.parse(run.out());
        JsonNode task = envelope.at("/result/actionItems/0");
        assertEquals("Call the tenant on 070-123 45 67", task.path("text").asText(), run::toString);
        assertEquals("Boris Ek", task.path("owner").asText());
        assertEquals("model", task.path("source").asText());
        assertTrue(run.out().contains("The deposit goes to 5805-6201."), run::toString);
        assertTrue(run.out().contains("Who tells 556012-5790?"), run::toString);
        assertEquals(0, envelope.at("/model/dropped").asInt(), run::toString);
        assertFalse(run.out().contains("PERSON_"), run::toString);
        assertFalse(run.out().contains("PHONE_1"), run::toString);

        // Out of the cache, which holds marks, as well.
        Invocation again = analyze(setup(), "--format", "json");
        assertEquals(5, server.requests().size());
        assertEquals(
                Json.write(envelope.path("result")),
                Json.write(Json.parse(again.out()).path("result")));
    }

    @Test
    void line_numbers_labels_and_dates_stay() {
        answers();
        analyze(setup());
        assertTrue(
                sent().contains("\\n5 [PERSON_1]: [PERSON_2_1], can you call her on [PHONE_1] by Friday?"), this::sent);
        assertTrue(sent().contains("2026-04-13"), this::sent);
    }

    @Test
    void a_second_question_about_a_useless_answer_is_masked_the_same_way() {
        answers();
        server.says(
                "meetmind.implementation", "{\"summary\":\"[PERSON_1] and [PERSON_2] and tenant.one@example.com\"}");
        analyze(setup());
        List<JsonNode> asked = server.requests().stream()
                .filter(request ->
                        request.at("/response_format/json_schema/name").asText().equals("meetmind_implementation"))
                .toList();
        assertEquals(2, asked.size());
        JsonNode first = asked.get(0).path("messages");
        for (int i = 0; i < first.size(); i++) {
            assertEquals(first.get(i), asked.get(1).path("messages").get(i));
        }
        String answer =
                asked.get(1).path("messages").get(first.size()).path("content").asText();
        assertTrue(answer.contains("[PERSON_1] and [PERSON_2] and [EMAIL_"), answer);
        assertClean("requests", sent(), NUMBERS);
        assertClean("requests", sent(), NAMES);
    }

    @Test
    void the_usage_log_counts_what_was_masked() throws IOException {
        answers();
        analyze(setup());
        String line = kept().lines()
                .filter(text -> text.contains("\"agent\":\"meetmind.implementation\"") && text.contains("\"masked\""))
                .findFirst()
                .orElseThrow();
        JsonNode masked = Json.parse(line).path("masked");
        assertEquals(1, masked.path("personnummer").asInt(), line);
        assertEquals(2, masked.path("phone").asInt(), line);
        assertEquals(4, masked.path("person").asInt(), line);
        assertFalse(Json.parse(line).path("consent").asBoolean());
    }

    @Test
    void consent_sends_the_text_as_it_is_and_is_written_down() throws IOException {
        answers();
        analyze(setup(), "--consent-unmasked");
        assertTrue(sent().contains("850709-9805") && sent().contains("Hanna Lindgren"), this::sent);
        assertTrue(kept().contains("\"masked\":{},\"consent\":true"), "no line says so");
    }

    /** An answer as a model gives it that was sent the text as it is. */
    private void answersInClear(boolean numbersToo) {
        answers();
        String clear = ANSWER.replace("[PERSON_2_1]", "Boris")
                .replace("[PERSON_2]", "Boris Ek")
                .replace("[PERSON_1]", "Hanna Lindgren")
                .replace("on PHONE_1", "on [PHONE_1]")
                .replace("[bankgiro_1]", "[BANKGIRO_1]");
        server.says(
                "meetmind.implementation",
                numbersToo
                        ? clear.replace("[PHONE_1]", "070-123 45 67")
                                .replace("[BANKGIRO_1]", "5805-6201")
                                .replace("[ORGNUMMER_1]", "556012-5790")
                        : clear)
                .says("meetmind.coordinator", "{\"headline\":\"Hanna Lindgren calls.\",\"focus\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--consent-unmasked", "LLM_AGENTS_PRIVACY_LOCAL", "LLM_AGENTS_PRIVACY_NAMES"})
    void what_was_sent_as_it_is_rests_masked_and_comes_back_out_of_the_cache(String way) throws IOException {
        boolean isOption = way.startsWith("--");
        answersInClear(!way.endsWith("NAMES"));
        Invocation.Setup setup = isOption ? setup() : setup().with(way, "send");
        String[] options = isOption ? new String[] {"--format", "json", way} : new String[] {"--format", "json"};
        Invocation first = analyze(setup, options);
        assertTrue(sent().contains("Hanna Lindgren"), this::sent);
        assertTrue(first.out().contains("Boris Ek calls the tenant on 070-123 45 67."), first::toString);
        assertClean("files", kept(), NUMBERS);
        assertClean("files", kept(), NAMES);
        Invocation again = analyze(setup, options);
        assertEquals(5, server.requests().size(), "the cache answered");
        assertEquals(
                Json.write(Json.parse(first.out()).path("result")),
                Json.write(Json.parse(again.out()).path("result")));
    }

    @Test
    void names_are_sent_where_a_setting_says_so_and_numbers_are_not() {
        answers();
        analyze(setup().with("LLM_AGENTS_PRIVACY_NAMES", "send"));
        assertTrue(sent().contains("Hanna Lindgren"), this::sent);
        assertClean("requests", sent(), NUMBERS);
    }

    @Test
    void a_server_on_this_machine_gets_the_text_where_a_setting_says_so() {
        answers();
        analyze(setup().with("LLM_AGENTS_PRIVACY_LOCAL", "send"));
        assertTrue(sent().contains("850709-9805"), this::sent);
    }

    @Test
    void a_file_in_the_working_folder_cannot_switch_masking_off() throws IOException {
        answers();
        Files.writeString(home.resolve(".env"), "LLM_AGENTS_PRIVACY_NAMES=send\nLLM_AGENTS_PRIVACY_LOCAL=send\n");
        Invocation run = analyze(setup());
        assertClean("requests", sent(), NAMES);
        assertClean("requests", sent(), NUMBERS);
        assertTrue(run.err().contains("privacy.names") && run.err().contains("ignored"), run::toString);
    }

    @Test
    void a_wrong_setting_is_said_to_be_one() {
        Invocation run = analyze(setup().with("LLM_AGENTS_PRIVACY_NAMES", "hide"));
        assertEquals(2, run.code(), run::toString);
        assertTrue(run.err().contains("privacy.names") && run.err().contains("mask or send"), run::toString);
    }

    @Test
    void a_preview_shows_the_very_messages_and_sends_nothing() {
        Invocation shown = analyze(setup(), "--show-masked");
        assertEquals(0, shown.code(), shown::toString);
        assertEquals(List.of(), server.requests());
        assertClean("preview", shown.out(), NUMBERS);
        assertClean("preview", shown.out(), NAMES);

        answers();
        analyze(setup());
        int checked = 0;
        for (JsonNode request : server.requests()) {
            String name = request.at("/response_format/json_schema/name").asText();
            assertTrue(shown.out().contains("=== " + name.replaceFirst("_", ".")), shown::toString);
            // The later agents are asked about what the earlier ones answered, so only the first three are the same.
            if (!name.endsWith("qa") && !name.endsWith("coordinator")) {
                for (JsonNode message : request.path("messages")) {
                    assertTrue(
                            shown.out().contains(message.path("content").asText()),
                            () -> message + " is not in " + shown);
                    checked++;
                }
            }
        }
        assertTrue(checked > 9, "too few messages to say anything");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--consent-unmasked", "--show-masked"})
    void a_preview_needs_no_key(String option) {
        Invocation shown =
                analyze(Invocation.in(home), "--show-masked", option.equals("--show-masked") ? "-q" : option);
        assertEquals(0, shown.code(), shown::toString);
        assertEquals(option.equals("--consent-unmasked"), shown.out().contains("850709-9805"), shown::toString);
    }

    @Test
    void offline_a_preview_says_that_nothing_would_be_sent() {
        Invocation shown = analyze(setup(), "--show-masked", "--offline");
        assertTrue(shown.out().contains("Nothing would be sent"), shown::toString);
        assertClean("preview", shown.out(), NAMES);
    }
}
