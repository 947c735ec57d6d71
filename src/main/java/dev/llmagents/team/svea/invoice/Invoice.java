package dev.llmagents.team.svea.invoice;

import dev.llmagents.document.XmlElement;
import java.util.List;
import java.util.Optional;

/**
 * An invoice or credit note, as far as Swedish law and EN 16931 ask about it. Nothing is repaired or guessed: what the
 * document does not state is empty.
 *
 * @param isCreditNote whether the document says so by its kind or its type code
 * @param notes free texts of the head and of the payment terms
 * @param preceding identifiers of the invoices it changes
 * @param taxTotals one in the invoice's currency and perhaps one in the currency of the tax
 * @param root the document itself, for rules that are stated over it
 */
public record Invoice(
        Syntax syntax,
        boolean isCreditNote,
        Optional<Field> id,
        Optional<Field> issueDate,
        Optional<Field> dueDate,
        Optional<Field> taxPointDate,
        Optional<Field> deliveryDate,
        Optional<Field> periodEnd,
        String typeCode,
        String currency,
        Optional<String> taxCurrency,
        List<Field> notes,
        List<Field> preceding,
        Optional<Party> seller,
        Optional<Party> buyer,
        List<PaymentMeans> payments,
        List<AllowanceCharge> allowanceCharges,
        List<TaxTotal> taxTotals,
        Optional<Totals> totals,
        List<InvoiceLine> lines,
        XmlElement root) {

    /** The format it came in. */
    public enum Syntax {
        UBL,
        SVEFAKTURA
    }

    public Invoice {
        notes = List.copyOf(notes);
        preceding = List.copyOf(preceding);
        payments = List.copyOf(payments);
        allowanceCharges = List.copyOf(allowanceCharges);
        taxTotals = List.copyOf(taxTotals);
        lines = List.copyOf(lines);
    }

    public boolean sellerIsSwedish() {
        return seller.map(party -> party.isIn("SE")
                        || party.country().isEmpty()
                                && party.vatId()
                                        .map(id -> id.value().startsWith("SE"))
                                        .orElse(false))
                .orElse(false);
    }

    public boolean buyerIsIn(String country) {
        return buyer.map(party -> party.isIn(country)).orElse(false);
    }

    /** The VAT breakdown in the invoice's own currency. */
    public Optional<TaxTotal> breakdown() {
        return taxTotals.stream()
                .filter(total -> !total.subtotals().isEmpty())
                .findFirst()
                .or(() -> taxTotals.stream().findFirst());
    }

    /** Whether some of it is taxed under {@code code}. */
    public boolean has(String code) {
        return taxTotals.stream()
                        .flatMap(total -> total.subtotals().stream())
                        .anyMatch(part -> part.category().code().equals(code))
                || lines.stream()
                        .anyMatch(line ->
                                line.tax().map(tax -> tax.code().equals(code)).orElse(false));
    }
}
