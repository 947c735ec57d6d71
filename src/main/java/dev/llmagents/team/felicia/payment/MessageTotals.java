package dev.llmagents.team.felicia.payment;

import dev.llmagents.ident.BusinessCalendar;
import dev.llmagents.ident.GiroNumbers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** What the parts of a message have to agree on: counts, sums, currency, ids. Fed with its texts in their order. */
final class MessageTotals {
    /** Where a problem goes: code and sentence. */
    private final BiConsumer<String, String> problems;

    private final Set<String> endToEndIds = new HashSet<>();
    private Totals message = new Totals();
    private Totals group = new Totals();
    private String serviceLevel = "";
    private String otherId = "";

    /** @param problems takes the code and the sentence of a problem */
    MessageTotals(BiConsumer<String, String> problems) {
        this.problems = problems;
    }

    private static final class Totals {
        private Optional<BigDecimal> statedCount = Optional.empty();
        private Optional<BigDecimal> statedSum = Optional.empty();
        private long count;
        private BigDecimal sum = BigDecimal.ZERO;

        void add(BigDecimal amount) {
            count++;
            sum = sum.add(amount);
        }
    }

    void begin(String element) {
        if (element.equals("PmtInf")) {
            group = new Totals();
            serviceLevel = "";
        }
    }

    /** @param currency of an amount, else empty */
    void text(String parent, String element, String text, String currency) {
        switch (parent + "/" + element) {
            case "GrpHdr/NbOfTxs" -> message.statedCount = number(text);
            case "GrpHdr/CtrlSum" -> message.statedSum = number(text);
            case "PmtInf/NbOfTxs" -> group.statedCount = number(text);
            case "PmtInf/CtrlSum" -> group.statedSum = number(text);
            case "SvcLvl/Cd" -> serviceLevel = text;
            case "ReqdExctnDt/Dt" -> TextRules.date(text).ifPresent(this::day);
            case "PmtId/EndToEndId" -> {
                if (!endToEndIds.add(text)) {
                    problems.accept("BK10_DUPLICATE", "The EndToEndId '" + text + "' stands there twice.");
                }
            }
            case "Amt/InstdAmt" -> amount(text, currency);
            case "Othr/Id" -> otherId = text;
            case "SchmeNm/Prtry" -> bankgiro();
            case "SchmeNm/Cd" -> domestic();
            default -> {}
        }
    }

    private static Optional<BigDecimal> number(String text) {
        return TextRules.flaw("sum", text).isEmpty() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private void day(LocalDate day) {
        BusinessCalendar calendar = isSepa() ? BusinessCalendar.TARGET : BusinessCalendar.SWEDEN;
        if (!calendar.isBusinessDay(day)) {
            problems.accept(
                    "BK07_DATE",
                    "The day " + day + " is no business day: the next one is " + calendar.onOrAfter(day) + ".");
        }
    }

    private boolean isSepa() {
        return serviceLevel.equals("SEPA");
    }

    private void amount(String text, String currency) {
        String wanted = isSepa() ? "EUR" : "SEK";
        if (!currency.equals(wanted)) {
            problems.accept(
                    "BK12_CURRENCY",
                    "The amount is in " + (currency.isEmpty() ? "no currency" : currency)
                            + ", but payments of the service level " + serviceLevel + " are in " + wanted + ".");
        }
        number(text).ifPresent(amount -> {
            message.add(amount);
            group.add(amount);
        });
    }

    private void bankgiro() {
        domestic();
        if (GiroNumbers.bankgiro(otherId).isEmpty()) {
            problems.accept(
                    "BK03_BANKGIRO", "The bankgiro number '" + otherId + "' has a wrong length or check digit.");
        }
    }

    private void domestic() {
        if (isSepa()) {
            problems.accept("BK12_CURRENCY", "A SEPA payment goes between IBANs, and here is another kind of account.");
        }
    }

    void end(String element) {
        if (element.equals("PmtInf")) {
            compare(group, "the payment information");
        } else if (element.equals("CstmrCdtTrfInitn")) {
            compare(message, "the message");
        }
    }

    private void compare(Totals totals, String where) {
        totals.statedCount
                .filter(stated -> stated.compareTo(BigDecimal.valueOf(totals.count)) != 0)
                .ifPresent(stated -> problems.accept(
                        "BK13_CTRLSUM",
                        "NbOfTxs of " + where + " is " + stated.toPlainString() + ", but there are " + totals.count
                                + "."));
        totals.statedSum
                .filter(stated -> stated.compareTo(totals.sum) != 0)
                .ifPresent(stated -> problems.accept(
                        "BK13_CTRLSUM",
                        "CtrlSum of " + where + " is " + stated.toPlainString() + ", but the amounts add up to "
                                + totals.sum.toPlainString() + "."));
    }
}
