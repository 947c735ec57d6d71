package dev.llmagents.team.svea.invoice;

import dev.llmagents.team.svea.rule.Assessment;
import dev.llmagents.team.svea.rule.Place;
import dev.llmagents.team.svea.rule.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has to stand on an invoice of a Swedish seller (ML 2023:200, 17 kap. 24 §), with the easier demands on small ones
 * (26-28 §§).
 */
final class InvoiceContent {
    /** SEK with VAT (ML 17 kap. 26 §). */
    private static final BigDecimal SIMPLIFIED_UP_TO = new BigDecimal(4000);

    private final Invoice invoice;
    private final Assessment assessment;
    private final boolean maySimplify;
    private final List<String> waived = new ArrayList<>();

    InvoiceContent(Invoice invoice, Assessment assessment) {
        this.invoice = invoice;
        this.assessment = assessment;
        this.maySimplify = maySimplify(invoice);
    }

    /** Cross-border supplies need the whole invoice whatever they cost; an amount in another currency cannot be told. */
    private static boolean maySimplify(Invoice invoice) {
        return invoice.currency().equals("SEK")
                && !invoice.has("K")
                && !invoice.has("G")
                && invoice.totals()
                        .flatMap(totals -> totals.withTax().or(totals::payable))
                        .map(amount -> amount.value().abs().compareTo(SIMPLIFIED_UP_TO) <= 0)
                        .orElse(false);
    }

    void check() {
        numberAndDate();
        parties();
        rows();
        taxes();
        delivery();
        statements();
        changes();
        assessment.ran("FAK-016");
        if (!waived.isEmpty()) {
            assessment.find("FAK-016", document(), "saknas", String.join(", ", waived));
        }
    }

    private Place document() {
        return assessment.line(invoice.root().line());
    }

    private void numberAndDate() {
        assessment.ran("FAK-001");
        if (invoice.issueDate().isEmpty()) {
            assessment.find("FAK-001", document());
        }
        assessment.ran("FAK-002");
        if (invoice.id().isEmpty()) {
            assessment.find("FAK-002", document());
        }
    }

    private void parties() {
        assessment.ran("FAK-003");
        assessment.ran("FAK-004");
        assessment.ran("FAK-005");
        Optional<Party> seller = invoice.seller();
        boolean isTaxed =
                invoice.has("S") || invoice.has("AE") || invoice.has("K") || invoice.has("Z") || invoice.has("G");
        if (isTaxed && seller.flatMap(Party::vatId).filter(id -> !id.isBlank()).isEmpty()) {
            missing("FAK-003", "säljarens momsregistreringsnummer", place(seller), "");
        }
        boolean buyerOwesTax = invoice.has("AE") || invoice.has("K");
        if (buyerOwesTax
                && invoice.buyer()
                        .flatMap(Party::vatId)
                        .filter(id -> !id.isBlank())
                        .isEmpty()) {
            assessment.find("FAK-004", place(invoice.buyer()));
        }
        nameAndAddress(seller, "säljarens");
        nameAndAddress(invoice.buyer(), "köparens");
    }

    private void nameAndAddress(Optional<Party> party, String whose) {
        boolean named = party.flatMap(Party::name).isPresent();
        boolean placed = party.map(one -> !one.address().isEmpty()).orElse(false);
        if (named && placed) {
            return;
        }
        String what = whose + (named ? " adress" : placed ? " namn" : " namn och adress");
        if (!named && whose.equals("säljarens")) {
            // Also a simplified invoice has to say who sells.
            assessment.find("FAK-005", place(party), "saknas", what);
        } else {
            missing("FAK-005", what, place(party), what);
        }
    }

    private Place place(Optional<Party> party) {
        return party.map(one -> assessment.line(one.line())).orElseGet(this::document);
    }

    /** Reports what is missing, or notes it where a simplified invoice may do without it. */
    private void missing(String rule, String what, Place place, String evidence) {
        if (maySimplify && !invoice.has("AE")) {
            waived.add(what);
        } else if (evidence.isEmpty()) {
            assessment.find(rule, place);
        } else {
            assessment.find(rule, place, "saknas", evidence);
        }
    }

