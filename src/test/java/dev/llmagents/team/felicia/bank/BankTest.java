package dev.llmagents.team.felicia.bank;

import static dev.llmagents.team.felicia.bank.Fixtures.check;
import static dev.llmagents.team.felicia.bank.Fixtures.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.team.felicia.bank.BankReport.Status;
import dev.llmagents.team.felicia.mission.Mission;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankTest {
    private static final String TRANSFER = "{op: transfer, from: operating, to: broker, amount: 2500}";

    @Test
    void answers_and_drafts_and_keeps_the_balances() {
        BankReport report = report(
                "  fee: 1.50\n",
                "{op: balance_inquiry, account: operating}",
                TRANSFER,
                "Betala 400 kr från lönekonto till hyresvärden, OCR 10058",
                "{op: transfer, from: lönekonto, to: sparkonto, amount: 100.25}",
                "{op: statement, account: operating}");
        assertEquals(
                List.of(Status.INFORMATION, Status.DRAFTED, Status.DRAFTED, Status.DRAFTED, Status.INFORMATION),
                report.results().stream().map(BankReport.Result::status).toList());
        assertEquals(
                "The balance of operating is 250000.00 EUR, of which 50000.00 EUR are reserved.",
                report.results().get(0).answer());
        assertEquals(
                "The account operating opens with 250000.00 EUR, has 2 drafted movements of this mission and closes with"
                        + " 247498.50 EUR.",
                report.results().get(4).answer());
        assertEquals(new BigDecimal("247498.50"), report.closing().get("operating"));
        assertEquals(new BigDecimal("1100.25"), report.closing().get("sparkonto"));
        assertEquals(new BigDecimal("79496.75"), report.closing().get("lönekonto"));
        assertEquals(
                Map.of("lönekonto", new BigDecimal("79598.50")),
                report.results().get(2).balances());
        BigDecimal moved =
                report.movements().stream().map(BankReport.Movement::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal change = report.closing().values().stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .subtract(report.opening().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        assertEquals(0, change.compareTo(moved));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BK01_IBAN | {op: payment, from: operating, to: wrong, amount: 10}",
                "BK02_BIC | {op: payment, from: operating, name: X, iban: DE89370400440532013000, bic: DEUT, amount: 10}",
                "BK03_BANKGIRO | {op: payment, from: lönekonto, name: X, bankgiro: 5805-6202, amount: 10}",
                "BK05_REF | {op: payment, from: operating, to: acme, amount: 10, reference: RF19539007547034}",
                "BK06_CHARSET | {op: payment, from: operating, name: /, iban: DE89370400440532013000, amount: 10}",
                "BK07_DATE | {op: transfer, from: operating, to: broker, amount: 10, date: 2016-01-02}",
                "BK07_DATE | {op: transfer, from: operating, to: broker, amount: 10, date: 2015-12-31}",
                "BK07_DATE | {op: transfer, from: lönekonto, to: sparkonto, amount: 10, date: 2016-01-06}",
                "BK08_FUNDS | {op: transfer, from: operating, to: broker, amount: 200000.01}",
                "BK12_CURRENCY | {op: transfer, from: operating, to: broker, amount: 10, currency: SEK}",
                "BK12_CURRENCY | {op: transfer, from: operating, to: broker, amount: 10.005}",
                "BK12_CURRENCY | {op: transfer, from: operating, to: sparkonto, amount: 10}",
                "BK14_SELF | {op: transfer, from: operating, to: operating, amount: 10}",
                "BK14_SELF | {op: transfer, from: operating, to: old, amount: 10}",
                "BK14_SELF | {op: transfer, from: old, to: operating, amount: 10}",
                "BK14_SELF | {op: transfer, from: nowhere, to: operating, amount: 10}",
                "BK14_SELF | {op: transfer, from: broker, to: operating, amount: 10}",
                "BK14_SELF | {op: balance_inquiry, account: nowhere}",
            })
    void blocks_what_must_not_be_paid(CheckCode code, String request) {
        BankReport report = report("", request);
        assertEquals(Status.BLOCKED, report.results().get(0).status());
        Check check = check(report, 0, code, Outcome.BLOCK);
        assertFalse(check.measured().isEmpty() || check.limit().isEmpty(), check.toString());
        assertEquals(report.opening(), report.closing());
        assertEquals(List.of(), report.payments());
        assertEquals(check.message(), report.results().get(0).answer());
    }

    @Test
    void a_swedish_account_that_cannot_be_checked_is_a_warning() {
        BankReport report = report(
                "    - {id: sparbank, name: A, account: '8327-9, 33 927 284-5', trusted: true}\n",
                "{op: payment, from: lönekonto, to: sparbank, amount: 10}");
        check(report, 0, CheckCode.BK04_SE_ACCOUNT, Outcome.WARN);
        assertEquals(Status.DRAFTED, report.results().get(0).status());
    }

    @Test
    void funds_are_counted_over_all_requests() {
        BankReport report = report(
                "",
                "{op: transfer, from: operating, to: broker, amount: 150000}",
                "{op: transfer, from: operating, to: broker, amount: 50000.01}",
                "{op: transfer, from: operating, to: broker, amount: 50000}");
        assertEquals(
                List.of(Status.NEEDS_APPROVAL, Status.BLOCKED, Status.NEEDS_APPROVAL),
                report.results().stream().map(BankReport.Result::status).toList());
        Check missing = check(report, 1, CheckCode.BK08_FUNDS, Outcome.BLOCK);
        assertEquals("50000.01", missing.measured());
        assertEquals("50000.00", missing.limit());
        assertTrue(missing.message().contains("0.01 EUR are missing"), missing.message());
        assertEquals(new BigDecimal("50000.00"), report.closing().get("operating"));
    }

    @Test
    void a_person_approves_what_is_large_or_new() {
        BankReport report = report(
                "  limits: {per_transfer: 20000, per_day: 21000, approval_over: 10000}\n",
                "{op: transfer, from: operating, to: broker, amount: 10000}",
                "{op: transfer, from: operating, to: broker, amount: 10000.01}",
                "{op: transfer, from: operating, to: broker, amount: 1000}",
                "{op: payment, from: operating, to: acme, amount: 1, date: 2016-01-05}");
        assertEquals(
                List.of(Status.DRAFTED, Status.NEEDS_APPROVAL, Status.NEEDS_APPROVAL, Status.NEEDS_APPROVAL),
                report.results().stream().map(BankReport.Result::status).toList());
        assertEquals(
                "10000",
                check(report, 1, CheckCode.BK09_LIMIT_SCA, Outcome.APPROVAL).limit());
        assertEquals(
                "21000.01",
                check(report, 2, CheckCode.BK09_LIMIT_SCA, Outcome.APPROVAL).measured());
        assertEquals(
                "new payee",
                check(report, 3, CheckCode.BK09_LIMIT_SCA, Outcome.APPROVAL).measured());
        assertTrue(report.payments().get(1).needsApproval());
    }

    @Test
    void the_same_payment_is_drafted_once() {
        BankReport report = report("", TRANSFER, TRANSFER, TRANSFER.replace("}", ", reference: B}"));
        assertEquals(Status.BLOCKED, report.results().get(1).status());
        check(report, 1, CheckCode.BK10_DUPLICATE, Outcome.BLOCK);
        check(report, 2, CheckCode.BK10_DUPLICATE, Outcome.WARN);
        assertEquals(2, report.payments().size());
        assertNotEquals(
                report.payments().get(0).endToEndId(), report.payments().get(1).endToEndId());
        assertEquals(
                report("", TRANSFER).payments().get(0).endToEndId(),
                report.payments().get(0).endToEndId());
    }

    @Test
    void says_not_screened_without_a_list_and_screens_with_one() {
        BankReport without = report("", TRANSFER);
        assertFalse(without.screened());
        assertTrue(check(without, 0, CheckCode.BK11_SANCTIONS, Outcome.WARN)
                .message()
                .startsWith("NOT SCREENED"));
        Mission mission = Fixtures.mission("", TRANSFER, "{op: payment, from: operating, to: acme, amount: 5}");
        for (String list : List.of("# list\nBROKER, Pâper\n", "country: de # all\n")) {
            BankReport screened = Bank.of(mission.banking().orElseThrow(), Optional.of(Sanctions.read(list)))
                    .process(Fixtures.AS_OF);
            assertTrue(screened.screened());
            check(screened, 0, CheckCode.BK11_SANCTIONS, Outcome.BLOCK);
        }
        BankReport clean = Bank.of(mission.banking().orElseThrow(), Optional.of(Sanctions.read("Nobody\n")))
                .process(Fixtures.AS_OF);
        check(clean, 0, CheckCode.BK11_SANCTIONS, Outcome.PASS);
    }

    @Test
    void reports_each_letter_that_is_replaced() {
        BankReport report =
                report("", "{op: transfer, from: operating, to: broker, amount: 5, reference: 'Påfyllning №1 //x'}");
        List<String> messages = report.results().get(0).checks().stream()
                .filter(check -> check.code() == CheckCode.BK06_CHARSET && check.outcome() == Outcome.INFO)
                .map(Check::message)
                .toList();
        assertEquals(
                List.of(
                        "The name of the payer goes as 'Exempel Akeri AB': Å→A.",
                        "The reference goes as 'Pafyllning .1 /x': å→a, №→., slashes at an end or doubled left out."),
                messages);
        BankReport swedish = report("", "{op: payment, from: lönekonto, to: hyresvärden, amount: 5}");
        assertEquals(
                "Fastighets AB Öst + Väst", swedish.payments().get(0).creditor().name());
    }

    @Test
    void takes_the_first_possible_day_if_none_is_given() {
        assertEquals(
                LocalDate.of(2016, 1, 4), report("", TRANSFER).payments().get(0).date());
        assertEquals(
                LocalDate.of(2016, 1, 7),
                report("  cut_off_days: 3\n", "{op: transfer, from: lönekonto, to: sparkonto, amount: 1}")
                        .payments()
                        .get(0)
                        .date());
    }

    @Test
    void exchanges_at_a_known_rate_only() {
        BankReport report = report(
                "  rates: [{from: EUR, to: SEK, rate: 9.1895}]\n",
                "Växla 1 000 euro från operating till lönekonto",
                "{op: currency_exchange, from: operating, to: lönekonto, amount: 1000, currency: SEK}",
                "{op: currency_exchange, from: lönekonto, to: operating, amount: 1000}",
                "{op: currency_exchange, from: lönekonto, to: sparkonto, amount: 1000}");
        assertEquals(
                List.of(Status.DRAFTED, Status.DRAFTED, Status.QUESTION, Status.BLOCKED),
                report.results().stream().map(BankReport.Result::status).toList());
        assertEquals(new BigDecimal("248891.18"), report.closing().get("operating"));
        assertEquals(new BigDecimal("90189.50"), report.closing().get("lönekonto"));
        assertEquals(List.of(), report.payments());
    }

    @Test
    void asks_back_without_moving_anything() {
        BankReport report =
                report("", "Överför pengar från operating till broker", "{op: transfer, to: broker, amount: 1}");
        assertEquals(2, report.count(Status.QUESTION));
        assertEquals("Which amount?", report.results().get(0).answer());
        assertEquals(report.opening(), report.closing());
    }

    @Test
    void gives_the_same_report_everywhere() {
        String[] requests = {TRANSFER, "Betala 8 400 kr från lönekonto till hyresvärden imorgon"};
        BankReport here = report("", requests);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            assertEquals(here, report("", requests));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
