package dev.llmagents.team.svea.book;

import dev.llmagents.team.svea.sie.SieAccount;
import dev.llmagents.team.svea.sie.SieBalance.Kind;
import java.util.Map;

/**
 * Sums of a year in öre, with income and debt positive.
 *
 * @param turnover net sales, 3000 to 3799
 * @param balanceTotal sum of the assets
 * @param result of the year before it is booked to equity
 * @param equity 20xx, with the result if it is not booked there
 * @param isClosed whether balances and results cancel out
 */
record Figures(long turnover, long balanceTotal, long result, long equity, boolean isClosed) {

    static Figures of(Ledger ledger) {
        Map<String, Long> results = ledger.file().has(Kind.RES, 0) ? ledger.results() : ledger.nets();
        long turnover = 0;
        long result = 0;
        long open = 0;
        for (Map.Entry<String, Long> entry : results.entrySet()) {
            if (!Ledger.isResultAccount(entry.getKey())) {
                continue;
            }
            open -= entry.getValue();
            result -= entry.getKey().equals("8999") ? 0 : entry.getValue();
            if (entry.getKey().startsWith("3") && entry.getKey().charAt(1) < '8') {
                turnover -= entry.getValue();
            }
        }
        long assets = 0;
        long equity = 0;
        long all = 0;
        for (Map.Entry<String, Long> entry : ledger.closing().entrySet()) {
            all += entry.getValue();
            if (SieAccount.classOf(entry.getKey()) == 1) {
                assets += entry.getValue();
            } else if (entry.getKey().startsWith("20")) {
                equity -= entry.getValue();
            }
        }
        // What is booked to 8999 stands in equity already.
        return new Figures(turnover, assets, result, equity + (all == 0 ? 0 : open), all == 0 || all == open);
    }
}
