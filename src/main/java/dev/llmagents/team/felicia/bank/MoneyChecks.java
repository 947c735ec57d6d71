package dev.llmagents.team.felicia.bank;

import dev.llmagents.ident.BusinessCalendar;
import dev.llmagents.team.felicia.mission.Banking;
import dev.llmagents.team.felicia.mission.Phrases;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** BK06 to BK09, BK11 and BK12 of one payment. */
final class MoneyChecks {
    private static final BigDecimal LARGEST = new BigDecimal("999999999.99");
    private static final String COUNTRIES = "iban";

    /** Loaded with the first payment in euro. */
    private static final class SepaArea {
        private static final Phrases COUNTRIES_OF_IBANS = Phrases.read(MoneyChecks.class, "sepa-countries.txt");
    }

    private MoneyChecks() {}

    /** BK06, one check for each text in which letters were replaced. */
    static Check charset(String what, String written, PaymentText carried) {
        String limit = "EPC217-08";
        if (carried.text().isEmpty()) {
            return new Check(
                    CheckCode.BK06_CHARSET,
                    Outcome.BLOCK,
                    "Nothing is left of the " + what + " in a payment file.",
                    written,
                    limit);
        }
        return carried.replacements().isEmpty()
                ? new Check(CheckCode.BK06_CHARSET, Outcome.PASS, "The " + what + " goes unchanged.", written, limit)
                : new Check(
                        CheckCode.BK06_CHARSET,
                        Outcome.INFO,
                        "The " + what + " goes as '" + carried.text() + "': "
                                + String.join(", ", carried.replacements()) + ".",
                        written,
                        limit);
    }

    static Check date(LocalDate date, LocalDate earliest, BusinessCalendar calendar) {
        String limit = "business day of " + calendar + " from " + earliest;
        if (date.isBefore(earliest)) {
            return new Check(
                    CheckCode.BK07_DATE,
                    Outcome.BLOCK,
                    "The day is too early: the first possible one is " + earliest + ".",
                    date.toString(),
                    limit);
        }
        if (!calendar.isBusinessDay(date)) {
            String reason = calendar.holiday(date)
                    .map(holiday -> holiday.toString().replace('_', ' '))
                    .orElse("a weekend");
            return new Check(
                    CheckCode.BK07_DATE,
                    Outcome.BLOCK,
                    "The day is no business day (" + reason + "): the next one is " + calendar.onOrAfter(date) + ".",
                    date.toString(),
                    limit);
        }
        return new Check(CheckCode.BK07_DATE, Outcome.PASS, "The day is a business day.", date.toString(), limit);
    }

    /** @param before balance of the account after the requests in front of this one */
    static Check funds(BigDecimal before, BigDecimal reserve, BigDecimal debit, String currency) {
        BigDecimal free = before.subtract(reserve);
        boolean enough = free.compareTo(debit) >= 0;
        return new Check(
                CheckCode.BK08_FUNDS,
                enough ? Outcome.PASS : Outcome.BLOCK,
                enough
                        ? "The account covers amount and fee."
                        : "The account does not cover amount and fee: "
                                + debit.subtract(free).toPlainString() + " " + currency
                                + " are missing above its reserve.",
                debit.toPlainString(),
                free.toPlainString());
    }

    /** @param ofDay sum of the account and day with this payment */
    static List<Check> limits(Banking.Limits limits, BigDecimal amount, BigDecimal ofDay, boolean trusted) {
        List<Check> checks = new ArrayList<>();
        approval(
                checks,
                "The amount is above the amount a person approves.",
                amount,
                Optional.of(limits.approvalOver()));
        approval(checks, "The amount is above the limit of a transfer.", amount, limits.perTransfer());
        approval(checks, "The sum of the day is above the limit of a day.", ofDay, limits.perDay());
        if (!trusted) {
            checks.add(new Check(
                    CheckCode.BK09_LIMIT_SCA,
                    Outcome.APPROVAL,
                    "The payee was not paid before.",
                    "new payee",
                    "trusted"));
        }
        if (checks.isEmpty()) {
            checks.add(new Check(
                    CheckCode.BK09_LIMIT_SCA,
                    Outcome.PASS,
                    "Amount and sum of the day are within the limits.",
                    amount.toPlainString(),
                    limits.approvalOver().toPlainString()));
        }
        return checks;
    }

