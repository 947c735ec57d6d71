package dev.llmagents.team.svea.book;

import static dev.llmagents.team.svea.book.Books.file;
import static dev.llmagents.team.svea.book.Books.findings;
import static dev.llmagents.team.svea.book.Books.voucher;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.team.svea.rule.Assessment;
import dev.llmagents.team.svea.rule.Coverage;
import dev.llmagents.team.svea.rule.Family;
import dev.llmagents.team.svea.rule.Finding;
import dev.llmagents.team.svea.rule.Rule;
import dev.llmagents.team.svea.rule.Severity;
import dev.llmagents.team.svea.sie.SieFile;
import dev.llmagents.team.svea.sie.SieReader;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookRulesTest {
    @Test
    void every_rule_on_books_stands_in_the_coverage_and_nothing_is_left_unfilled() throws UnreadableInputException {
        Draft draft = SyntheticBooks.of(300, 1);
        for (Fault fault : List.of(Fault.UNBALANCED, Fault.DEAR_LUNCH, Fault.GAP)) {
            fault.plant(draft, new Random(1));
        }
        SieFile[] files = {
            SieReader.read("a.se", draft.bytes()),
            file(2024),
            SieReader.read("i.si", "#FLAGGA 0\n#SIETYP 4\n".getBytes(draft.charset))
        };
        Set<String> expected = new TreeSet<>();
        for (Rule rule : Books.CATALOGUE.all()) {
            EnumSet<Family> families = EnumSet.of(
                    Family.SIE_FORMAT, Family.BOOKKEEPING, Family.ANNUAL_ACCOUNTS, Family.VAT, Family.REPRESENTATION);
            if (families.contains(rule.family()) && !rule.id().equals("ML-007")) {
                expected.add(rule.id());
            }
        }
        for (SieFile file : files) {
            Assessment assessment = BookAudit.of(file, Books.OPTIONS, Books.CATALOGUE);
            Set<String> covered = new TreeSet<>();
            assessment.coverage().forEach(coverage -> covered.add(coverage.ruleId()));
            assertEquals(expected, covered, file.name());
            for (Finding finding : assessment.findings()) {
                assertEquals(-1, finding.message().indexOf('{'), finding.message());
                assertEquals(-1, finding.suggestion().indexOf('{'), finding.suggestion());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"20240131, 20240321, 0", "20240131, 20240322, 1", "20240131, 20240519, 1", "20241231, 20250601, 0"})
    void books_are_late_fifty_days_after_the_month(String date, String registered, int expected)
            throws UnreadableInputException {
        SieFile file = file(2024, voucher(1, date, registered, "x", "1930", "5", "3001", "-5"));
        assertEquals(expected, findings(file, "BFL-010").size());
    }

    @Test
    void a_small_company_has_until_fifty_days_after_the_quarter_or_sixty_after_the_year()
            throws UnreadableInputException {
        SieFile file = file(2024, voucher(1, "20240131", "20240521", "x", "1930", "5", "3001", "-5"));
        BookOptions small = Books.OPTIONS.withTurnover(new BigDecimal("2500000"));
        BookOptions smallest = Books.OPTIONS.withTurnover(new BigDecimal("900000"));
        assertEquals("61", findings(file, "BFL-010").get(0).evidence().get("dagar"));
        assertEquals("1", findings(file, "BFL-010", small).get(0).evidence().get("dagar"));
        assertEquals(List.of(), findings(file, "BFL-010", smallest));
    }

    @Test
    void cash_may_wait_until_the_next_working_day() throws UnreadableInputException {
        // 28 March 2024 is the day before Good Friday, 2 April the first working day after Easter.
        SieFile inTime = file(2024, voucher(1, "20240328", "20240402", "x", "1910", "5", "3001", "-5"));
        SieFile late = file(2024, voucher(1, "20240328", "20240403", "x", "1910", "5", "3001", "-5"));
        assertEquals(List.of(), findings(inTime, "BFL-011"));
        assertEquals("2", findings(late, "BFL-011").get(0).evidence().get("arbetsdagar som mest"));
        assertEquals(List.of(), findings(late, "BFL-011", Books.OPTIONS.withCertifiedCashRegister()));
    }

    @ParameterizedTest
    @CsvSource({
        "2026, 20260331, 12, 0",
        "2026, 20260401, 12, 1",
        "2027, 20271231, 12, 1",
        "2028, 20280101, 12, 0",
        "2026, 20260331, 6, 1",
        "2026, 20260401, 6, 0",
        "2028, 20280101, 6, 1"
    })
    void food_has_the_rate_of_its_day(int year, String date, int rate, int expected) throws UnreadableInputException {
        SieFile file = file(
                year,
                voucher(
                        1,
                        date,
                        date,
                        "Livsmedel till butik",
                        "1510",
                        Integer.toString(100 + rate),
                        "3002",
                        "-100",
                        rate == 12 ? "2621" : "2631",
                        "-" + rate));
        assertEquals(expected, findings(file, "ML-006").size());
        SieFile served = file(
                year,
                voucher(
                        1,
                        date,
                        date,
                        "Livsmedel, servering",
                        "1510",
                        Integer.toString(100 + rate),
                        "3002",
                        "-100",
                        rate == 12 ? "2621" : "2631",
                        "-" + rate));
        assertEquals(List.of(), findings(served, "ML-006"));
    }

    @Test
    void equity_below_half_the_share_capital_is_told_with_its_amount() throws UnreadableInputException {
        SieFile file = file(
                2024,
                "#KONTO 1930 B",
                "#KONTO 2081 A",
                "#KONTO 3001 F",
                "#UB 0 1930 24000",
                "#UB 0 2081 -50000",
                "#RES 0 3001 26000");
        Finding finding = findings(file, "ABL-001").get(0);
        assertEquals("24000.00", finding.evidence().get("eget kapital"));
        assertEquals("2024-12-31", finding.evidence().get("datum"));
        SieFile sound = file(2024, "#UB 0 1930 25000", "#UB 0 2081 -50000", "#RES 0 3001 25000");
        assertEquals(List.of(), findings(sound, "ABL-001"));
        SieFile open = file(2024, "#UB 0 1930 1", "#UB 0 2081 -50000", "#RES 0 3001 25000");
        assertEquals(Coverage.State.NOT_ASSESSED, Books.state(open, "ABL-001"));
    }

    @Test
    void what_may_be_a_state_of_the_year_is_no_fel() throws UnreadableInputException {
        SieFile unclosed = file(2024, "#IB 0 1930 100", "#UB 0 1930 150", "#RES 0 3001 -50");
        assertEquals(Severity.VARNING, findings(unclosed, "BFL-004").get(0).severity());
        SieFile wrong = file(2024, "#IB 0 1930 0", "#UB 0 1930 150", "#RES 0 3001 -50");
        assertEquals(Severity.FEL, findings(wrong, "BFL-004").get(0).severity());
    }

    @Test
    void a_selection_of_vouchers_gives_one_varning_and_no_fel() throws UnreadableInputException {
        String[] records = new String[9];
        for (int i = 0; i < 8; i++) {
            records[i] = "#UB 0 " + (1930 + i) + " 10" + i;
        }
        records[8] = voucher(1, "20240105", "20240105", "x", "1930", "5", "1931", "-5");
        List<Finding> findings = findings(file(2024, records), "BFL-002");
        assertEquals(1, findings.size());
        assertEquals(Severity.VARNING, findings.get(0).severity());
        assertEquals("8 av 8 konton", findings.get(0).evidence().get("konto"));
    }

    @Test
    void a_voucher_with_an_unread_amount_is_not_called_unbalanced() throws UnreadableInputException {
        SieFile file = file(2024, voucher(1, "20240105", "20240105", "x", "1930", "abc", "3001", "-5"));
        assertEquals(List.of(), findings(file, "BFL-001"));
        assertEquals(1, findings(file, "SIE-009").size());
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5, kan ha fel tecken",
        "-5, 5.50, öresavrundning",
        "300, -273.15, en rad saknas",
        "300, -272.10, bytt plats",
        "5, 0, saknar motpost"
    })
    void an_unbalanced_voucher_comes_with_a_clue(String one, String other, String clue)
            throws UnreadableInputException {
        SieFile file = file(2024, voucher(1, "20240105", "20240105", "x", "1930", one, "3001", other));
        String found = findings(file, "BFL-001").get(0).evidence().get("ledtråd");
        assertTrue(found.contains(clue), found);
    }

    @Test
    void a_reversal_is_told_unless_it_names_what_it_reverses() throws UnreadableInputException {
        String first = voucher(7, "20240105", "20240105", "Hyra", "1930", "-5", "5010", "5");
        assertEquals(
                1,
                findings(
                                file(
                                        2024,
                                        first,
                                        voucher(8, "20240205", "20240205", "Åter", "5010", "-5", "1930", "5")),
                                "BFL-016")
                        .size());
        assertEquals(
                0,
                findings(
                                file(
                                        2024,
                                        first,
                                        voucher(8, "20240205", "20240205", "Rättar A 7", "5010", "-5", "1930", "5")),
                                "BFL-016")
                        .size());
    }

    @Test
    void samples_for_an_auditor_are_taken_only_on_request() throws UnreadableInputException {
        SieFile file = file(2024, voucher(1, "20240106", "20240106", "x", "1930", "50000", "3001", "-50000"));
        assertEquals(Coverage.State.NOT_ASSESSED, Books.state(file, "BFL-021"));
        assertEquals(2, findings(file, "BFL-021", Books.OPTIONS.forAudit()).size());
    }

    @Test
    void books_must_be_kept_to_the_end_of_the_seventh_year() throws UnreadableInputException {
        assertEquals(
                "2031-12-31", findings(file(2024), "ARL-001").get(0).evidence().get("datum"));
        assertEquals(
                "2025-07-31", findings(file(2024), "ARL-002").get(0).evidence().get("datum"));
    }
}
