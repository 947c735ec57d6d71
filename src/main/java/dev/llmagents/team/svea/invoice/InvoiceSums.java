package dev.llmagents.team.svea.invoice;

import dev.llmagents.team.svea.rule.Assessment;
import dev.llmagents.team.svea.rule.Severity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether the sums of an invoice are right: EN 16931-1 BR-CO-10 to 17, BR-S-08 and 09, and for rows PEPPOL-EN16931-R120.
 *
 * <p>Sums must be exact to the last hundredth. VAT is rounded row by row in some programs and once in others: as in the
 * validation artefacts of CEN, less than one unit of currency is no error; it is mentioned, though.
 */
final class InvoiceSums {
    private static final String RULE = "FAK-014";
    private static final BigDecimal ROW_SLACK = new BigDecimal("0.02");
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final Invoice invoice;
    private final Assessment assessment;

    InvoiceSums(Invoice invoice, Assessment assessment) {
        this.invoice = invoice;
        this.assessment = assessment;
    }

    void check() {
        assessment.ran(RULE);
        invoice.lines().forEach(this::row);
        invoice.totals().ifPresent(this::totals);
        invoice.taxTotals().stream()
                .filter(total -> !total.subtotals().isEmpty())
                .forEach(this::breakdown);
    }

    private void row(InvoiceLine line) {
        if (line.net().isEmpty() || line.quantity().isEmpty() || line.price().isEmpty()) {
            return;
        }
        BigDecimal expected = line.quantity()
                .get()
                .multiply(line.price().get().value())
                .divide(line.baseQuantity(), 10, RoundingMode.HALF_UP)
                .subtract(sum(line.allowanceCharges(), false))
                .add(sum(line.allowanceCharges(), true));
        compare("R120", "radbeloppet på rad " + line.id(), line.net().get(), expected, ROW_SLACK, ROW_SLACK);
    }

