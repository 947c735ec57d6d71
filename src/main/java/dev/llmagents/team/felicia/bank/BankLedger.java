package dev.llmagents.team.felicia.bank;

import dev.llmagents.team.felicia.bank.BankReport.Movement;
import dev.llmagents.team.felicia.ledger.LedgerEntry;
import dev.llmagents.team.felicia.ledger.LedgerEntry.Posting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The movements of a report as entries of a ledger, with the balances the bank counted. */
public final class BankLedger {
    private BankLedger() {}

    /**
     * One entry for each opening balance and each movement, in the order of the requests.
     *
     * @param currencies of the own accounts by id
     */
    public static List<LedgerEntry> entries(BankReport report, Map<String, String> currencies) {
        List<LedgerEntry> entries = new ArrayList<>();
        Map<String, BigDecimal> balances = new TreeMap<>(report.opening());
        balances.forEach((id, balance) -> entries.add(
                entry(report, "Opening " + id, id, currencies.get(id), balance, balance, "equity:opening")));
        for (Movement movement : report.movements()) {
            BigDecimal after = balances.merge(movement.account(), movement.amount(), BigDecimal::add);
            entries.add(entry(
                    report,
                    "Request " + movement.request() + ", " + movement.date() + ": " + movement.text(),
                    movement.account(),
                    movement.currency(),
                    movement.amount(),
                    after,
                    against(movement.kind())));
        }
        return entries;
    }

    private static String against(BankReport.Kind kind) {
        return switch (kind) {
            case PAYMENT -> "equity:transit";
            case FEE -> "expenses:bank";
            case EXCHANGE -> "equity:exchange";
        };
    }

    /** Dated on the day of the mission: assertions follow the dates, and the balances follow the requests. */
    private static LedgerEntry entry(
            BankReport report,
            String text,
            String account,
            String currency,
            BigDecimal amount,
            BigDecimal after,
            String against) {
        return new LedgerEntry(
                report.asOf(),
                text,
                List.of(
                        new Posting("assets:bank:" + account, currency, amount, Optional.empty(), Optional.of(after)),
                        new Posting(against, currency, amount.negate())));
    }
}
