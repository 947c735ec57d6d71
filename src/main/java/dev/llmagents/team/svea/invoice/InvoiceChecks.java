package dev.llmagents.team.svea.invoice;

import dev.llmagents.team.svea.rule.Assessment;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Applies everything known about invoices to one: what the law wants on it, the arithmetic of EN 16931, the Swedish and the
 * general rules of Peppol. Pure; what it finds goes to the {@link Assessment}.
 *
 * <p>Swedish law is applied to what a Swedish seller issues. A seller elsewhere follows the rules of its own country.
 */
public final class InvoiceChecks {
    /** What only a Swedish seller has to heed. */
    static final List<String> SWEDISH = Stream.concat(
                    Stream.of(
                            "FAK-001", "FAK-002", "FAK-003", "FAK-004", "FAK-005", "FAK-006", "FAK-007", "FAK-008",
                            "FAK-009", "FAK-010", "FAK-011", "FAK-012", "FAK-013", "FAK-015", "FAK-016", "FAK-019",
                            "FAK-020"),
                    SwedishPeppolChecks.RULES.stream())
            .toList();

    private InvoiceChecks() {}

    /** @param asOf the day on which the invoice is looked at */
    public static void run(Invoice invoice, LocalDate asOf, Assessment assessment) {
        new InvoiceSums(invoice, assessment).check();
        new InvoiceDates(invoice, asOf, assessment).check();
        PeppolBasics.check(invoice, assessment);
        if (!invoice.sellerIsSwedish()) {
            String reason = "Säljaren är inte etablerad i Sverige, så svenska fakturakrav prövas inte.";
            SWEDISH.forEach(rule -> assessment.notAssessed(rule, reason));
            return;
        }
        new InvoiceContent(invoice, assessment).check();
        boolean ratesChecked = SwedishPeppolChecks.check(invoice, assessment);
        new InvoiceRates(invoice, asOf, assessment).check(!ratesChecked);
    }
}
