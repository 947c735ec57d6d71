package dev.llmagents.team.svea.invoice;

import dev.llmagents.document.XmlElement;
import dev.llmagents.ident.NumberCheck;
import dev.llmagents.ident.NumberKind;
import dev.llmagents.team.svea.invoice.Invoice.Syntax;
import dev.llmagents.team.svea.rule.Assessment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rules that Peppol BIS Billing 3.0 has for Swedish sellers, SE-R-001 to 013. */
final class SwedishPeppolChecks {
    static final List<String> RULES = List.of(
            "SE-R-001",
            "SE-R-002",
            "SE-R-003",
            "SE-R-004",
            "SE-R-005",
            "SE-R-006",
            "SE-R-007",
            "SE-R-008",
            "SE-R-009",
            "SE-R-010",
            "SE-R-011",
            "SE-R-012",
            "SE-R-013");
    private static final List<BigDecimal> STANDARD_RATES =
            List.of(new BigDecimal(25), new BigDecimal(12), new BigDecimal(6));

    private final Invoice invoice;
    private final Party seller;
    private final Assessment assessment;

    private SwedishPeppolChecks(Invoice invoice, Party seller, Assessment assessment) {
        this.invoice = invoice;
        this.seller = seller;
        this.assessment = assessment;
    }

    /** Whether the rates of VAT were looked at. */
    static boolean check(Invoice invoice, Assessment assessment) {
        Optional<Party> seller = invoice.seller().filter(party -> party.isIn("SE"));
        if (seller.isEmpty() || invoice.syntax() != Syntax.UBL) {
            String reason = invoice.syntax() == Syntax.UBL
                    ? "Säljarens adress saknar landskod SE."
                    : "Regeln gäller Peppol BIS Billing 3, och fakturan är en Svefaktura.";
            RULES.forEach(rule -> assessment.notAssessed(rule, reason));
            return false;
        }
        RULES.forEach(assessment::ran);
        SwedishPeppolChecks checks = new SwedishPeppolChecks(invoice, seller.get(), assessment);
        checks.vatId();
        checks.legalId();
        checks.payments();
        return checks.rates();
    }

    private Optional<Field> swedishVatId() {
        return seller.vatId().filter(id -> id.value().startsWith("SE"));
    }

    private void vatId() {
        swedishVatId().ifPresent(id -> {
            if (id.value().length() != 14) {
                find("SE-R-001", id);
            }
            String rest = id.value().substring(2, Math.min(14, id.value().length()));
            if (!isNumeric(rest)) {
                find("SE-R-002", id);
            }
        });
    }

    private void legalId() {
        Optional<Field> legalId = seller.legalId();
        if (legalId.isEmpty()) {
            return;
        }
        Field id = legalId.get();
        if (!isNumeric(id.value())) {
            find("SE-R-003", id);
        }
        if (id.value().length() != 10) {
            find("SE-R-004", id);
        } else if (isNumeric(id.value())
                && !NumberCheck.check(NumberKind.OCR, id.value()).isValid()) {
            // The rule is about the check digit alone, whatever kind of number it is.
            find("SE-R-013", id);
        }
        seller.registrations().stream()
                .filter(registration -> !registration
                        .taxScheme()
                        .strip()
                        .toUpperCase(Locale.ROOT)
                        .equals("VAT"))
                .map(Party.TaxRegistration::companyId)
                .filter(statement -> !statement.value().toUpperCase(Locale.ROOT).equals("GODKÄND FÖR F-SKATT"))
                .forEach(statement -> find("SE-R-005", statement));
    }

    private boolean rates() {
        if (swedishVatId().isEmpty()) {
            assessment.notAssessed("SE-R-006", "Säljaren har inget svenskt momsregistreringsnummer.");
            return false;
        }
        invoice.root()
                .tree()
                .filter(element ->
                        element.name().equals("TaxCategory") || element.name().equals("ClassifiedTaxCategory"))
                .filter(category ->
                        category.child("ID").map(XmlElement::text).orElse("").equals("S"))
                .forEach(category -> {
                    String written =
                            category.child("Percent").map(XmlElement::text).orElse("");
                    Optional<BigDecimal> percent = UblReader.decimal(written);
                    boolean isSwedish = percent.isPresent()
                            && STANDARD_RATES.stream().anyMatch(rate -> rate.compareTo(percent.get()) == 0);
                    if (!isSwedish) {
                        assessment.find("SE-R-006", assessment.line(category.line()), "värde", written);
                    }
                });
        return true;
    }

    private void payments() {
        for (PaymentMeans means : invoice.payments()) {
            String branch = means.branch().map(Field::value).orElse("");
            if (means.code().equals("30") && branch.equals("SE:PLUSGIRO")) {
                means.account().ifPresent(account -> giro(account, "SE-R-007", "SE-R-010", 2, 8));
            } else if (means.code().equals("30") && branch.equals("SE:BANKGIRO")) {
                means.account().ifPresent(account -> giro(account, "SE-R-008", "SE-R-009", 7, 8));
            } else if (means.code().equals("50") || means.code().equals("56")) {
                assessment.find("SE-R-011", assessment.line(means.line()), "värde", means.code());
            } else if (means.code().equals("31") && invoice.buyerIsIn("SE")) {
                assessment.find("SE-R-012", assessment.line(means.line()), "värde", means.code());
            }
        }
    }

    private void giro(Field account, String numericRule, String lengthRule, int fewest, int most) {
        if (!isNumeric(account.value())) {
            find(numericRule, account);
        }
        int length = account.value().length();
        if (length < fewest || length > most) {
            find(lengthRule, account);
        }
    }

    private void find(String rule, Field field) {
        assessment.find(rule, assessment.line(field.line()), "värde", field.value());
    }

    private static boolean isNumeric(String value) {
        return !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
