package dev.llmagents.team.svea.invoice;

import dev.llmagents.document.XmlElement;
import dev.llmagents.team.svea.invoice.Invoice.Syntax;
import dev.llmagents.team.svea.invoice.Party.TaxRegistration;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads UBL 2.1 invoices and credit notes (OASIS; element names of EN 16931's UBL binding) and, by the same names where it
 * has them, Svefaktura 1.0. One per document; not thread-safe.
 */
public final class UblReader {
    private static final String CREDIT_NOTE_CODES = " 381 396 81 83 532 ";
    private static final int LONGEST_NUMBER = 40;

    private final XmlElement root;
    private final boolean isCreditNoteDocument;

    private UblReader(XmlElement root) {
        this.root = root;
        this.isCreditNoteDocument = root.name().equals("CreditNote");
    }

    /** The invoice in {@code root}, an {@code Invoice} or {@code CreditNote} element. */
    public static Invoice read(XmlElement root, Syntax syntax) {
        return new UblReader(root).invoice(syntax);
    }

    private Invoice invoice(Syntax syntax) {
        String typeCode = text(root, "InvoiceTypeCode")
                .or(() -> text(root, "CreditNoteTypeCode"))
                .orElse("");
        Stream<Field> terms = root.children("PaymentTerms").flatMap(term -> fields(term, "Note"));
        List<Field> preceding = root.children("BillingReference")
                .flatMap(reference -> reference.children("InvoiceDocumentReference"))
                .flatMap(reference -> fields(reference, "ID"))
                .toList();
        if (preceding.isEmpty()) {
            preceding = root.children("InitialInvoiceDocumentReference")
                    .flatMap(reference -> fields(reference, "ID"))
                    .toList();
        }
        return new Invoice(
                syntax,
                isCreditNoteDocument || CREDIT_NOTE_CODES.contains(" " + typeCode + " "),
                field(root, "ID"),
                field(root, "IssueDate"),
                field(root, "DueDate")
                        .or(() -> root.child("PaymentMeans").flatMap(means -> field(means, "PaymentDueDate")))
                        .or(() -> root.child("PaymentMeans").flatMap(means -> field(means, "DuePaymentDate"))),
                field(root, "TaxPointDate"),
                root.child("Delivery")
                        .flatMap(delivery -> field(delivery, "ActualDeliveryDate")
                                .or(() -> field(delivery, "ActualDeliveryDateTime"))),
                root.child("InvoicePeriod")
                        .flatMap(period -> field(period, "EndDate").or(() -> field(period, "StartDate"))),
                typeCode,
                text(root, "DocumentCurrencyCode")
                        .or(() -> text(root, "InvoiceCurrencyCode"))
                        .orElse(""),
                text(root, "TaxCurrencyCode"),
                Stream.concat(fields(root, "Note"), terms).toList(),
                preceding,
                party("AccountingSupplierParty").or(() -> party("SellerParty")),
                party("AccountingCustomerParty").or(() -> party("BuyerParty")),
                root.children("PaymentMeans").map(UblReader::payment).toList(),
                allowanceCharges(root),
                root.children("TaxTotal").map(UblReader::taxTotal).toList(),
                root.child("LegalMonetaryTotal")
                        .or(() -> root.child("LegalTotal"))
                        .map(UblReader::totals),
                Stream.concat(root.children("InvoiceLine"), root.children("CreditNoteLine"))
                        .map(this::line)
                        .toList(),
                root);
    }

    private Optional<Party> party(String role) {
        return root.path(role, "Party").map(party -> {
            Optional<XmlElement> address = party.child("PostalAddress").or(() -> party.child("Address"));
            List<Field> lines = new ArrayList<>();
            address.ifPresent(at -> at.tree()
                    .filter(part -> part.children().isEmpty() && !part.text().isEmpty())
                    .filter(part -> !part.name().equals("IdentificationCode"))
                    .forEach(part -> lines.add(fieldOf(part))));
            List<TaxRegistration> registrations = party.children("PartyTaxScheme")
                    .filter(scheme -> scheme.child("CompanyID").isPresent())
                    .map(scheme -> new TaxRegistration(
                            scheme.path("TaxScheme", "ID").map(XmlElement::text).orElse(""),
                            fieldOf(scheme.child("CompanyID").orElseThrow())))
                    .toList();
            return new Party(
                    party.path("PartyName", "Name").filter(UblReader::isFilled).map(UblReader::fieldOf),
                    party.path("PartyLegalEntity", "RegistrationName")
                            .filter(UblReader::isFilled)
                            .map(UblReader::fieldOf),
                    lines,
                    address.flatMap(at -> at.path("Country", "IdentificationCode"))
                            .filter(UblReader::isFilled)
                            .map(UblReader::fieldOf),
                    registrations,
                    party.path("PartyLegalEntity", "CompanyID").map(UblReader::fieldOf),
                    party.child("EndpointID").filter(UblReader::isFilled).map(UblReader::fieldOf),
                    party.line());
        });
    }

    private static PaymentMeans payment(XmlElement means) {
        return new PaymentMeans(
                text(means, "PaymentMeansCode").orElse(""),
                field(means, "PaymentID"),
                means.path("PayeeFinancialAccount", "ID").map(UblReader::fieldOf),
                means.path("PayeeFinancialAccount", "FinancialInstitutionBranch", "ID")
                        .map(UblReader::fieldOf),
                means.line());
    }

    private static TaxTotal taxTotal(XmlElement total) {
        return new TaxTotal(
                amount(total, "TaxAmount").or(() -> amount(total, "TotalTaxAmount")),
                Stream.concat(total.children("TaxSubtotal"), total.children("TaxSubTotal"))
                        .map(part -> new TaxTotal.Subtotal(
                                amount(part, "TaxableAmount"),
                                amount(part, "TaxAmount"),
                                part.child("TaxCategory")
                                        .map(UblReader::category)
                                        .orElseGet(() -> new TaxCategory(
                                                "", Optional.empty(), Optional.empty(), Optional.empty(), part.line())),
                                part.line()))
                        .toList(),
                total.line());
    }

    private static Totals totals(XmlElement totals) {
        return new Totals(
                amount(totals, "LineExtensionAmount").or(() -> amount(totals, "LineExtensionTotalAmount")),
                amount(totals, "AllowanceTotalAmount"),
                amount(totals, "ChargeTotalAmount"),
                amount(totals, "TaxExclusiveAmount").or(() -> amount(totals, "TaxExclusiveTotalAmount")),
                amount(totals, "TaxInclusiveAmount").or(() -> amount(totals, "TaxInclusiveTotalAmount")),
                amount(totals, "PrepaidAmount"),
                amount(totals, "PayableRoundingAmount").or(() -> amount(totals, "RoundOffAmount")),
                amount(totals, "PayableAmount").or(() -> amount(totals, "TaxInclusiveTotalAmount")),
                totals.line());
    }

    private InvoiceLine line(XmlElement line) {
        Optional<XmlElement> item = line.child("Item");
        Optional<XmlElement> price = line.child("Price").or(() -> item.flatMap(of -> of.child("BasePrice")));
        String name = item.flatMap(of -> text(of, "Name").or(() -> text(of, "Description")))
                .orElse("");
        String all = String.join(
                " ",
                name,
                item.flatMap(of -> text(of, "Description")).orElse(""),
                text(line, "Note").orElse(""));
        return new InvoiceLine(
                text(line, "ID").orElse(""),
                number(line, isCreditNoteDocument ? "CreditedQuantity" : "InvoicedQuantity"),
                amount(line, "LineExtensionAmount"),
                price.flatMap(of -> amount(of, "PriceAmount")),
                price.flatMap(of -> number(of, "BaseQuantity"))
                        .filter(quantity -> quantity.signum() != 0)
                        .orElse(BigDecimal.ONE),
                name,
                all.strip(),
                item.flatMap(of -> of.child("ClassifiedTaxCategory").or(() -> of.child("TaxCategory")))
                        .map(UblReader::category),
                allowanceCharges(line),
                line.child("InvoicePeriod")
                        .flatMap(period -> field(period, "EndDate").or(() -> field(period, "StartDate"))),
                line.line());
    }

    private static List<AllowanceCharge> allowanceCharges(XmlElement of) {
        return of.children("AllowanceCharge")
                .map(part -> new AllowanceCharge(
                        text(part, "ChargeIndicator").orElse("").equals("true"),
                        amount(part, "Amount"),
                        part.child("TaxCategory").map(UblReader::category),
                        part.line()))
                .toList();
    }

    private static TaxCategory category(XmlElement category) {
        return new TaxCategory(
                text(category, "ID").orElse(""),
                number(category, "Percent"),
                field(category, "TaxExemptionReason").or(() -> field(category, "ExemptionReason")),
                field(category, "TaxExemptionReasonCode"),
                category.line());
    }

    private static Optional<Amount> amount(XmlElement of, String name) {
        return of.child(name)
                .flatMap(element -> decimal(element.text())
                        .map(value -> new Amount(value, element.attribute("currencyID"), element.line())));
    }

    private static Optional<BigDecimal> number(XmlElement of, String name) {
        return of.child(name).flatMap(element -> decimal(element.text()));
    }

    /** A number as xsd:decimal writes it: no exponent, which could stand for more digits than fit in memory. */
    static Optional<BigDecimal> decimal(String text) {
        if (text.isEmpty() || text.length() > LONGEST_NUMBER || !text.matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)")) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }

    private static Optional<String> text(XmlElement of, String name) {
        return of.child(name).map(XmlElement::text).filter(value -> !value.isEmpty());
    }

    private static Optional<Field> field(XmlElement of, String name) {
        return of.child(name).filter(UblReader::isFilled).map(UblReader::fieldOf);
    }

    private static Stream<Field> fields(XmlElement of, String name) {
        return of.children(name).filter(UblReader::isFilled).map(UblReader::fieldOf);
    }

    private static boolean isFilled(XmlElement element) {
        return !element.text().isEmpty();
    }

    private static Field fieldOf(XmlElement element) {
        String scheme = element.attribute("schemeID");
        return new Field(
                element.text(),
                scheme.isEmpty() ? element.attribute("identificationSchemeID") : scheme,
                element.line());
    }
}
