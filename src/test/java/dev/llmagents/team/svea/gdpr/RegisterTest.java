package dev.llmagents.team.svea.gdpr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.team.svea.rule.Assessment;
import dev.llmagents.team.svea.rule.Finding;
import dev.llmagents.team.svea.rule.RuleCatalogue;
import dev.llmagents.team.svea.rule.Severity;
import dev.llmagents.team.svea.text.Tree;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterTest {
    private static final String HEADING =
            "Behandling;Personuppgiftsansvarig;Ändamål;Rättslig grund;Kategorier av registrerade;"
                    + "Kategorier av personuppgifter;Mottagare;Biträdesavtal;Överföring till tredje land;Gallring;Säkerhetsåtgärder\n";
    private static final String ROW =
            "Order;Prov AB 08-000 00 00;Leverera beställda varor till kund;Avtal;Kunder;Namn och adress;"
                    + "Transportföretag;Inga biträden;Ingen;24 månader;Behörighetsstyrning\n";

    private static Optional<Register> csv(String text) {
        return new RegisterReader().read(text, text.lines().toList());
    }

    private static List<Finding> findings(Register register) {
        Assessment assessment = new Assessment(RuleCatalogue.builtIn(), "register.csv");
        new RegisterChecks().run(register, assessment);
        return assessment.findings();
    }

    private static List<String> rules(String text) {
        return findings(csv(text).orElseThrow()).stream()
                .map(finding -> finding.rule().id())
                .toList();
    }

    @Test
    void a_complete_row_has_no_findings() {
        assertEquals(List.of(), rules(HEADING + ROW));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GDP-001 | Prov AB 08-000 00 00 | ''",
                "GDP-001 | Prov AB 08-000 00 00 | Prov AB",
                "GDP-002 | Leverera beställda varor till kund | ''",
                "GDP-003 | Kunder | -",
                "GDP-003 | Namn och adress | ''",
                "GDP-004 | Transportföretag | ?",
                "GDP-005 | Ingen;24 | ;24",
                "GDP-006 | 24 månader | ''",
                "GDP-007 | Behörighetsstyrning | ''",
                "GDP-008 | Leverera beställda varor till kund | Kontroller",
                "GDP-008 | Leverera beställda varor till kund | administration av verksamheten",
                "GDP-009 | ;Avtal; | ;;",
                "GDP-009 | ;Avtal; | ;God ton;",
                "GDP-010 | ;Avtal;Kunder | ;Samtycke;Anställda",
                "GDP-011 | Namn och adress | Namn och hälsouppgifter",
                "GDP-012 | Namn och adress | Namn och personnummer",
                "GDP-013 | 24 månader | Tills vidare",
                "GDP-013 | 24 månader | 20 år",
                "GDP-014 | Transportföretag;Inga biträden | Molntjänsten Exempel;Nej",
                "GDP-014 | Transportföretag;Inga biträden | Molntjänsten Exempel;",
                "GDP-015 | Ingen;24 | Ja, Indien;24"
            })
    void each_flaw_is_found(String rule, String from, String to) {
        assertTrue(ROW.contains(from), from);
        assertEquals(List.of(rule), rules(HEADING + ROW.replace(from, to)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "24 månader | 10 år enligt lagen om preskription",
                "24 månader | sju år",
                "Namn och adress | Namn och personnummer (klart motiverat av säker identifiering)",
                "Namn och adress | Namn och hälsouppgifter enligt art. 9.2 h",
                "Transportföretag;Inga biträden | Molntjänsten Exempel;Biträdesavtal 2026-01-01",
                "Ingen;24 | USA med standardavtalsklausuler;24",
                ";Avtal; | ;Art. 6.1 f;",
                ";Avtal; | ;c;",
                ";Avtal; | ;legitimate interests;"
            })
    void what_is_explained_is_no_flaw(String from, String to) {
        assertTrue(ROW.contains(from), from);
        assertEquals(List.of(), rules(HEADING + ROW.replace(from, to)));
    }

    @Test
    void severities_follow_what_the_regulation_demands() {
        List<Finding> found =
                findings(csv(HEADING + ROW.replace("24 månader", "").replace("Leverera beställda varor till kund", ""))
                        .orElseThrow());
        assertEquals(
                List.of("GDP-002", "GDP-006"),
                found.stream().map(finding -> finding.rule().id()).sorted().toList());
        found.forEach(finding -> assertEquals(
                finding.rule().id().equals("GDP-002") ? Severity.FEL : Severity.VARNING, finding.severity()));
    }

    @Test
    void a_column_that_is_missing_is_reported_once() {
        String heading = "Behandling;Ändamål;Kategorier av registrerade;Kategorier av personuppgifter;Mottagare\n";
        String rows = "A;Leverera beställda varor;Kunder;Namn;Inga\n".repeat(50);
        List<String> found = rules(heading + rows);
        assertEquals(
                List.of("GDP-001", "GDP-005", "GDP-006", "GDP-007", "GDP-009"),
                found.stream().sorted().toList());
    }

    @Test
    void rows_keep_their_lines_also_behind_cells_of_several_lines() {
        String quoted = ROW.replace("Namn och adress", "\"Namn;\nadress och \"\"smeknamn\"\"\"");
        Register register = csv(HEADING + quoted + ROW).orElseThrow();
        assertEquals(
                List.of(2, 4),
                register.records().stream().map(ProcessingRecord::line).toList());
        assertEquals("Namn;\nadress och \"smeknamn\"", register.records().get(0).text(RecordPart.DATA));
    }

    @Test
    void reads_yaml_json_tables_and_sections_alike() {
        String yaml = """
                personuppgiftsansvarig: Prov AB, dataskydd@prov.example
                behandlingar:
                  - behandling: Order
                    ändamål: Leverera beställda varor
                    registrerade: Kunder
                    personuppgifter: [namn, adress]
                    mottagare: Inga
                """;
        String json = """
                [{"activity":"Order","controller":"Prov AB","purpose":"Leverera beställda varor",
                  "data_subjects":["Kunder"],"personal_data":["namn","adress"],"recipients":"Inga"}]
                """;
        String table = """
                Personuppgiftsansvarig: Prov AB

                | Behandling | Ändamål | Registrerade | Personuppgifter | Mottagare |
                |---|---|---|---|---|
                | Order | Leverera beställda varor | Kunder | namn; adress | Inga |
                """;
        String sections = """
                # Registerförteckning

                Personuppgiftsansvarig: Prov AB

                ## Order
                - **Ändamål:** Leverera beställda varor
                - **Kategorier av registrerade:** Kunder
                - **Personuppgifter:** namn; adress
                - **Mottagare:** Inga

                ## Nyhetsbrev
                - **Ändamål:** Skicka nyhetsbrev
                - **Kategorier av registrerade:** Prenumeranter
                - **Personuppgifter:** e-postadress
                - **Mottagare:** Inga
                """;
        RegisterReader reader = new RegisterReader();
        Register[] all = {
            reader.read(Tree.ofYaml(yaml).orElseThrow()).orElseThrow(),
            reader.read(Tree.ofJson(json).orElseThrow()).orElseThrow(),
            csv(table).orElseThrow(),
            csv(sections).orElseThrow()
        };
        for (Register register : all) {
            ProcessingRecord order = register.records().get(0);
            assertEquals("Leverera beställda varor", order.text(RecordPart.PURPOSE));
            assertEquals("namn; adress", order.text(RecordPart.DATA));
            assertEquals("Order", order.text(RecordPart.ACTIVITY));
        }
        assertEquals(2, all[3].size());
        assertEquals(4, all[0].records().get(0).lineOf(RecordPart.PURPOSE));
        assertEquals(5, all[2].records().get(0).line());
        for (Register register : all) {
            assertTrue(register.records().get(0).text(RecordPart.CONTROLLER).startsWith("Prov AB"));
        }
    }

    @Test
    void a_text_with_fewer_parts_is_no_register() {
        assertTrue(csv("Namn;Telefon;Adress\nA;1;B\n").isEmpty());
        assertTrue(csv("Ändamål: att sälja\nMottagare: alla\n").isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 år | 84",
                "24 månader | 24",
                "sju år efter räkenskapsårets slut | 84",
                "90 dagar | 3",
                "3 mån eller 2 år | 24",
                "two years | 24",
                "tio-åriga planer | -1",
                "år 2026 | -1",
                "tills vidare | -1"
            })
    void reads_how_long_something_is_kept(String text, int months) {
        OptionalInt expected = months < 0 ? OptionalInt.empty() : OptionalInt.of(months);
        assertEquals(expected, Retention.longestMonths(text));
    }
}
