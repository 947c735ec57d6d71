package dev.llmagents.team.svea.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.llmagents.document.XmlTree;
import dev.llmagents.team.svea.invoice.Invoice.Syntax;
import dev.llmagents.team.svea.invoice.UblReader;
import dev.llmagents.team.svea.rule.Assessment;
import dev.llmagents.team.svea.rule.RuleCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierChecksTest {
    private static Assessment ofText(String... lines) {
        Assessment assessment = new Assessment(RuleCatalogue.builtIn(), "a.txt");
        IdentifierChecks.run(List.of(lines), assessment);
        return assessment;
    }

    private static List<String> found(Assessment assessment) {
        return assessment.findings().stream()
                .map(finding ->
                        finding.rule().id() + " " + finding.place().line().orElse(0))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "org.nr 5560602345, ID-003",
        "orgnr: 112233-4567, ID-003",
        "personnummer 900118-9812, ID-001",
        "samordningsnummer 701063-2392, ID-002",
        "momsnr SE556334368801, ID-004",
        "bankgiro 991-2345, ID-005",
        "plusgiro 28 65 43-5, ID-005",
        "OCR 1234567890, ID-006",
        "IBAN SE4550000000058398257467, ID-007",
        "GLN 7350000009995, ID-008"
    })
    void a_wrong_number_behind_its_label_is_found(String text, String rule) {
        assertEquals(List.of(rule + " 2"), found(ofText("Uppgifter", text)));
    }

    @Test
    void right_numbers_and_unnamed_ones_are_left_alone() {
        assertEquals(
                List.of(),
                found(ofText("org.nr 202100-5489", "orgnr 556334-3689", "Order 5560602345", "Tel 070-174 06 05")));
    }

    @Test
    void the_last_digits_of_a_person_are_not_printed() {
        assertFalse(
                ofText("personnummer 900118-9812").findings().get(0).message().contains("9812"));
    }

    @ParameterizedTest
    @CsvSource({
        "<cbc:ID>59991117<, <cbc:ID>59991116<, ID-005",
        "SE559999111301, SE559999111401, ID-004",
        "<cbc:EndpointID schemeID=\"0007\">5599992228<, <cbc:EndpointID schemeID=\"0088\">7350000009995<, ID-008",
        "<cbc:ID>59991117<, <cbc:ID>SE4550000000058398257467<, ID-005"
    })
    void fields_of_an_invoice_are_judged(String from, String to, String rule) throws Exception {
        String xml =
                Files.readString(Path.of("samples/svea/faktura-utan-fel.xml")).replace(from, to);
        Assessment assessment = new Assessment(RuleCatalogue.builtIn(), "a.xml");
        IdentifierChecks.run(UblReader.read(XmlTree.read("a.xml", xml), Syntax.UBL), assessment);
        assertEquals(
                List.of(rule),
                assessment.findings().stream()
                        .map(finding -> finding.rule().id())
                        .toList());
    }
}
