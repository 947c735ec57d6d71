package dev.llmagents.team.svea.invoice;

import dev.llmagents.document.XmlElement;
import dev.llmagents.ident.NumberCheck;
import dev.llmagents.ident.NumberKind;
import dev.llmagents.team.svea.invoice.Invoice.Syntax;
import dev.llmagents.team.svea.rule.Assessment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Rules of Peppol BIS Billing 3.0 that hold in every country and that can be stated without its code lists: a first look,
 * no replacement for the Schematron. Only for documents that say they follow Peppol.
 */
public final class PeppolBasics {
    private static final List<String> RULES = List.of(
            "PEP-R-001",
            "PEP-R-005",
            "PEP-R-010",
            "PEP-R-020",
            "PEP-R-040",
            "PEP-R-041",
            "PEP-R-042",
            "PEP-R-043",
            "PEP-R-053",
            "PEP-R-080",
            "PEP-R-100",
            "PEP-R-110",
            "PEP-R-111",
            "PEP-R-130",
            "PEP-F-001",
            "PEP-L-006",
            "PEP-P-104",
            "PEP-P-112",
            "PEP-C-049");
    private static final Set<String> DATES =
            Set.of("IssueDate", "DueDate", "TaxPointDate", "StartDate", "EndDate", "ActualDeliveryDate");
    private static final BigDecimal SLACK = new BigDecimal("0.02");
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    /** Reason codes of the VATEX list that belong to one category. */
    private static final Map<String, String> CATEGORY_OF_REASON = Map.of(
            "VATEX-EU-G", "G",
            "VATEX-EU-O", "O",
            "VATEX-EU-IC", "K",
            "VATEX-EU-AE", "AE",
            "VATEX-EU-D", "E",
            "VATEX-EU-F", "E",
            "VATEX-EU-I", "E",
            "VATEX-EU-J", "E");

    private final XmlElement root;
    private final Assessment assessment;

    private PeppolBasics(XmlElement root, Assessment assessment) {
        this.root = root;
        this.assessment = assessment;
    }

    /** Whether an invoice says that it follows Peppol BIS Billing 3.0. */
    public static boolean appliesTo(Invoice invoice) {
        return invoice.syntax() == Syntax.UBL
                && invoice.root()
                        .child("CustomizationID")
                        .map(id -> id.text().contains("urn:fdc:peppol.eu:2017:poacc:billing"))
                        .orElse(false);
    }

    static void check(Invoice invoice, Assessment assessment) {
        if (appliesTo(invoice)) {
            checkDocument(invoice.root(), assessment);
        } else {
            RULES.forEach(
                    rule -> assessment.notAssessed(rule, "Dokumentet anger inte att det följer Peppol BIS Billing 3."));
        }
    }

    /** Applies the rules to a document whatever it says it follows. */
    public static void checkDocument(XmlElement root, Assessment assessment) {
        RULES.forEach(assessment::ran);
        PeppolBasics checks = new PeppolBasics(root, assessment);
        checks.head();
        checks.allowanceCharges();
        checks.periods();
        checks.rows();
        checks.everywhere();
        checks.germanCodes();
    }

    private void head() {
        demand("ProfileID", "PEP-R-001");
        Optional<String> currency = text("DocumentCurrencyCode");
        root.child("TaxCurrencyCode").ifPresent(tax -> {
            if (currency.isPresent() && currency.get().equals(tax.text())) {
                find("PEP-R-005", tax, tax.text());
            }
        });
        party("AccountingCustomerParty", "PEP-R-010");
        party("AccountingSupplierParty", "PEP-R-020");
        long breakdowns = root.children("TaxTotal")
                .filter(total -> total.child("TaxSubtotal").isPresent())
                .count();
        if (breakdowns != 1) {
            find("PEP-R-053", root, Long.toString(breakdowns));
        }
        if (root.name().equals("CreditNote")) {
            atMostOne(root.children("AdditionalDocumentReference").filter(isOfType("50")), root, "PEP-R-080");
        }
    }

    private void demand(String name, String rule) {
        if (root.child(name).isEmpty()) {
            find(rule, root, "");
        }
    }

    private void party(String role, String rule) {
        if (root.path(role, "Party", "EndpointID").isEmpty()) {
            find(rule, root.child(role).orElse(root), "");
        }
    }

    private static Predicate<XmlElement> isOfType(String code) {
        return reference -> reference
                .child("DocumentTypeCode")
                .map(XmlElement::text)
                .orElse("")
                .equals(code);
    }

    private void atMostOne(Stream<XmlElement> elements, XmlElement at, String rule) {
        long count = elements.count();
        if (count > 1) {
            find(rule, at, Long.toString(count));
        }
    }

    private Stream<XmlElement> lines() {
        return Stream.concat(root.children("InvoiceLine"), root.children("CreditNoteLine"));
    }

    private void allowanceCharges() {
        Stream.concat(root.children("AllowanceCharge"), lines().flatMap(line -> line.children("AllowanceCharge")))
                .forEach(this::allowanceCharge);
    }