    private void rows() {
        assessment.ran("FAK-006");
        if (invoice.lines().isEmpty()) {
            assessment.find("FAK-006", document(), "saknas", "fakturarader");
        }
        for (InvoiceLine line : invoice.lines()) {
            Place place = assessment.line(line.line()).about("rad " + line.id());
            if (line.itemName().isBlank()) {
                assessment.find("FAK-006", place, "saknas", "varans eller tjänstens art");
            }
            if (line.quantity().isEmpty()) {
                missing("FAK-006", "mängd eller omfattning", place, "mängd eller omfattning");
            }
            if (line.price().isEmpty()) {
                missing("FAK-008", "pris per enhet", place, "pris per enhet");
            }
        }
    }

    private void taxes() {
        assessment.ran("FAK-008");
        assessment.ran("FAK-009");
        assessment.ran("FAK-010");
        Optional<TaxTotal> breakdown = invoice.breakdown();
        if (breakdown.isEmpty() || breakdown.get().amount().isEmpty()) {
            assessment.find(
                    "FAK-010",
                    breakdown.map(total -> assessment.line(total.line())).orElseGet(this::document));
        }
        List<TaxTotal.Subtotal> parts = breakdown.map(TaxTotal::subtotals).orElse(List.of());
        if (parts.isEmpty() && invoice.has("S")) {
            missing(
                    "FAK-008",
                    "beskattningsunderlag per skattesats",
                    document(),
                    "beskattningsunderlag per skattesats");
        }
        for (TaxTotal.Subtotal part : parts) {
            Place place = assessment.line(part.line());
            if (part.taxable().isEmpty()) {
                missing("FAK-008", "beskattningsunderlag per skattesats", place, "beskattningsunderlag per skattesats");
            }
            if (part.category().isStandard() && part.category().percent().isEmpty()) {
                missing("FAK-009", "momssats", place, "");
            }
            if (part.tax().isEmpty()) {
                assessment.find("FAK-010", place);
            }
        }
    }

    private void delivery() {
        boolean stated = invoice.deliveryDate().isPresent()
                || invoice.periodEnd().isPresent()
                || invoice.taxPointDate().isPresent()
                || !invoice.lines().isEmpty()
                        && invoice.lines().stream()
                                .allMatch(line -> line.deliveredOn().isPresent());
        if (stated) {
            assessment.ran("FAK-007");
        } else {
            assessment.notAssessed(
                    "FAK-007",
                    "Leveransdatum anges inte; det krävs bara om det skiljer sig från fakturadatum, vilket inte framgår.");
        }
    }

    private void statements() {
        String words = Stream.concat(
                        invoice.notes().stream().map(Field::value),
                        Stream.concat(
                                invoice.taxTotals().stream()
                                        .flatMap(total -> total.subtotals().stream())
                                        .flatMap(part -> reasons(part.category())),
                                invoice.lines().stream()
                                        .flatMap(line -> Stream.concat(
                                                Stream.of(line.text()),
                                                line.tax().stream().flatMap(InvoiceContent::reasons)))))
                .collect(Collectors.joining("\n"));
        assessment.ran("FAK-011");
        if (invoice.has("AE") && !SwedishWords.sayReverseCharge(words) && !words.contains("VATEX-EU-AE")) {
            assessment.find("FAK-011", document());
        }
        assessment.ran("FAK-012");
        if (invoice.typeCode().equals("389") && !SwedishWords.saySelfBilling(words)) {
            // The code says it to a program; whether it does to a reader depends on how the invoice is shown.
            assessment.find("FAK-012", Severity.VARNING, document(), "typkod", "389");
        }
        assessment.ran("FAK-013");
        boolean taxInSek = invoice.taxTotals().stream()
                .flatMap(total -> total.amount().stream())
                .anyMatch(amount -> amount.currency().equals("SEK"));
        boolean isCharged = invoice.breakdown()
                .flatMap(TaxTotal::amount)
                .map(amount -> amount.value().signum() != 0)
                .orElse(false);
        if (isCharged && !invoice.currency().isEmpty() && !invoice.currency().equals("SEK") && !taxInSek) {
            // A company that keeps its books in euro states the VAT in euro.
            Severity severity = invoice.currency().equals("EUR") ? Severity.VARNING : Severity.FEL;
            assessment.find("FAK-013", severity, document(), "valuta", invoice.currency());
        }
    }

    private static Stream<String> reasons(TaxCategory category) {
        return Stream.concat(category.reason().stream(), category.reasonCode().stream())
                .map(Field::value);
    }

    private void changes() {
        assessment.ran("FAK-015");
        if (invoice.isCreditNote() && invoice.preceding().isEmpty()) {
            boolean isPeriod = invoice.periodEnd().isPresent();
            assessment.find("FAK-015", isPeriod ? Severity.VARNING : Severity.FEL, document());
        }
    }
}
