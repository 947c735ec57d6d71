package dev.llmagents.team.svea.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.team.svea.rule.Assessment;
import dev.llmagents.team.svea.rule.Coverage;
import dev.llmagents.team.svea.rule.RuleCatalogue;
import dev.llmagents.team.svea.text.PolicyText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyChecksTest {
    private static Assessment assess(String text) {
        Assessment assessment = new Assessment(RuleCatalogue.builtIn(), "policy.txt");
        new PolicyChecks().run(PolicyText.of(text.lines().toList()), assessment);
        return assessment;
    }

    private static String found(String text) {
        return String.join(
                " ",
                assess(text).findings().stream()
                        .map(finding ->
                                finding.rule().id() + "/" + finding.severity().label())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Verifikationer arkiveras i 10 år. | POL-001/varning",
                "Fakturor sparas i 5 år. | POL-001/fel",
                "Fakturor sparas i sju år från fakturadatum. | POL-001/varning",
                "Papperskvitton sparas i original på papper i 3 år som verifikation. | POL-001/varning",
                "Pappersoriginal får slängas efter skanning. | POL-001/varning",
                "Räkenskapsinformation lagras på servrar i USA. | POL-002/varning",
                "Räkenskapsinformation lagras i molnet på Irland. | POL-002/varning",
                "Affärshändelser bokförs vid årets slut. | POL-004/varning",
                "Allt bokförs senast 60 dagar efter månadens utgång. | POL-004/varning",
                "Kontanta betalningar bokförs en gång i veckan. | POL-004/varning",
                "Kiosken säljer kontant utan kassaregister. | POL-005/varning",
                "Bolaget har 80 anställda. Någon intern kanal för visselblåsning finns inte. | POL-006/varning",
                "Bolaget är en redovisningsbyrå. | POL-007/info",
                "Kommuner faktureras med pappersfaktura. | POL-008/varning",
                "Vi tar fram en hållbarhetsrapport enligt CSRD. | POL-009/info",
                "Ekonomichefen attesterar själv sina fakturor. | POL-010/varning",
                "Samma person attesterar och betalar. | POL-010/varning"
            })
    void what_contradicts_the_law_is_quoted(String text, String expected) {
        assertEquals(expected, found(text));
        assertTrue(assess(text).findings().get(0).evidence().get("citat").length() > 5);
        assertEquals(1, assess(text).findings().get(0).place().line().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fakturor sparas till och med sjunde året efter räkenskapsårets utgång.",
                "Räkenskapsinformation bevaras i 7 år.",
                "Ansökningshandlingar med personuppgifter sparas i 2 år och inte i bokföringen.",
                "Pappersoriginal får slängas efter att skanningens läsbarhet kontrollerats.",
                "Räkenskapsinformation lagras inte på servrar i USA.",
                "Räkenskapsinformation lagras på servrar på Irland, vilket är anmält till Skatteverket.",
                "Affärshändelser bokförs löpande och aldrig bara vid årets slut.",
                "Bolaget bokför löpande enligt kontantmetoden.",
                "Allt bokförs senast 50 dagar efter månadens utgång.",
                "Kiosken säljer kontant och har certifierat kassaregister.",
                "Bolaget har 80 anställda och en intern kanal för visselblåsning.",
                "Bolaget har 12 anställda och ingen visselblåsarkanal.",
                "Vår redovisningsbyrå sköter löpande bokföring.",
                "Kommuner får e-faktura via Peppol och inte PDF.",
                "Utbetalningar görs av två personer i förening.",
                "Ingen får ensam attestera fakturor; det krävs två i förening.",
                "Koncernen har 1 000 000 000 000 000 anställda i drömmen.",
                "Vi gillar kaffe."
            })
    void what_follows_the_law_is_left_alone(String text) {
        assertEquals("", found(text));
    }

    @Test
    void a_manual_is_told_what_it_does_not_describe() {
        Assessment assessment =
                assess("# Bokföringshandbok\n\nSäkerhetskopior tas varje natt. Arkivplanen finns i bilaga 2.\n");
        assertEquals(
                List.of("POL-003"),
                assessment.findings().stream()
                        .map(finding -> finding.rule().id())
                        .toList());
        String message = assessment.findings().get(0).message();
        assertTrue(message.contains("systemdokumentation, behandlingshistorik nämns inte"), message);
    }

    @Test
    void a_text_about_nothing_of_this_gives_only_coverage() {
        Assessment assessment = assess("Styrelsen beslutade att bygga ett nytt tak på ladugården.\n");
        assertEquals(List.of(), assessment.findings());
        assertEquals(10, assessment.coverage().size());
        for (Coverage coverage : assessment.coverage()) {
            assertEquals(Coverage.State.NOT_ASSESSED, coverage.state(), coverage.ruleId());
            assertTrue(coverage.reason().endsWith("."), coverage.reason());
        }
    }

    @Test
    void what_is_not_said_is_not_guessed() {
        Assessment assessment =
                assess("Bolaget har 300 anställda. Butiken tar emot kontant betalning. Fakturor attesteras.\n");
        assertEquals(List.of(), assessment.findings());
        List<String> undecided = assessment.coverage().stream()
                .filter(coverage -> coverage.state() == Coverage.State.NOT_ASSESSED)
                .map(Coverage::ruleId)
                .toList();
        assertTrue(undecided.containsAll(List.of("POL-005", "POL-006", "POL-010")), undecided.toString());
    }
}
