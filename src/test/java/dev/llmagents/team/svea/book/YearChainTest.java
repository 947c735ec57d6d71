package dev.llmagents.team.svea.book;

import static dev.llmagents.team.svea.book.Books.file;
import static dev.llmagents.team.svea.book.Books.voucher;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.team.svea.rule.Assessment;
import dev.llmagents.team.svea.rule.Finding;
import dev.llmagents.team.svea.sie.SieDiff;
import dev.llmagents.team.svea.sie.SieFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class YearChainTest {
    private static Assessment between(SieFile before, SieFile after) {
        Assessment assessment = new Assessment(Books.CATALOGUE, after.name());
        YearChain.check(before, after, assessment);
        return assessment;
    }

    @Test
    void finds_a_balance_that_was_not_carried_over() throws UnreadableInputException {
        SieFile before = file(2023, "#UB 0 1930 100", "#UB 0 2091 -60", "#UB 0 2099 -40");
        SieFile moved = file(2024, "#IB 0 1930 100", "#IB 0 2091 -100");
        SieFile lost = file(2024, "#IB 0 1930 90", "#IB 0 2091 -100");
        assertEquals(List.of(), between(before, moved).findings());
        Finding finding = Books.of(between(before, lost), "BFL-005").get(0);
        assertEquals("-10.00", finding.evidence().get("diff"));
        assertEquals("bok-2023.se", finding.evidence().get("föregående fil"));
        assertEquals(List.of(before, lost), YearChain.sorted(List.of(lost, before)));
        assertTrue(YearChain.follows(before, lost));
    }

    @Test
    void finds_years_that_do_not_meet() throws UnreadableInputException {
        SieFile before = file(2022, "#UB 0 1930 100");
        SieFile after = file(2024, "#IB 0 1930 100");
        assertEquals(1, Books.of(between(before, after), "SIE-021").size());
        assertFalse(YearChain.follows(before, after));
    }

    @Test
    void tells_what_was_changed_removed_and_added_after_the_fact() throws UnreadableInputException {
        SieFile before = file(
                2024,
                "#KONTO 1930 Bank",
                "#UB 0 1930 9",
                voucher(1, "20240105", "20240105", "Ett", "1930", "5", "3001", "-5"),
                voucher(2, "20240106", "20240106", "Två", "1930", "3", "3001", "-3"),
                voucher(3, "20240107", "20240107", "Tre", "1930", "1", "3001", "-1"));
        SieFile after = file(
                2024,
                "#KONTO 1930 Banken",
                "#UB 0 1930 11",
                voucher(1, "20240105", "20240105", "Ett", "3001", "-5", "1930", "5"),
                voucher(2, "20240108", "20240106", "Två", "1930", "4", "3001", "-4"),
                voucher(4, "20240109", "20240109", "Fyra", "1930", "2", "3001", "-2"));
        SieDiff diff = SieDiff.of(before, after);
        assertEquals(
                "datum 2024-01-06 → 2024-01-08; rader 1930 3.00, 3001 -3.00 → 1930 4.00, 3001 -4.00",
                diff.changed().get(0).what());
        assertEquals(1, diff.changed().size(), "another order of rows is no change");
        assertEquals(
                List.of("A 3"),
                diff.removed().stream().map(voucher -> voucher.name()).toList());
        assertEquals(
                List.of("A 4"),
                diff.added().stream().map(voucher -> voucher.name()).toList());
        assertEquals("Banken", diff.renamed().get(0).after());
        assertEquals(1100, diff.rebalanced().get(0).after());
        Assessment assessment = new Assessment(Books.CATALOGUE, after.name());
        YearChain.check(diff, assessment);
        assertEquals(1, Books.of(assessment, "BFL-026").size());
        assertEquals(1, Books.of(assessment, "BFL-027").size());
        assertTrue(SieDiff.of(before, before).isEmpty());
    }
}
