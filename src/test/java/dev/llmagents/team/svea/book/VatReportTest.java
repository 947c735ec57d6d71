package dev.llmagents.team.svea.book;

import static dev.llmagents.team.svea.book.Books.file;
import static dev.llmagents.team.svea.book.Books.voucher;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.team.svea.sie.SieFile;
import java.math.BigDecimal;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class VatReportTest {
    private static final SieFile FILE = books();

    private static SieFile books() {
        try {
            return file(
                    2024,
                    "#IB 0 1930 100",
                    "#UB 0 1930 1480",
                    "#UB 0 2091 -100",
                    "#RES 0 3001 -1000",
                    "#RES 0 5410 400",
                    voucher(1, "20240105", "20240105", "Sälj 25", "1510", "1250", "3001", "-1000", "2611", "-250"),
                    voucher(2, "20240106", "20240106", "Sälj 6", "1510", "106", "3003", "-100", "2631", "-6"),
                    voucher(3, "20240206", "20240206", "Export", "1510", "70", "3105", "-70"),
                    voucher(4, "20240207", "20240207", "Köp", "5410", "400", "2641", "100", "2440", "-500"),
                    voucher(5, "20240208", "20240208", "EU", "4535", "80", "2440", "-80", "2645", "20", "2614", "-20"),
                    voucher(
                            6,
                            "20240209",
                            "20240209",
                            "Import",
                            "4545",
                            "40",
                            "2440",
                            "-40",
                            "2645",
                            "10",
                            "2615",
                            "-10"),
                    voucher(7, "20240228", "20240228", "Moms", "2611", "250", "2641", "-100", "2650", "-150"));
        } catch (UnreadableInputException e) {
            throw new AssertionError(e);
        }
    }

    private static BigDecimal kronor(String amount) {
        return new BigDecimal(amount + ".00");
    }

    @Test
    void puts_each_account_into_its_box_and_leaves_the_clearing_out() {
        VatReport report = VatReport.of(FILE);
        assertEquals(kronor("1100"), report.boxes().get("05"));
        assertEquals(kronor("250"), report.boxes().get("10"));
        assertEquals(kronor("6"), report.boxes().get("12"));
        assertEquals(kronor("70"), report.boxes().get("36"));
        assertEquals(kronor("80"), report.boxes().get("21"));
        assertEquals(kronor("20"), report.boxes().get("30"));
        assertEquals(kronor("40"), report.boxes().get("50"));
        assertEquals(kronor("10"), report.boxes().get("60"));
        assertEquals(kronor("130"), report.boxes().get("48"));
        assertEquals(kronor("156"), report.boxes().get("49"));
        assertEquals(kronor("1100"), report.impliedBase());
        assertEquals(kronor("256"), report.months().get(YearMonth.of(2024, 1)).get("49"));
        assertEquals(kronor("-100"), report.months().get(YearMonth.of(2024, 2)).get("49"));
    }

    @Test
    void sums_up_the_key_figures() {
        BookFigures figures = BookFigures.of(FILE);
        assertEquals(kronor("1000"), figures.turnover());
        assertEquals(kronor("600"), figures.result());
        assertEquals(kronor("1480"), figures.balanceTotal());
        assertEquals(7, figures.vouchers());
        assertEquals(2, figures.months());
        assertEquals(kronor("250"), figures.outputVat().get(25));
        assertEquals(kronor("130"), figures.inputVat());
    }
}
