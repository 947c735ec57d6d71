package dev.llmagents.team.svea.invoice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.team.svea.rule.Assessment;
import dev.llmagents.team.svea.rule.RuleCatalogue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceTextTest {
    private static final String GOOD = """
            FAKTURA
            Prov AB, Provgatan 1, 123 45 Exempelstad
            Fakturanr: 17
            Fakturadatum: 2026-10-05
            Leveransdatum: 2026-10-01
            Förfallodatum: 2026-11-04
            Till: Test AB, Testgatan 2, 543 21 Provköping
            Antal Benämning á-pris
            10 Lampa 1 000,00
            Netto exkl. moms 10 000,00
            Moms 25 % 2 500,00
            Att betala 12 500,00
            Momsreg.nr SE559999111301 Bankgiro 5999-1117
            """;

    private static Assessment assess(String text) {
        Optional<InvoiceText> invoice = InvoiceText.of(text.lines().toList());
        assertTrue(invoice.isPresent(), text);
        Assessment assessment = new Assessment(RuleCatalogue.builtIn(), "faktura.txt");
        InvoiceTextChecks.run(invoice.get(), Invoices.AS_OF, assessment);
        return assessment;
    }

    @Test
    void a_good_text_has_no_findings_and_says_what_it_could_not_judge() {
        Assessment assessment = assess(GOOD);
        assertEquals(List.of(), Invoices.messages(assessment));
        assertFalse(Invoices.isAssessed(assessment, "FAK-013"));
        assertTrue(Invoices.isAssessed(assessment, "FAK-014"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FAK-001 | Fakturadatum: 2026-10-05 | Kundnr: 4",
                "FAK-002 | Fakturanr: 17 | Ref: Karin",
                "FAK-003 | Momsreg.nr SE559999111301 | Org: okänt",
                "FAK-014 | Att betala 12 500,00 | Att betala 12 600,00",
                "FAK-014 | Moms 25 % 2 500,00 | Moms 25 % 2 400,00",
                "FAK-018 | Förfallodatum: 2026-11-04 | Förfallodatum: 2026-09-04",
                "FAK-019 | Moms 25 % 2 500,00 | Moms 20 % 2 000,00",
                "FAK-015 | FAKTURA | KREDITFAKTURA",
                "FAK-020 | 10 Lampa 1 000,00 | 10 Fruktkorg 12 % 1 000,00",
                "FAK-017 | Till: Test AB | Till: Provköpings kommun org.nr 202100-5489",
                "FAK-011 | Moms 25 % 2 500,00 | Köparen redovisar momsen"
            })
    void each_mistake_is_found(String rule, String from, String to) {
        assertTrue(GOOD.contains(from));
        List<String> found = Invoices.rules(assess(GOOD.replace(from, to)));
        assertTrue(found.contains(rule), rule + " not in " + found);
    }

    @Test
    void a_small_sum_waives_what_the_law_waives() {
        String small = GOOD.replace("10 000,00", "1 000,00")
                .replace("2 500,00", "250,00")
                .replace("12 500,00", "1 250,00")
                .replace("Momsreg.nr SE559999111301", "");
        assertEquals(List.of("FAK-016"), Invoices.rules(assess(small)));
    }

    @Test
    void a_policy_about_invoices_is_no_invoice() {
        List<String> policy = List.of(
                "Fakturapolicy",
                "Fakturadatum och fakturanr ska alltid stå på fakturan tillsammans med belopp att betala och moms.",
                "Vi betalar via bankgiro senast 30 dagar efter att fakturan har kommit in till ekonomiavdelningen.");
        assertTrue(InvoiceText.of(policy).isEmpty());
    }

    @Test
    void a_foreign_text_is_not_held_to_swedish_law() {
        Assessment assessment = assess(
                "Invoice\nInvoice number 9\nInvoice date 2026-01-02\nDue date 2026-02-02\nSubtotal 100.00\nVAT 20 % 20.00\nAmount due 120.00\n");
        assertEquals(List.of(), Invoices.messages(assessment));
        assertFalse(Invoices.isAssessed(assessment, "FAK-003"));
    }
}
