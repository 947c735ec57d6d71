package dev.llmagents.team.svea.book;

import dev.llmagents.team.svea.sie.FiscalYear;
import dev.llmagents.team.svea.sie.Ore;
import dev.llmagents.team.svea.sie.SieFile;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Key figures of a file, in kronor; income, profit and equity positive.
 *
 * @param year the file's own year
 * @param turnover net sales, accounts 3000 to 3799
 * @param balanceTotal sum of the assets
 * @param result of the year, after tax and before it is booked to equity
 * @param equity accounts 20xx, with the result if it is not booked there
 * @param isClosed whether balance and result accounts cancel out
 * @param vouchers number of vouchers
 * @param rows number of rows that count
 * @param accounts number of accounts in the chart
 * @param months months of the year that have vouchers
 * @param outputVat by rate in percent, of one's own sales
 * @param inputVat of all purchases
 */
public record BookFigures(
        Optional<FiscalYear> year,
        BigDecimal turnover,
        BigDecimal balanceTotal,
        BigDecimal result,
        BigDecimal equity,
        boolean isClosed,
        int vouchers,
        int rows,
        int accounts,
        int months,
        SortedMap<Integer, BigDecimal> outputVat,
        BigDecimal inputVat) {

    public static BookFigures of(SieFile file) {
        Ledger ledger = new Ledger(file);
        Figures figures = Figures.of(ledger);
        VatReport vat = VatReport.of(file);
        SortedMap<Integer, BigDecimal> rates = new TreeMap<>();
        rates.put(25, vat.boxes().get("10"));
        rates.put(12, vat.boxes().get("11"));
        rates.put(6, vat.boxes().get("12"));
        int months = 0;
        for (int month = 0; month < ledger.months(); month++) {
            months += ledger.isActive(month) ? 1 : 0;
        }
        return new BookFigures(
                ledger.year(),
                Ore.kronor(figures.turnover()),
                Ore.kronor(figures.balanceTotal()),
                Ore.kronor(figures.result()),
                Ore.kronor(figures.equity()),
                figures.isClosed(),
                file.vouchers().size(),
                file.vouchers().stream()
                        .mapToInt(voucher -> voucher.rows().size())
                        .sum(),
                file.accounts().size(),
                months,
                rates,
                vat.boxes().get("48"));
    }
}