    private static void approval(List<Check> checks, String message, BigDecimal measured, Optional<BigDecimal> limit) {
        if (limit.isPresent() && measured.compareTo(limit.get()) > 0) {
            checks.add(new Check(
                    CheckCode.BK09_LIMIT_SCA,
                    Outcome.APPROVAL,
                    message,
                    measured.toPlainString(),
                    limit.get().toPlainString()));
        }
    }

    static Check sanctions(Optional<Sanctions> list, Party creditor) {
        if (list.isEmpty()) {
            return new Check(
                    CheckCode.BK11_SANCTIONS,
                    Outcome.WARN,
                    "NOT SCREENED: the mission names no list of sanctions.",
                    creditor.name(),
                    "no list");
        }
        String entries = list.get().size() + " entries";
        Optional<String> hit = list.get().nameLike(creditor.name());
        if (hit.isPresent()) {
            return new Check(
                    CheckCode.BK11_SANCTIONS,
                    Outcome.BLOCK,
                    "The payee is on the list as '" + hit.get() + "'.",
                    creditor.name(),
                    entries);
        }
        Optional<String> country = creditor.country().filter(list.get()::lists);
        return country.isPresent()
                ? new Check(
                        CheckCode.BK11_SANCTIONS,
                        Outcome.BLOCK,
                        "The country of the payee is on the list.",
                        country.get(),
                        entries)
                : new Check(
                        CheckCode.BK11_SANCTIONS,
                        Outcome.PASS,
                        "The payee is not on the list.",
                        creditor.name(),
                        entries);
    }

    static Check currency(String instructed, String ofAccount, BigDecimal amount, Optional<Variant> variant) {
        if (!instructed.equals(ofAccount)) {
            return new Check(
                    CheckCode.BK12_CURRENCY,
                    Outcome.BLOCK,
                    "The account is not in the currency of the instruction: exchange it first.",
                    instructed,
                    ofAccount);
        }
        if (amount.scale() > 2 || amount.compareTo(LARGEST) > 0) {
            return new Check(
                    CheckCode.BK12_CURRENCY,
                    Outcome.BLOCK,
                    "An amount has two decimals and is at most " + LARGEST + ".",
                    amount.toPlainString(),
                    "2 decimals");
        }
        return variant.isPresent()
                ? new Check(
                        CheckCode.BK12_CURRENCY,
                        Outcome.PASS,
                        "Currency and accounts fit the file " + variant.get() + ".",
                        instructed,
                        variant.get().toString())
                : new Check(
                        CheckCode.BK12_CURRENCY,
                        Outcome.BLOCK,
                        "There is no draft file for this: EUR goes between IBANs of SEPA countries, SEK between Swedish"
                                + " accounts.",
                        instructed,
                        "SEPA or SWEDISH");
    }

    /** The file that can carry a payment of {@code currency} between the two. */
    static Optional<Variant> variant(String currency, Party debtor, Party creditor) {
        if (currency.equals("SEK") && debtor.isSwedish() && creditor.isSwedish()) {
            return Optional.of(Variant.SWEDISH);
        }
        boolean sepa = currency.equals("EUR") && reachedBySepa(debtor) && reachedBySepa(creditor);
        return sepa ? Optional.of(Variant.SEPA) : Optional.empty();
    }

    private static boolean reachedBySepa(Party party) {
        return party.number().iban().isPresent()
                && party.country()
                        .filter(country -> SepaArea.COUNTRIES_OF_IBANS.match(COUNTRIES, List.of(country), 0) > 0)
                        .isPresent();
    }
}
