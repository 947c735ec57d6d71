package dev.llmagents.team.svea.invoice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.llmagents.document.XmlTree;
import dev.llmagents.team.svea.rule.Assessment;
import dev.llmagents.team.svea.rule.RuleCatalogue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeppolBasicsTest {
    /** What a fragment lacks by being one. */
    private static final List<String> FRAME = List.of("PEP-R-001", "PEP-R-010", "PEP-R-020", "PEP-R-053");

    private static List<String> found(String content) throws Exception {
        Assessment assessment = new Assessment(RuleCatalogue.builtIn(), "a.xml");
        PeppolBasics.checkDocument(XmlTree.read("a.xml", "<Invoice>" + content + "</Invoice>"), assessment);
        return assessment.findings().stream()
                .map(finding -> finding.rule().id())
                .filter(rule -> !FRAME.contains(rule))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "PEP-R-005 | <DocumentCurrencyCode>SEK</DocumentCurrencyCode><TaxCurrencyCode>SEK</TaxCurrencyCode>",
                "         | <DocumentCurrencyCode>EUR</DocumentCurrencyCode><TaxCurrencyCode>SEK</TaxCurrencyCode>",
                "PEP-R-040 | <AllowanceCharge><MultiplierFactorNumeric>10</MultiplierFactorNumeric><BaseAmount>50</BaseAmount><Amount>5.03</Amount></AllowanceCharge>",
                "         | <AllowanceCharge><MultiplierFactorNumeric>10</MultiplierFactorNumeric><BaseAmount>50</BaseAmount><Amount>5.02</Amount></AllowanceCharge>",
                "PEP-R-041 | <AllowanceCharge><MultiplierFactorNumeric>10</MultiplierFactorNumeric></AllowanceCharge>",
                "PEP-R-042 | <InvoiceLine><AllowanceCharge><BaseAmount>50</BaseAmount></AllowanceCharge></InvoiceLine>",
                "         | <InvoiceLine><Price><AllowanceCharge><BaseAmount>50</BaseAmount></AllowanceCharge></Price></InvoiceLine>",
                "PEP-R-043 | <AllowanceCharge><ChargeIndicator>1</ChargeIndicator></AllowanceCharge>",
                "PEP-R-100 | <InvoiceLine><DocumentReference/><DocumentReference/></InvoiceLine>",
                "PEP-R-110 | <InvoicePeriod><StartDate>2026-02-01</StartDate></InvoicePeriod><InvoiceLine><InvoicePeriod><StartDate>2026-01-31</StartDate></InvoicePeriod></InvoiceLine>",
                "PEP-R-111 | <InvoicePeriod><EndDate>2026-02-01</EndDate></InvoicePeriod><InvoiceLine><InvoicePeriod><EndDate>2026-02-02</EndDate></InvoicePeriod></InvoiceLine>",
                "PEP-R-130 | <InvoiceLine><InvoicedQuantity unitCode='EA'>1</InvoicedQuantity><Price><BaseQuantity unitCode='KGM'>1</BaseQuantity></Price></InvoiceLine>",
                "PEP-F-001 | <DueDate>2026-02-30</DueDate>",
                "PEP-L-006 | <InvoicePeriod><DescriptionCode>4</DescriptionCode></InvoicePeriod>",
                "PEP-P-104 | <TaxCategory><ID>S</ID><TaxExemptionReasonCode>VATEX-EU-IC</TaxExemptionReasonCode></TaxCategory>",
                "         | <TaxCategory><ID>E</ID><TaxExemptionReasonCode>VATEX-EU-J</TaxExemptionReasonCode></TaxCategory>",
                "PEP-P-112 | <InvoiceTypeCode>384</InvoiceTypeCode>",
                "PEP-C-049 | <Party><EndpointID schemeID='0007'>556334-3689</EndpointID></Party>",
                "         | <Party><EndpointID schemeID='0007'>5563343689</EndpointID></Party>"
            })
    void finds_what_a_fragment_breaks_and_nothing_else(String rule, String content) throws Exception {
        assertEquals(rule == null ? List.of() : List.of(rule), found(content));
    }

    @Test
    void a_document_that_follows_something_else_is_not_held_to_peppol() throws Exception {
        String xml = Invoices.xml(
                "poacc:billing:3.0",
                "something:else",
                "<cbc:ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</cbc:ProfileID>",
                "");
        assertEquals(List.of(), Invoices.messages(Invoices.assess(xml)));
    }
}
