package dev.llmagents.team.svea.gdpr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.team.svea.rule.Assessment;
import dev.llmagents.team.svea.rule.Coverage;
import dev.llmagents.team.svea.rule.Finding;
import dev.llmagents.team.svea.rule.RuleCatalogue;
import dev.llmagents.team.svea.text.PolicyText;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrivacyTextChecksTest {
    private static Assessment assess(String text) {
        Assessment assessment = new Assessment(RuleCatalogue.builtIn(), "policy.md");
        new PrivacyTextChecks().run(PolicyText.of(text.lines().toList()), assessment);
        return assessment;
    }

    private static List<String> found(String text) {
        return assess(text).findings().stream()
                .map(finding ->
                        finding.rule().id() + " " + finding.place().line().orElse(0))
                .toList();
    }

    private static boolean ran(Assessment assessment, String rule) {
        return assessment.coverage().contains(new Coverage(rule, Coverage.State.RAN, ""));
    }

    @Test
    void a_breach_routine_needs_the_authority_the_hours_and_the_people() {
        String good = "# Incidentrutin\n\nPersonuppgiftsincidenter anmäls till IMY inom 72 timmar.\n"
                + "Vid hög risk informeras de registrerade utan dröjsmål.\n";
        assertEquals(List.of(), found(good.replace("informeras de registrerade", "ska vi informera de registrerade")));
        assertEquals(
                List.of("GDP-016 3"),
                found(good.replace("72 timmar", "en vecka")
                        .replace("informeras de registrerade", "ska vi informera de registrerade")));
        assertEquals(
                List.of("GDP-016 3"),
                found(good.replace("72 timmar", "96 timmar")
                        .replace("informeras de registrerade", "ska vi informera de registrerade")));
        assertEquals(2, found("# Incidentrutin\n\nAlla incidenter loggas.\n").size());
    }

    @Test
    void a_processing_agreement_is_held_against_the_eight_points() {
        String full = """
                # Personuppgiftsbiträdesavtal
                Biträdet behandlar uppgifter enligt dokumenterade instruktioner.
                Personal omfattas av tystnadsplikt.
                Biträdet vidtar säkerhetsåtgärder enligt artikel 32.
                Underbiträden anlitas bara efter godkännande.
                Biträdet bistår vid den registrerades begäran från registrerade.
                Biträdet underrättar om personuppgiftsincidenter.
                När avtalet upphör återlämnas eller raderas uppgifterna.
                Den ansvarige har rätt till granskning.
                """;
        assertEquals(List.of(), found(full));
        List<Finding> lacking = assess(full.replace("Underbiträden", "Andra")).findings();
        assertEquals(1, lacking.size());
        assertTrue(
                lacking.get(0).message().contains("d) underbiträden"),
                lacking.get(0).message());
    }

    @Test
    void a_notice_is_told_which_points_and_rights_it_lacks() {
        Assessment assessment = assess(
                "# Integritetspolicy\n\nProv AB är personuppgiftsansvarig.\nRättslig grund är avtal.\nDu har rätt till rättelse och radering.\n");
        assertEquals(
                List.of("GDP-018", "GDP-019"),
                assessment.findings().stream()
                        .map(finding -> finding.rule().id())
                        .toList());
        assertTrue(assessment.findings().get(0).message().contains("klagomål till IMY"));
        assertFalse(assessment.findings().get(1).message().contains("rättelse"));
    }

    @Test
    void what_a_text_is_not_about_is_not_assessed() {
        Assessment assessment = assess("Vi behandlar personuppgifter varsamt.\n");
        assertEquals(List.of(), assessment.findings());
        for (String rule : List.of("GDP-014", "GDP-016", "GDP-017", "GDP-018", "GDP-019")) {
            assertFalse(ran(assessment, rule), rule);
        }
    }

    @Test
    void high_risk_without_an_impact_assessment_is_pointed_at() {
        assertEquals(List.of("GDP-017 1"), found("Lagret har kamerabevakning dygnet runt.\n"));
        assertEquals(List.of(), found("Lagret har kamerabevakning. En konsekvensbedömning har gjorts.\n"));
        assertEquals(List.of(), found("Vi använder inte profilering.\n"));
    }

    @Test
    void a_denied_transfer_is_none() {
        assertEquals(List.of("GDP-015 1"), found("Personuppgifter lagras i USA.\n"));
        assertEquals(List.of(), found("Personuppgifter lagras inte i USA.\n"));
        assertEquals(List.of(), found("Personuppgifter lagras i USA. Standardavtalsklausuler används.\n"));
    }

    @Test
    void identity_numbers_and_many_addresses_are_counted() {
        Assessment assessment = new Assessment(RuleCatalogue.builtIn(), "a.txt");
        PersonalDataScan.run("Karin 900118+9811, karin@prov.example", assessment);
        assertEquals("1", assessment.findings().get(0).evidence().get("personnummer"));
        Assessment none = new Assessment(RuleCatalogue.builtIn(), "a.txt");
        PersonalDataScan.run("Kontakta oss på info@prov.example", none);
        assertEquals(List.of(), none.findings());
    }
}
