package dev.llmagents.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import dev.llmagents.json.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code svea comply} from its command line to its report, with the samples that ship with the program. */
@Timeout(120)
class ComplyTest {
    private static final Path SAMPLES = Path.of("samples/svea").toAbsolutePath();
    private static final String FAULTY = SAMPLES.resolve("fjarilen-2024-fel.se").toString();
    private static final String CLEAN = SAMPLES.resolve("fjarilen-2024.se").toString();

    @TempDir
    private Path home;

    private Invocation comply(String... more) {
        return Invocation.in(home).run(arguments(more));
    }

    private static String[] arguments(String... more) {
        return Stream.concat(Stream.of("svea", "comply"), Stream.of(more)).toArray(String[]::new);
    }

    private String at(String name) {
        return home.resolve(name).toString();
    }

    private static JsonNode json(Invocation run) throws IOException {
        return Json.parse(run.out());
    }

    @Test
    void what_can_be_proven_wrong_fails_the_gate_and_clean_books_do_not() {
        Invocation faulty = comply(FAULTY);
        assertEquals(7, faulty.code(), faulty::toString);
        assertTrue(faulty.out().contains("B 29 balanserar inte"), faulty::toString);
        Invocation clean = comply(CLEAN);
        assertEquals(0, clean.code(), clean::toString);
        assertEquals(0, comply(FAULTY, "--fail-on", "never").code());
    }

    @Test
    void the_json_keeps_to_its_schema() throws Exception {
        JsonNode schema;
        try (var in = ComplyTest.class.getResourceAsStream("/schemas/svea.comply.1.json")) {
            schema = Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        Invocation run = comply(
                FAULTY,
                SAMPLES.resolve("faktura-med-fel.xml").toString(),
                SAMPLES.resolve("registerforteckning-med-brister.yaml").toString(),
                SAMPLES.resolve("arkiveringsrutin.md").toString(),
                "--format",
                "json");
        assertEquals(List.of(), new Schema(schema).problemsWith(json(run)));
    }

    @Test
    void two_runs_print_the_same_bytes_in_any_locale() throws Exception {
        JsonNode one = json(comply(FAULTY, "--format", "json"));
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            JsonNode other = json(comply(FAULTY, "--format", "json"));
            assertEquals(Json.write(one.path("result")), Json.write(other.path("result")));
        } finally {
            Locale.setDefault(usual);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "markdown", "csv", "html", "sarif"})
    void every_format_names_the_voucher_that_does_not_balance(String format) {
        Invocation run = comply(FAULTY, "--format", format);
        assertTrue(run.out().contains("B 29"), run::toString);
    }

    @Test
    void the_erpnext_files_are_written_whole() throws Exception {
        comply(CLEAN, "--erpnext-out", "erp");
        for (String file : List.of("company.json", "journal_entry.csv", "hooks.py", "README.md")) {
            assertTrue(Files.size(home.resolve("erp").resolve(file)) > 0, file);
        }
        Invocation without = comply(SAMPLES.resolve("scenario.txt").toString(), "--erpnext-out", "erp2");
        assertEquals(3, without.code(), without::toString);
        assertTrue(without.err().contains("no SIE file"), without::toString);
        assertFalse(Files.exists(home.resolve("erp2")), "a run that wrote nothing left a folder");
    }

    @Test
    void a_baseline_that_cannot_be_used_is_named_with_the_way_out() throws IOException {
        Map<String, String> sentences = Map.of(
                "no json",
                "The baseline own.json is not JSON (line 1): mend it, or write a new one with --write-baseline.",
                "{}",
                "write one with --write-baseline, and fill in reason and by.",
                "{\"accepted\":[{\"rule\":\"a\",\"why\":\"b\"}]}",
                "The baseline own.json, entry 1: unknown key 'why': use rule, subject, file, reason, by, expires.",
                "{\"accepted\":[{\"rule\":\"a\",\"reason\":\"b\"}]}",
                "entry 1: the key 'by' is missing or empty: fill it in.",
                "{\"accepted\":[{\"rule\":\"a\",\"reason\":\"b\",\"by\":\"c\",\"expires\":\"soon\"}]}",
                "entry 1: 'expires' is no day such as 2026-12-31.");
        for (Map.Entry<String, String> each : sentences.entrySet()) {
            Files.writeString(home.resolve("own.json"), each.getKey());
            Invocation run = comply(FAULTY, "--baseline", "own.json");
            assertEquals(3, run.code(), run.toString());
            assertTrue(run.err().contains(each.getValue()), run.toString());
        }
    }

