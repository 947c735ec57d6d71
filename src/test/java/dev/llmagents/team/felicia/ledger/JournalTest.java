package dev.llmagents.team.felicia.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.team.felicia.bank.BankLedger;
import dev.llmagents.team.felicia.bank.BankReport;
import dev.llmagents.team.felicia.bank.Fixtures;
import dev.llmagents.team.felicia.ledger.LedgerEntry.Cost;
import dev.llmagents.team.felicia.ledger.LedgerEntry.Posting;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalTest {
    private static final LocalDate DAY = LocalDate.of(2016, 1, 4);

    private static Posting posting(String account, String commodity, String quantity, String balance) {
        return new Posting(
                account,
                commodity,
                new BigDecimal(quantity),
                Optional.empty(),
                Optional.ofNullable(balance).map(BigDecimal::new));
    }

    private static LedgerEntry purchase() {
        Posting shares = new Posting(
                "assets:shares",
                "BRK.B",
                new BigDecimal("-3"),
                Optional.of(new Cost(new BigDecimal("360.375"), "USD")),
                Optional.of(BigDecimal.ZERO));
        return new LedgerEntry(
                DAY,
                "SELL BRK.B",
                List.of(
                        shares,
                        posting("assets:cash", "USD", "359.375", "1359.375"),
                        posting("expenses:fee", "USD", "1.00", null)));
    }

    @Test
    void writes_costs_and_assertions() {
        assertEquals("""
                ; PAPER ONLY: made by llm-agents, check with: hledger -f FILE check
                decimal-mark .
                commodity 1000.00 "BRK.B"
                commodity 1000.000 USD

                2016-01-04 SELL BRK.B
                    assets:shares  -3 "BRK.B" @@ 360.375 USD = 0 "BRK.B"
                    assets:cash  359.375 USD = 1359.375 USD
                    expenses:fee  1.00 USD
                """, Journal.text(List.of(purchase())));
    }

    @Test
    void counts_the_balances_that_are_not_given() {
        List<LedgerEntry> counted = Journal.withBalances(List.of(purchase(), purchase()));
        assertEquals(
                Optional.of(new BigDecimal("2.00")),
                counted.get(1).postings().get(2).balance());
        assertEquals(
                Optional.of(new BigDecimal("1359.375")),
                counted.get(1).postings().get(1).balance(),
                "a given one stays");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "EUR | EUR",
                "BRK.B | `\"BRK.B\"`",
                "0700.HK | `\"0700.HK\"`",
                "A\"B | `\"A'B\"`",
                "a;b | `\"a,b\"`",
                "Å | `\"Å\"`",
                "`` | `\"?\"`",
            })
    void quotes_commodities(String name, String written) {
        assertEquals(written, Journal.commodity(name));
    }

    @Test
    void takes_from_names_what_would_break_the_journal() {
        assertEquals("assets:my bank, old", Journal.account("  assets:my   bank; old "));
        assertEquals("virtual", Journal.account("(virtual)"));
        assertEquals("unnamed", Journal.account(" "));
        assertEquals("Rent / May, x 2016-01-01 evil", Journal.description("* Rent | May; x\n2016-01-01 evil"));
        assertEquals("code) x", Journal.description("(code) x"));
    }

    @Test
    void a_cost_has_no_sign() {
        Posting wrong = new Posting(
                "a", "KO", BigDecimal.ONE, Optional.of(new Cost(new BigDecimal("-1"), "USD")), Optional.empty());
        List<LedgerEntry> entries = List.of(new LedgerEntry(DAY, "x", List.of(wrong)));
        assertThrows(IllegalArgumentException.class, () -> Journal.text(entries));
    }

    @Test
    void the_movements_of_a_bank_report_close_with_its_balances() {
        BankReport report = Fixtures.report(
                "  fee: 1.50\n",
                "{op: transfer, from: operating, to: broker, amount: 2500}",
                "{op: transfer, from: lönekonto, to: sparkonto, amount: 100.25}");
        Map<String, String> currencies =
                Map.of("operating", "EUR", "lönekonto", "SEK", "sparkonto", "SEK", "old", "EUR");
        String journal = Journal.text(BankLedger.entries(report, currencies));
        assertTrue(journal.contains("    assets:bank:operating  -1.50 EUR = 247498.50 EUR\n"), journal);
        assertTrue(journal.contains("    assets:bank:sparkonto  100.25 SEK = 1100.25 SEK\n"), journal);
        assertTrue(journal.contains("    expenses:bank  1.50 EUR\n"), journal);
    }
}
