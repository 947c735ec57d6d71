package dev.llmagents.team.svea.invoice;

import dev.llmagents.ident.LabelledNumbers;
import dev.llmagents.ident.NumberKind;
import dev.llmagents.team.svea.rule.Assessment;
import dev.llmagents.team.svea.rule.Severity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list of ML 17 kap. 24 § by the words of an invoice that came as text. A label that is missing proves little where a
 * layout was lost: only what an invoice cannot say without its word is an error, the rest is "not assessed".
 */
public final class InvoiceTextChecks {
    private static final Pattern VAT_ID =
            Pattern.compile("(?<![A-Z])[A-Z]{2} ?\\d{6}-?\\d{4}-?\\d{2}(?!\\d)|(?<![A-Z])[A-Z]{2}\\d{8,12}(?!\\d)");
    private static final Pattern POSTAL_CODE = Pattern.compile("(?<![\\d-])\\d{3} ?\\d{2}(?:,)? +\\p{Lu}\\p{L}");
    private static final BigDecimal SIMPLIFIED_UP_TO = new BigDecimal(4000);
    private static final BigDecimal ROUNDING = new BigDecimal("0.50");
    private static final List<BigDecimal> SWEDISH_RATES =
            List.of(new BigDecimal(25), new BigDecimal(12), new BigDecimal(6), BigDecimal.ZERO);
    private static final String LAYOUT = "Kunde inte bedömas i löpande text.";

    private final InvoiceText text;
    private final LocalDate asOf;
    private final Assessment assessment;
    private final List<String> waived = new ArrayList<>();
    private final boolean maySimplify;

    private InvoiceTextChecks(InvoiceText text, LocalDate asOf, Assessment assessment) {
        this.text = text;
        this.asOf = asOf;
        this.assessment = assessment;
        this.maySimplify = total().map(amount -> amount.value().abs().compareTo(SIMPLIFIED_UP_TO) <= 0)
                        .orElse(false)
                && !text.holds("reverse charge");
    }

    /** @param asOf the day on which the invoice is looked at */
    public static void run(InvoiceText text, LocalDate asOf, Assessment assessment) {
        if (!text.holds("swedish")) {
            String reason = "Inget i texten visar att säljaren är svensk, så svenska fakturakrav prövas inte.";
            InvoiceChecks.SWEDISH.forEach(rule -> assessment.notAssessed(rule, reason));
            return;
        }
        InvoiceTextChecks checks = new InvoiceTextChecks(text, asOf, assessment);
        checks.numberAndDates();
        checks.parties();
        checks.rows();
        checks.taxes();
        checks.sums();
        checks.statements();
        checks.publicBuyer();
        checks.food();
        assessment.ran("FAK-016");
        if (!checks.waived.isEmpty()) {
            assessment.find("FAK-016", assessment.place(), "saknas", String.join(", ", checks.waived));
        }
    }

    private Optional<Amount> total() {
        return text.amount("total", List.of("without tax"));
    }

    private void missing(String rule, String what, String... evidence) {
        assessment.ran(rule);
        if (maySimplify) {
            waived.add(what);
        } else {
            assessment.find(rule, assessment.place(), evidence);
        }
    }

    private void numberAndDates() {
        assessment.ran("FAK-001");
        Optional<LocalDate> issued = text.day("issue date");
        if (issued.isEmpty() && !text.holdsDayOfIssue()) {
            assessment.find("FAK-001", assessment.place());
        }
        assessment.ran("FAK-002");
        if (!text.holds("number") && !hasNumberInTitle()) {
            missing("FAK-002", "löpnummer");
        }
        assessment.ran("FAK-018");
        Optional<LocalDate> due = text.day("due date");
        int line = text.lineOf("due date").or(() -> text.lineOf("issue date")).orElse(1);
        if (issued.isPresent() && due.isPresent() && due.get().isBefore(issued.get())) {
            assessment.find(
                    "FAK-018",
                    assessment.line(line),
                    "vad",
                    "förfallodag " + due.get() + " före fakturadatum " + issued.get());
        }
        if (issued.isPresent() && issued.get().isAfter(asOf)) {
            assessment.find(
                    "FAK-018",
                    assessment.line(text.lineOf("issue date").orElse(1)),
                    "vad",
                    "fakturadatum " + issued.get() + " ligger efter " + asOf);
        }
        decide(
                "FAK-007",
                text.holds("delivery"),
                "Leveransdatum nämns inte; det krävs bara om det är ett annat än fakturadatum.");
    }

    private boolean hasNumberInTitle() {
        return text.lines().stream()
                .limit(10)
                .anyMatch(line -> line.matches(
                        "(?i).{0,20}(faktura|kreditfaktura|invoice)\\s*(nr|no|#)?[.:]?\\s*#?[A-Z]{0,4}-?\\d.{0,20}"));
    }

    private void decide(String rule, boolean isSeen, String reason) {
        if (isSeen) {
            assessment.ran(rule);
        } else {
            assessment.notAssessed(rule, reason);
        }
    }

    private long vatIds() {
        long count = 0;
        for (String line : text.lines()) {
            Matcher matcher = VAT_ID.matcher(line);
            while (matcher.find()) {
                count++;
            }
        }
        return count;
    }

    private void parties() {
        long vatIds = vatIds();
        if (vatIds == 0 && !text.holds("tax number") && !text.holds("exempt")) {
            missing("FAK-003", "säljarens momsregistreringsnummer");
        } else {
            assessment.ran("FAK-003");
        }
        assessment.ran("FAK-004");
        if (text.holds("reverse charge") && vatIds < 2) {
            assessment.find(
                    "FAK-004", assessment.line(text.lineOf("reverse charge").orElse(1)));
        }
        long addresses = text.lines().stream()
                .filter(line -> POSTAL_CODE.matcher(line).find())
                .count();
        decide("FAK-005", addresses >= 2, LAYOUT);
    }

