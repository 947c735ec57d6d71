package dev.llmagents.team.svea.invoice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.team.svea.rule.Assessment;
import dev.llmagents.team.svea.rule.Finding;
import dev.llmagents.team.svea.rule.Severity;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InvoiceChecksTest {
    private static final String REVERSE_CHARGE_NOTE = "<cbc:Note>Omvänd betalningsskyldighet</cbc:Note>";
    private static final String CURRENCY = "<cbc:DocumentCurrencyCode>SEK</cbc:DocumentCurrencyCode>";

    static List<Arguments> changes() {
        return List.of(
                change("FAK-001", "<cbc:IssueDate>2026-10-05</cbc:IssueDate>", ""),
                change("FAK-002", "  <cbc:ID>20261001</cbc:ID>\n", ""),
                change("FAK-005", "Påhittade Kontorsvaror AB", ""),
                change("FAK-006", "<cbc:Name>Skrivbordslampa</cbc:Name>", ""),
                change("FAK-006", "<cbc:InvoicedQuantity unitCode=\"EA\">10</cbc:InvoicedQuantity>", ""),
                change("FAK-008", "<cbc:PriceAmount currencyID=\"SEK\">400.00</cbc:PriceAmount>", ""),
                change("FAK-008", "<cbc:TaxableAmount currencyID=\"SEK\">4000.00</cbc:TaxableAmount>", ""),
                change("FAK-010", "<cbc:TaxAmount currencyID=\"SEK\">1000.00</cbc:TaxAmount>", ""),
                change(
                        "FAK-014",
                        "<cbc:TaxAmount currencyID=\"SEK\">1056.00<",
                        "<cbc:TaxAmount currencyID=\"SEK\">1057.00<"),
                change(
                        "FAK-014",
                        "<cbc:PayableAmount currencyID=\"SEK\">5989.33<",
                        "<cbc:PayableAmount currencyID=\"SEK\">5989.00<"),
                change(
                        "FAK-014",
                        "<cbc:PriceAmount currencyID=\"SEK\">400.00<",
                        "<cbc:PriceAmount currencyID=\"SEK\">401.00<"),
                change(
                        "FAK-014",
                        "<cbc:LineExtensionAmount currencyID=\"SEK\">4933.33<",
                        "<cbc:LineExtensionAmount currencyID=\"SEK\">4934.33<"),
                change("FAK-018", "<cbc:DueDate>2026-11-04<", "<cbc:DueDate>2026-10-04<"),
                change("FAK-018", "<cbc:IssueDate>2026-10-05<", "<cbc:IssueDate>2026-12-05<"),
                change("FAK-020", "Fruktkorg, veckoleverans", "Rödvin"),
                change("FAK-020", "<cbc:ActualDeliveryDate>2026-10-01<", "<cbc:ActualDeliveryDate>2026-03-31<"),
                change("SE-R-001", "SE559999111301", "SE55999911130"),
                change("SE-R-002", "SE559999111301", "SE55999911130X"),
                change("SE-R-003", "<cbc:CompanyID schemeID=\"0007\">5599991113<", "<cbc:CompanyID>55999911A3<"),
                change("SE-R-004", "<cbc:CompanyID schemeID=\"0007\">5599991113<", "<cbc:CompanyID>559999111<"),
                change("SE-R-013", "<cbc:CompanyID schemeID=\"0007\">5599991113<", "<cbc:CompanyID>5599991114<"),
                change("SE-R-005", "Godkänd för F-skatt", "F-skatt"),
                change("SE-R-006", "<cbc:Percent>6</cbc:Percent>", "<cbc:Percent>7</cbc:Percent>"),
                change("SE-R-008", "<cbc:ID>59991117<", "<cbc:ID>5999111A<"),
                change("SE-R-009", "<cbc:ID>59991117<", "<cbc:ID>599911<"),
                change("SE-R-007", "<cbc:ID>59991117<", "<cbc:ID>5-9<", "SE:BANKGIRO", "SE:PLUSGIRO"),
                change("SE-R-010", "<cbc:ID>59991117<", "<cbc:ID>599911171<", "SE:BANKGIRO", "SE:PLUSGIRO"),
                change("SE-R-011", "<cbc:PaymentMeansCode>30<", "<cbc:PaymentMeansCode>50<"),
                change("SE-R-012", "<cbc:PaymentMeansCode>30<", "<cbc:PaymentMeansCode>31<"));
    }

    private static Arguments change(String rule, String... replacements) {
        return Arguments.of(rule, replacements);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void each_mistake_is_found_by_its_rule(String rule, String[] replacements) throws Exception {
        List<String> found = Invoices.rules(Invoices.assess(Invoices.xml(replacements)));
        assertTrue(found.contains(rule), rule + " not in " + found);
    }

    @Test
    void the_sample_without_errors_has_none() throws Exception {
        assertEquals(List.of(), Invoices.messages(Invoices.assess(Invoices.xml())));
    }

    @Test
    void a_finding_names_the_line_and_both_numbers() throws Exception {
        Finding finding = Invoices.assess(Invoices.xml(
                        "<cbc:PayableAmount currencyID=\"SEK\">5989.33<",
                        "<cbc:PayableAmount currencyID=\"SEK\">5989.00<"))
                .findings()
                .get(0);
        assertEquals("5989.00", finding.evidence().get("angivet"));
        assertEquals("5989.33", finding.evidence().get("beräknat"));
        String line = Invoices.xml().lines().toList().get(finding.place().line().orElseThrow() - 1);
        assertTrue(line.contains("PayableAmount"), line);
    }

    @Test
    void tax_that_is_off_by_less_than_one_krona_is_only_mentioned() throws Exception {
        Assessment assessment = Invoices.assess(Invoices.xml(
                "<cbc:TaxAmount currencyID=\"SEK\">1056.00<", "<cbc:TaxAmount currencyID=\"SEK\">1056.50<",
                "<cbc:TaxAmount currencyID=\"SEK\">1000.00<", "<cbc:TaxAmount currencyID=\"SEK\">1000.50<",
                ">5989.33<", ">5989.83<"));
        assertEquals(List.of("FAK-014"), Invoices.rules(assessment));
        assertEquals(Severity.INFO, assessment.findings().get(0).severity());
    }

    @Test
    void a_foreign_seller_is_not_held_to_swedish_law() throws Exception {
        String xml = Invoices.xml(
                "<cbc:IdentificationCode>SE<",
                "<cbc:IdentificationCode>DK<",
                "SE559999111301",
                "DK12345678",
                "schemeID=\"0007\"",
                "schemeID=\"0184\"",
                "<cbc:ActualDeliveryDate>2026-10-01<",
                "<cbc:ActualDeliveryDate>2026-01-01<",
                "Godkänd för F-skatt",
                "annat");
        Assessment assessment = Invoices.assess(xml);
        assertEquals(List.of(), Invoices.messages(assessment));
        assertFalse(Invoices.isAssessed(assessment, "FAK-003"));
        assertFalse(Invoices.isAssessed(assessment, "SE-R-005"));
        assertTrue(Invoices.isAssessed(assessment, "FAK-014"));
    }

    @Test
    void reverse_charge_needs_its_words_and_the_buyers_number() throws Exception {
        String[] reverse = {
            "<cbc:ID>S</cbc:ID>",
            "<cbc:ID>AE</cbc:ID>",
            "<cbc:Percent>25<",
            "<cbc:Percent>0<",
            "<cbc:Percent>6<",
            "<cbc:Percent>0<",
            "SEK\">1056.00<",
            "SEK\">0.00<",
            "SEK\">1000.00<",
            "SEK\">0.00<",
            "SEK\">56.00<",
            "SEK\">0.00<",
            ">5989.33<",
            ">4933.33<"
        };
        assertEquals(List.of("FAK-004", "FAK-011"), Invoices.rules(Invoices.assess(Invoices.xml(reverse))));
        String said = Invoices.xml(reverse).replace(CURRENCY, REVERSE_CHARGE_NOTE + CURRENCY);
        assertEquals(List.of("FAK-004"), Invoices.rules(Invoices.assess(said)));
    }

    @Test
    void an_invoice_of_at_most_4000_kronor_may_be_simplified() throws Exception {
        String small = Invoices.xml(
                "4000.00",
                "400.00",
                "<cbc:InvoicedQuantity unitCode=\"EA\">10<",
                "<cbc:InvoicedQuantity unitCode=\"EA\">1<",
                "SEK\">1000.00<",
                "SEK\">100.00<",
                "1056.00",
                "156.00",
                "4933.33",
                "1333.33",
                "5989.33",
                "1489.33",
                "<cbc:StreetName>Låtsasvägen 7</cbc:StreetName>",
                "",
                "<cbc:CityName>Provköping</cbc:CityName>",
                "",
                "<cbc:PostalZone>543 21</cbc:PostalZone>",
                "");
        Assessment assessment = Invoices.assess(small);
        assertEquals(List.of("FAK-016"), Invoices.rules(assessment));
        assertTrue(Invoices.messages(assessment).get(0).contains("köparens adress"));
    }

    @Test
    void another_currency_needs_the_tax_in_kronor() throws Exception {
        String dollars = Invoices.xml("\"SEK\"", "\"USD\"", ">SEK<", ">USD<");
        assertEquals(List.of("FAK-013"), Invoices.rules(Invoices.assess(dollars)));
        String both = dollars.replace(
                        "<cac:LegalMonetaryTotal>",
                        "<cac:TaxTotal><cbc:TaxAmount currencyID=\"SEK\">11000.00</cbc:TaxAmount></cac:TaxTotal><cac:LegalMonetaryTotal>")
                .replace(
                        "USD</cbc:DocumentCurrencyCode>",
                        "USD</cbc:DocumentCurrencyCode><cbc:TaxCurrencyCode>SEK</cbc:TaxCurrencyCode>");
        assertEquals(List.of(), Invoices.messages(Invoices.assess(both)));
    }

    @Test
    void a_credit_note_has_to_name_what_it_changes() throws Exception {
        String credit = Invoices.xml("<cbc:InvoiceTypeCode>380<", "<cbc:InvoiceTypeCode>381<");
        assertEquals(List.of("FAK-015"), Invoices.rules(Invoices.assess(credit)));
        String named = credit.replace(
                "<cac:AccountingSupplierParty>",
                "<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>1</cbc:ID></cac:InvoiceDocumentReference>"
                        + "</cac:BillingReference><cac:AccountingSupplierParty>");
        assertEquals(List.of(), Invoices.messages(Invoices.assess(named)));
    }

    @Test
    void numbers_that_are_none_are_taken_for_missing_and_never_unfold() throws Exception {
        for (String evil : List.of("1E999999999", "NaN", "9".repeat(5_000), "١٢٣", "--1", "")) {
            Assessment assessment = Invoices.assess(Invoices.xml(">5989.33<", ">" + evil + "<"));
            assertFalse(Invoices.messages(assessment).toString().contains("99999999999"), evil);
        }
    }

    @Test
    void says_the_same_in_every_locale() throws Exception {
        Locale before = Locale.getDefault();
        String xml = Invoices.xml("Godkänd för F-skatt", "GODKÄND FÖR F-SKATT", "<cbc:Percent>6<", "<cbc:Percent>7.5<");
        List<String> expected = Invoices.messages(Invoices.assess(xml));
        try {
            for (String tag : List.of("tr-TR", "ar-EG", "sv-SE", "th-TH-u-nu-thai")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertEquals(expected, Invoices.messages(Invoices.assess(xml)), tag);
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
