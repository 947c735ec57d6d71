package dev.llmagents.team.svea.book;

import static dev.llmagents.team.svea.book.Books.file;
import static dev.llmagents.team.svea.book.Books.findings;
import static dev.llmagents.team.svea.book.Books.voucher;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.team.svea.rule.Severity;
import dev.llmagents.team.svea.sie.SieFile;
import dev.llmagents.team.svea.sie.SieReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that only point: balances and dates worth a look. */
class PointersTest {
    @ParameterizedTest
    @CsvSource({
        "BFL-020, 1799, 5, 1", "BFL-020, 1799, 0, 0", "BFL-024, 2440, 5, 1", "BFL-024, 2440, -5, 0",
                "BFL-024, 1510, -5, 1",
        "BFL-024, 1930, 5, 0", "ABL-003, 1685, 5, 1", "ABL-003, 1685, -5, 0", "ABL-003, 1686, 5, 0",
                "ABL-002, 2081, -24999, 1",
        "ABL-002, 2081, -25000, 0"
    })
    void a_closing_balance_is_pointed_at(String rule, String account, String balance, int expected)
            throws UnreadableInputException {
        assertEquals(
                expected,
                findings(file(2024, "#UB 0 " + account + " " + balance), rule).size());
    }

    @Test
    void a_result_that_is_not_booked_is_told_only_after_the_year() throws UnreadableInputException {
        assertEquals(1, findings(file(2024, "#RES 0 3001 -100"), "ABL-004").size());
        assertEquals(0, findings(file(2025, "#RES 0 3001 -100"), "ABL-004").size());
        assertEquals(
                0,
                findings(file(2024, "#RES 0 3001 -100", "#RES 0 8999 100"), "ABL-004")
                        .size());
        assertEquals(
                1,
                findings(file(2024, "#RES 0 3001 -100", "#RES 0 8999 90"), "ABL-004")
                        .size());
    }

    @ParameterizedTest
    @CsvSource({
        "20240101, 20241231, 0, ''",
        "20240101, 20250630, 1, INFO",
        "20240101, 20250731, 1, VARNING",
        "20240701, 20241231, 1, INFO"
    })
    void a_year_of_another_length_is_told(String start, String end, int expected, String severity)
            throws UnreadableInputException {
        SieFile file = SieReader.read(
                "bok.se",
                ("#FLAGGA 0\n#SIETYP 1\n#RAR 0 " + start + " " + end + "\n").getBytes(StandardCharsets.UTF_8));
        assertEquals(expected, findings(file, "BFL-023").size());
        if (expected > 0) {
            assertEquals(
                    Severity.valueOf(severity), findings(file, "BFL-023").get(0).severity());
        }
    }

    @Test
    void rounding_is_told_beyond_a_krona() throws UnreadableInputException {
        String small = voucher(1, "20240105", "20240105", "a", "1930", "-1", "3740", "1");
        String large = voucher(2, "20240105", "20240105", "b", "1930", "-1.01", "3740", "1.01");
        assertEquals(List.of(), findings(file(2024, small), "BFL-019"));
        assertEquals(
                "mer än 1 kr i 1 fall",
                findings(file(2024, small, large), "BFL-019").get(0).evidence().get("detalj"));
    }

    @Test
    void a_struck_row_without_a_signature_weighs_more_than_one_with() throws UnreadableInputException {
        String signed = "#VER A 1 20240105 x\n{\n#BTRANS 1930 {} 5 \"\" \"\" 0 AB\n}";
        assertEquals(
                Severity.INFO, findings(file(2024, signed), "BFL-015").get(0).severity());
        assertEquals(
                Severity.VARNING,
                findings(file(2024, signed.replace(" 0 AB", "")), "BFL-015")
                        .get(0)
                        .severity());
    }

    @Test
    void a_housing_association_hears_of_its_new_rules_from_2026() throws UnreadableInputException {
        assertEquals(1, findings(association(2026), "ARL-003").size());
        assertEquals(0, findings(association(2025), "ARL-003").size());
    }

    private static SieFile association(int year) throws UnreadableInputException {
        String text = "#FLAGGA 0\n#SIETYP 1\n#FTYP BRF\n#RAR 0 " + year + "0101 " + year + "1231\n";
        return SieReader.read("brf.se", text.getBytes(StandardCharsets.UTF_8));
    }
}