    private void rows() {
        decide("FAK-006", text.holds("quantity"), LAYOUT);
        decide("FAK-008", text.holds("without tax") && text.holds("unit price"), LAYOUT);
    }

    private void taxes() {
        boolean untaxed = text.holds("exempt") || text.holds("reverse charge") || text.holds("buyer accounts for tax");
        if (untaxed) {
            assessment.ran("FAK-009");
            assessment.ran("FAK-010");
        } else {
            if (text.rates(false).isEmpty()) {
                missing("FAK-009", "momssats");
            } else {
                assessment.ran("FAK-009");
            }
            assessment.ran("FAK-010");
            boolean stated = text.amount("tax", List.of("without tax", "tax number", "total"))
                            .isPresent()
                    || text.amount("tax", List.of("tax number")).isPresent();
            if (!stated) {
                assessment.find("FAK-010", assessment.place());
            }
        }
        assessment.ran("FAK-019");
        for (InvoiceText.Rate rate : text.rates(true)) {
            if (SWEDISH_RATES.stream().noneMatch(known -> known.compareTo(rate.percent()) == 0)) {
                assessment.find(
                        "FAK-019",
                        assessment.line(rate.line()),
                        "sats",
                        rate.percent().stripTrailingZeros().toPlainString());
            }
        }
    }

    private void sums() {
        Optional<Amount> net = text.amount("without tax", List.of());
        Optional<Amount> tax = text.amount("tax", List.of("without tax", "tax number", "total"));
        Optional<Amount> total = total();
        long rates = text.rates(true).stream()
                .map(rate -> rate.percent().stripTrailingZeros())
                .distinct()
                .count();
        if (net.isEmpty() || tax.isEmpty() || total.isEmpty() || rates > 1) {
            assessment.notAssessed("FAK-014", "Summorna kunde inte läsas säkert i löpande text.");
            return;
        }
        assessment.ran("FAK-014");
        BigDecimal rounding =
                text.amount("rounding", List.of()).map(Amount::value).orElse(BigDecimal.ZERO);
        BigDecimal expected = net.get().value().add(tax.get().value());
        BigDecimal difference = total.get().value().subtract(expected);
        // Totals in whole kronor are common and lawful.
        boolean isRounded = difference.abs().compareTo(ROUNDING) <= 0
                || difference.subtract(rounding).signum() == 0;
        if (!isRounded) {
            sum("summan av netto och moms", total.get(), expected, difference);
        }
        if (rates == 1) {
            BigDecimal rate = text.rates(true).get(0).percent();
            BigDecimal right = net.get().value().multiply(rate).divide(new BigDecimal(100), 2, RoundingMode.HALF_UP);
            BigDecimal off = tax.get().value().subtract(right);
            if (off.abs().compareTo(BigDecimal.ONE) >= 0) {
                sum("momsen " + rate.stripTrailingZeros().toPlainString() + " %", tax.get(), right, off);
            }
        }
    }

    private void sum(String what, Amount stated, BigDecimal expected, BigDecimal difference) {
        assessment.find(
                "FAK-014",
                Severity.VARNING,
                assessment.line(stated.line()),
                "vad",
                what,
                "angivet",
                stated.value().toPlainString(),
                "beräknat",
                expected.toPlainString(),
                "skillnad",
                difference.toPlainString(),
                "regel",
                "läst ur text");
    }

    private void statements() {
        boolean buyerPays = text.holds("buyer accounts for tax");
        assessment.ran("FAK-011");
        if (buyerPays && !text.holds("reverse charge")) {
            assessment.find(
                    "FAK-011",
                    assessment.line(text.lineOf("buyer accounts for tax").orElse(1)));
        }
        decide("FAK-012", text.holds("self billing"), "Det framgår inte om köparen har ställt ut fakturan.");
        assessment.notAssessed("FAK-013", LAYOUT);
        assessment.ran("FAK-015");
        if (text.holds("credit note") && !text.holds("original")) {
            assessment.find(
                    "FAK-015", assessment.line(text.lineOf("credit note").orElse(1)));
        }
    }

    private void publicBuyer() {
        assessment.ran("FAK-017");
        for (int i = 0; i < text.lines().size(); i++) {
            int line = i + 1;
            LabelledNumbers.in(text.lines().get(i)).stream()
                    .filter(number -> number.kind() == NumberKind.ORGANISATIONSNUMMER)
                    .filter(number ->
                            number.verdict().isValid() && number.written().startsWith("2"))
                    .findFirst()
                    .ifPresent(number -> assessment.find("FAK-017", assessment.line(line), "köpare", number.written()));
        }
    }

    private void food() {
        assessment.ran("FAK-020");
        FoodRates rates = FoodRates.builtIn();
        LocalDate day = text.day("delivery").or(() -> text.day("issue date")).orElse(asOf);
        for (InvoiceText.Rate rate : text.rates(false)) {
            String line = text.folded(rate.line());
            Optional<FoodRates.Kind> kind = rates.kindOf(line);
            if (kind.isEmpty()) {
                continue;
            }
            BigDecimal expected = rates.rateOf(kind.get(), day);
            if (expected.compareTo(rate.percent()) != 0) {
                assessment.find(
                        "FAK-020",
                        assessment.line(rate.line()),
                        "vara",
                        text.lines().get(rate.line() - 1).strip(),
                        "sats",
                        rate.percent().stripTrailingZeros().toPlainString(),
                        "väntad",
                        expected.toPlainString(),
                        "dag",
                        day.toString());
            }
        }
    }
}