    private void allowanceCharge(XmlElement part) {
        Optional<BigDecimal> factor = decimal(part, "MultiplierFactorNumeric");
        Optional<BigDecimal> base = decimal(part, "BaseAmount");
        Optional<BigDecimal> amount = decimal(part, "Amount");
        if (factor.isPresent() && base.isPresent()) {
            BigDecimal expected = base.get().multiply(factor.get()).divide(HUNDRED, 10, RoundingMode.HALF_UP);
            BigDecimal stated = amount.orElse(BigDecimal.ZERO);
            if (amount.isPresent() && stated.subtract(expected).abs().compareTo(SLACK) > 0) {
                find("PEP-R-040", part, stated.toPlainString());
            }
        } else if (factor.isPresent()) {
            find("PEP-R-041", part, factor.get().toPlainString());
        } else if (base.isPresent()) {
            find("PEP-R-042", part, base.get().toPlainString());
        }
        part.child("ChargeIndicator")
                .filter(indicator ->
                        !indicator.text().equals("true") && !indicator.text().equals("false"))
                .ifPresent(indicator -> find("PEP-R-043", indicator, indicator.text()));
    }

    private void periods() {
        Optional<LocalDate> start = root.path("InvoicePeriod", "StartDate").flatMap(PeppolBasics::day);
        Optional<LocalDate> end = root.path("InvoicePeriod", "EndDate").flatMap(PeppolBasics::day);
        lines().flatMap(line -> line.children("InvoicePeriod")).forEach(period -> {
            period.child("StartDate").ifPresent(date -> {
                if (start.isPresent() && day(date).map(start.get()::isAfter).orElse(false)) {
                    find("PEP-R-110", date, date.text());
                }
            });
            period.child("EndDate").ifPresent(date -> {
                if (end.isPresent() && day(date).map(end.get()::isBefore).orElse(false)) {
                    find("PEP-R-111", date, date.text());
                }
            });
        });
    }

    private void rows() {
        lines().forEach(line -> {
            atMostOne(line.children("DocumentReference"), line, "PEP-R-100");
            Optional<XmlElement> base = line.path("Price", "BaseQuantity")
                    .filter(quantity -> !quantity.attribute("unitCode").isEmpty());
            Optional<XmlElement> quantity = line.child("InvoicedQuantity").or(() -> line.child("CreditedQuantity"));
            if (base.isPresent()
                    && quantity.isPresent()
                    && !quantity.get().attribute("unitCode").equals(base.get().attribute("unitCode"))) {
                find("PEP-R-130", base.get(), base.get().attribute("unitCode"));
            }
        });
    }

    /** The one number that SE-R-003, 004 and 013 judge already. */
    private Optional<XmlElement> swedishSellersNumber() {
        Optional<XmlElement> seller = root.path("AccountingSupplierParty", "Party");
        return seller.flatMap(party -> party.path("PostalAddress", "Country", "IdentificationCode"))
                .filter(country -> country.text().equals("SE"))
                .flatMap(country -> seller.flatMap(party -> party.path("PartyLegalEntity", "CompanyID")));
    }

    @SuppressWarnings("ReferenceEquality") // The very element: another may hold the same.
    private void everywhere() {
        Optional<XmlElement> judgedAlready = swedishSellersNumber();
        root.tree().forEach(element -> {
            if (DATES.contains(element.name()) && day(element).isEmpty()) {
                find("PEP-F-001", element, element.text());
            }
            if (element.name().equals("InvoicePeriod")) {
                element.child("DescriptionCode")
                        .filter(code -> !Set.of("3", "35", "432").contains(code.text()))
                        .ifPresent(code -> find("PEP-L-006", code, code.text()));
            }
            if (element.name().equals("TaxExemptionReasonCode")) {
                return;
            }
            element.child("TaxExemptionReasonCode").ifPresent(code -> {
                Optional<String> category = Optional.ofNullable(CATEGORY_OF_REASON.get(code.text()));
                String stated = element.child("ID").map(XmlElement::text).orElse("");
                if (category.isPresent() && !category.get().equals(stated)) {
                    find("PEP-P-104", code, code.text() + " / " + stated);
                }
            });
            boolean isIdentifier = element.name().equals("EndpointID")
                    || element.name().equals("CompanyID")
                    || element.name().equals("ID");
            isIdentifier &= judgedAlready.filter(number -> number == element).isEmpty();
            if (isIdentifier && element.attribute("schemeID").equals("0007") && !isOrganisation(element.text())) {
                find("PEP-C-049", element, element.text());
            }
        });
    }

    private static boolean isOrganisation(String value) {
        return value.length() == 10 && NumberCheck.check(NumberKind.OCR, value).isValid();
    }

    private void germanCodes() {
        Set<String> codes = Set.of("326", "384");
        boolean bothGerman = Stream.of("AccountingSupplierParty", "AccountingCustomerParty")
                .allMatch(role -> root.path(role, "Party", "PostalAddress", "Country", "IdentificationCode")
                        .map(code -> code.text().equals("DE"))
                        .orElse(false));
        root.child("InvoiceTypeCode")
                .filter(code -> codes.contains(code.text()) && !bothGerman)
                .ifPresent(code -> find("PEP-P-112", code, code.text()));
    }

    private void find(String rule, XmlElement at, String value) {
        assessment.find(rule, assessment.line(at.line()), "värde", value);
    }

    private Optional<String> text(String name) {
        return root.child(name).map(XmlElement::text);
    }

    private static Optional<BigDecimal> decimal(XmlElement of, String name) {
        return of.child(name).flatMap(element -> UblReader.decimal(element.text()));
    }

    private static Optional<LocalDate> day(XmlElement element) {
        try {
            return Optional.of(LocalDate.parse(element.text()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
