package dev.llmagents.team.svea.invoice;

import dev.llmagents.team.svea.rule.Assessment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Whether the rates of VAT on an invoice are Swedish, and that of food the one of its day. */
final class InvoiceRates {
    private static final List<BigDecimal> SWEDISH =
            List.of(new BigDecimal(25), new BigDecimal(12), new BigDecimal(6), BigDecimal.ZERO);

    private final Invoice invoice;
    private final LocalDate asOf;
    private final Assessment assessment;

    InvoiceRates(Invoice invoice, LocalDate asOf, Assessment assessment) {
        this.invoice = invoice;
        this.asOf = asOf;
        this.assessment = assessment;
    }

    /** @param withRates whether rates have to be looked at here: SE-R-006 says the same where it applies */
    void check(boolean withRates) {
        assessment.ran("FAK-019");
        if (withRates) {
            invoice.taxTotals().stream()
                    .flatMap(total -> total.subtotals().stream())
                    .forEach(part -> rate(part.category()));
            invoice.lines().forEach(line -> line.tax().ifPresent(this::rate));
        }
        assessment.ran("FAK-020");
        FoodRates rates = FoodRates.builtIn();
        invoice.lines().forEach(line -> food(line, rates));
    }

    private void rate(TaxCategory category) {
        Optional<BigDecimal> percent = category.percent();
        boolean foreign = percent.isPresent() && SWEDISH.stream().noneMatch(rate -> rate.compareTo(percent.get()) == 0);
        if (foreign) {
            assessment.find(
                    "FAK-019",
                    assessment.line(category.line()),
                    "sats",
                    percent.get().stripTrailingZeros().toPlainString());
        }
    }

    private void food(InvoiceLine line, FoodRates rates) {
        Optional<BigDecimal> percent =
                line.tax().filter(TaxCategory::isStandard).flatMap(TaxCategory::percent);
        Optional<FoodRates.Kind> kind = rates.kindOf(line.text());
        if (percent.isEmpty() || kind.isEmpty()) {
            return;
        }
        LocalDate day = line.deliveredOn()
                .or(invoice::deliveryDate)
                .or(invoice::periodEnd)
                .or(invoice::taxPointDate)
                .or(invoice::issueDate)
                .flatMap(InvoiceDates::dayOf)
                .orElse(asOf);
        BigDecimal expected = rates.rateOf(kind.get(), day);
        if (expected.compareTo(percent.get()) != 0) {
            assessment.find(
                    "FAK-020",
                    assessment.line(line.line()).about("rad " + line.id()),
                    "vara",
                    line.itemName(),
                    "sats",
                    percent.get().stripTrailingZeros().toPlainString(),
                    "väntad",
                    expected.toPlainString(),
                    "dag",
                    day.toString());
        }
    }
}