    @Test
    void accepted_findings_do_not_fail_the_gate_until_they_are_over() throws Exception {
        assertEquals(7, comply(FAULTY, "--write-baseline", "ok.json").code());
        Invocation accepted = comply(FAULTY, "--baseline", "ok.json");
        assertEquals(0, accepted.code(), accepted::toString);
        assertTrue(accepted.out().contains("godtagna sedan tidigare"), accepted::toString);
        assertFalse(accepted.out().contains("Fel finns"), accepted::toString);
        ObjectNode baseline = (ObjectNode) Json.parse(Files.readString(home.resolve("ok.json")));
        baseline.path("accepted").forEach(entry -> ((ObjectNode) entry).put("expires", "2026-01-01"));
        Files.writeString(home.resolve("ok.json"), Json.write(baseline));
        Invocation over = comply(FAULTY, "--baseline", "ok.json");
        assertEquals(7, over.code(), over::toString);
        assertTrue(over.out().contains("2026-01-01"), over::toString);
    }

    @Test
    void a_changed_voucher_is_found_between_two_exports() throws Exception {
        byte[] bytes = Files.readAllBytes(Path.of(CLEAN));
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int first = text.indexOf("#TRANS 1930");
        int second = text.indexOf("#VER", first);
        assertTrue(first > 0 && second > 0);
        // The voucher with that row is gone from the newer export.
        int from = text.lastIndexOf("#VER", first);
        Files.write(home.resolve("old.se"), bytes);
        Files.write(
                home.resolve("new.se"),
                (text.substring(0, from) + text.substring(second)).getBytes(StandardCharsets.ISO_8859_1));
        Invocation run = comply("--diff", at("old.se"), at("new.se"), "--format", "json");
        assertTrue(run.out().contains("BFL-027"), run::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE html><html><body>404</body></html>", "", "\u0000\u0001\u0002\u0003"})
    void what_is_no_document_is_refused_in_one_sentence(String content) throws Exception {
        Files.writeString(home.resolve("bok.se"), content);
        Invocation run = comply(at("bok.se"));
        assertEquals(3, run.code(), run::toString);
        assertEquals("", run.out());
        assertTrue(run.err().strip().lines().count() == 1 && run.err().contains("bok.se"), run::toString);
    }

    @Test
    void an_external_entity_is_never_read() throws Exception {
        Files.writeString(home.resolve("secret.txt"), "GEHEIM");
        Files.writeString(
                home.resolve("x.xml"),
                "<!DOCTYPE Invoice [<!ENTITY s SYSTEM \""
                        + home.resolve("secret.txt").toUri()
                        + "\">]><Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\">&s;</Invoice>");
        Invocation run = comply(at("x.xml"));
        assertEquals(3, run.code(), run::toString);
        assertFalse((run.out() + run.err()).contains("GEHEIM"), run::toString);
    }

    private Invocation withModel(ModelServer server, String... more) {
        return Invocation.in(home)
                .with("OPENAI_BASE_URL", server.baseUrl())
                .with("OPENAI_API_KEY", "sk-test")
                .run(arguments(more));
    }

    @Test
    void a_valid_answer_of_each_agent_reaches_the_report() throws Exception {
        try (ModelServer server = new ModelServer()) {
            server.says(
                    "svea.coordinator",
                    "{\"summary\":[{\"text\":\"Rutinerna behöver stramas upp.\"}],\"regulations\":[],\"advice\":[{\"text\":"
                            + "\"Gå igenom attesten.\",\"law\":\"BFL 5 kap. 6 §\",\"quote\":\"\"}]}");
            server.says(
                    "svea.architect",
                    "{\"modules\":[{\"module\":\"CRM\",\"why\":\"Kunder bearbetas.\"}],\"customisations\":[],\"integrations\":[]}");
            server.says(
                    "svea.product_manager",
                    "{\"requirements\":[{\"text\":\"Räkna kassan varje dag.\",\"mandatory\":false,\"impact\":"
                            + "\"Kassan kan inte förklaras.\",\"law\":\"\"}]}");
            server.says(
                    "svea.implementation",
                    "{\"remarks\":[{\"file\":\"company.json\",\"text\":\"Läs in den här filen först.\"}]}");
            server.says("svea.qa", "{\"concerns\":[{\"finding\":\"F1\",\"problem\":\"Kan bero på en avrundning.\"}]}");
            JsonNode report = json(withModel(server, FAULTY, "--format", "json"));
            assertEquals(5, report.path("agents").size());
            for (JsonNode agent : report.path("agents")) {
                assertEquals("model", agent.path("source").asText(), agent.toString());
                assertTrue(agent.path("costUsd").decimalValue().signum() > 0, agent.toString());
            }
            String result = Json.write(report.path("result"));
            for (String said : List.of(
                    "Rutinerna behöver stramas upp.",
                    "Gå igenom attesten.",
                    "Kunder bearbetas.",
                    "Räkna kassan varje dag.",
                    "Läs in den här filen först.",
                    "Kan bero på en avrundning.")) {
                assertTrue(result.contains(said), said);
            }
        }
    }

    @Test
    void a_lying_model_changes_no_finding_and_its_inventions_do_not_pass() throws Exception {
        JsonNode own = json(comply(FAULTY, "--format", "json"));
        try (ModelServer server = new ModelServer()) {
            server.says(
                    "svea.coordinator",
                    "{\"summary\":[{\"text\":\"Bolaget har undanhållit 987654 kr.\"},{\"text\":\"Allt är i sin ordning enligt"
                            + " BFL 99 kap. 1 §.\"}],\"regulations\":[],\"advice\":[{\"text\":\"Stryk F1.\",\"law\":\"\",\"quote\":"
                            + "\"detta har ingen skrivit\"}]}");
            server.says("svea.qa", "{\"concerns\":[{\"finding\":\"F999\",\"problem\":\"Finns inte.\"}]}");
            JsonNode report = json(withModel(server, FAULTY, "--format", "json"));
            String result = Json.write(report.path("result"));
            assertFalse(result.contains("987654"), "an invented amount");
            assertFalse(result.contains("Stryk F1"), "advice on words nobody has written");
            assertFalse(result.contains("F999"), "a finding that is not there");
            assertTrue(
                    result.contains("BFL 99 kap. 1 §. [lagrum utanför regelkatalogen: ej kontrollerat]"),
                    "law outside of the catalogue is marked");
            assertEquals(
                    Json.write(own.path("result").path("findings")),
                    Json.write(report.path("result").path("findings")));
            assertEquals(
                    own.path("result").path("verdict"), report.path("result").path("verdict"));
            assertTrue(
                    report.path("model").path("dropped").asInt() >= 3,
                    report.path("model").toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"no json at all", "{\"summary\":", "[]"})
    void an_answer_of_no_use_leaves_what_the_rules_found(String nonsense) throws Exception {
        try (ModelServer server = new ModelServer()) {
            for (String agent : List.of("coordinator", "architect", "product_manager", "implementation", "qa")) {
                server.says("svea." + agent, nonsense);
            }
            Invocation run = withModel(server, FAULTY, "--format", "json");
            JsonNode report = json(run);
            assertTrue(report.path("degraded").asBoolean(), run::toString);
            for (JsonNode agent : report.path("agents")) {
                assertFalse(agent.path("reason").isNull(), agent.toString());
            }
            assertTrue(report.at("/result/findings").size() > 10);
        }
    }

    @Test
    void no_number_of_a_person_is_sent() throws Exception {
        Files.writeString(
                home.resolve("rutin.md"),
                "# Löner\nVi sparar personnummer 850709-9805 och mejlar anna.lind@exempel.se om lönen.\n");
        try (ModelServer server = new ModelServer()) {
            withModel(server, at("rutin.md"));
            String sent = server.requests().toString();
            assertFalse(sent.isEmpty());
            assertFalse(sent.contains("850709-9805") || sent.contains("anna.lind@exempel.se"), "sent as it is");
        }
    }

    @Test
    void a_dry_run_says_what_would_be_asked_and_where() {
        Invocation run = Invocation.in(home).with("OPENAI_API_KEY", "sk-test").run(arguments(FAULTY, "--dry-run"));
        assertEquals(0, run.code(), run::toString);
        assertTrue(run.out().contains("svea.qa →") && run.out().contains("region"), run::toString);
    }
}