    private void totals(Totals totals) {
        List<AllowanceCharge> parts = invoice.allowanceCharges();
        BigDecimal rows = invoice.lines().stream()
                .flatMap(line -> line.net().stream())
                .map(Amount::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean everyRow = !invoice.lines().isEmpty()
                && invoice.lines().stream().allMatch(line -> line.net().isPresent());
        if (everyRow) {
            exact("BR-CO-10", "summan av raderna", totals.lines(), rows);
        }
        if (totals.allowances().isPresent() || !parts.isEmpty()) {
            exact("BR-CO-11", "summan av avdragen", totals.allowances(), sum(parts, false));
            exact("BR-CO-12", "summan av tilläggen", totals.charges(), sum(parts, true));
        }
        totals.lines()
                .ifPresent(lines -> exact(
                        "BR-CO-13",
                        "beloppet utan moms",
                        totals.withoutTax(),
                        lines.value().subtract(valueOf(totals.allowances())).add(valueOf(totals.charges()))));
        Optional<Amount> tax = invoice.taxTotals().stream()
                .flatMap(total -> total.amount().stream())
                .filter(amount -> amount.currency().equals(invoice.currency()))
                .findFirst();
        if (totals.withoutTax().isPresent() && tax.isPresent()) {
            exact(
                    "BR-CO-15",
                    "beloppet med moms",
                    totals.withTax(),
                    totals.withoutTax().get().value().add(tax.get().value()));
        }
        // In Svefaktura the amount with VAT is the amount to pay.
        if (invoice.syntax() == Invoice.Syntax.UBL) {
            totals.withTax()
                    .ifPresent(withTax -> exact(
                            "BR-CO-16",
                            "beloppet att betala",
                            totals.payable(),
                            withTax.value().subtract(valueOf(totals.prepaid())).add(valueOf(totals.rounding()))));
        }
    }

    private void breakdown(TaxTotal total) {
        BigDecimal tax = total.subtotals().stream()
                .flatMap(part -> part.tax().stream())
                .map(Amount::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.subtotals().stream().allMatch(part -> part.tax().isPresent())) {
            exact("BR-CO-14", "summan av momsen", total.amount(), tax);
        }
        Map<String, BigDecimal> bases = bases();
        for (TaxTotal.Subtotal part : total.subtotals()) {
            TaxCategory category = part.category();
            if (part.taxable().isPresent()
                    && part.tax().isPresent()
                    && category.percent().isPresent()) {
                BigDecimal expected = part.taxable()
                        .get()
                        .value()
                        .multiply(category.percent().get())
                        .divide(HUNDRED, 2, RoundingMode.HALF_UP);
                String rule = category.isStandard() ? "BR-CO-17, BR-S-09" : "BR-CO-17";
                compare(rule, "momsen " + rate(category), part.tax().get(), expected, CENT, BigDecimal.ONE);
            }
            boolean inOwnCurrency = part.taxable()
                    .map(amount -> amount.currency().equals(invoice.currency()))
                    .orElse(false);
            Optional<BigDecimal> base = Optional.ofNullable(bases.get(key(category)));
            if (category.isStandard() && inOwnCurrency && base.isPresent()) {
                compare(
                        "BR-S-08",
                        "beskattningsunderlaget " + rate(category),
                        part.taxable().get(),
                        base.get(),
                        CENT,
                        BigDecimal.ONE);
            }
        }
    }

    /** What rows, allowances and charges give for every category and rate; empty if some of them state none. */
    private Map<String, BigDecimal> bases() {
        Map<String, BigDecimal> bases = new HashMap<>();
        for (InvoiceLine line : invoice.lines()) {
            if (line.tax().isEmpty() || line.net().isEmpty()) {
                return Map.of();
            }
            bases.merge(key(line.tax().get()), line.net().get().value(), BigDecimal::add);
        }
        for (AllowanceCharge part : invoice.allowanceCharges()) {
            if (part.tax().isEmpty() || part.amount().isEmpty()) {
                return Map.of();
            }
            BigDecimal value = part.amount().get().value();
            bases.merge(key(part.tax().get()), part.isCharge() ? value : value.negate(), BigDecimal::add);
        }
        return bases;
    }

    private static String key(TaxCategory category) {
        return category.code()
                + category.percent()
                        .map(percent -> percent.stripTrailingZeros().toPlainString())
                        .orElse("");
    }

    private static String rate(TaxCategory category) {
        return category.percent()
                        .map(percent -> percent.stripTrailingZeros().toPlainString() + " %")
                        .orElse("")
                + (category.isStandard() ? "" : " (" + category.code() + ")");
    }

    private void exact(String standard, String what, Optional<Amount> stated, BigDecimal expected) {
        stated.ifPresent(amount -> compare(standard, what, amount, expected, BigDecimal.ZERO, BigDecimal.ZERO));
    }

    /** Silent up to {@code silent}, a pointer below {@code slack}, an error from there on. */
    private void compare(
            String standard, String what, Amount stated, BigDecimal expected, BigDecimal silent, BigDecimal slack) {
        BigDecimal right = expected.setScale(2, RoundingMode.HALF_UP);
        BigDecimal difference = stated.value().subtract(right);
        if (difference.abs().compareTo(silent) <= 0) {
            return;
        }
        boolean isError = slack.compareTo(silent) <= 0 || difference.abs().compareTo(slack) >= 0;
        assessment.find(
                RULE,
                isError ? Severity.FEL : Severity.INFO,
                assessment.line(stated.line()),
                "vad",
                what,
                "angivet",
                stated.value().toPlainString(),
                "beräknat",
                right.toPlainString(),
                "skillnad",
                difference.toPlainString(),
                "regel",
                standard);
    }

    private static BigDecimal sum(List<AllowanceCharge> parts, boolean charges) {
        Function<AllowanceCharge, BigDecimal> value = part -> valueOf(part.amount());
        return parts.stream()
                .filter(part -> part.isCharge() == charges)
                .map(value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal valueOf(Optional<Amount> amount) {
        return amount.map(Amount::value).orElse(BigDecimal.ZERO);
    }
}
