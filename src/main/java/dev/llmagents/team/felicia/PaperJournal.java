package dev.llmagents.team.felicia;

import dev.llmagents.team.felicia.bank.BankLedger;
import dev.llmagents.team.felicia.ledger.Journal;
import dev.llmagents.team.felicia.ledger.LedgerEntry;
import dev.llmagents.team.felicia.ledger.LedgerEntry.Cost;
import dev.llmagents.team.felicia.ledger.LedgerEntry.Posting;
import dev.llmagents.team.felicia.mission.Banking;
import dev.llmagents.team.felicia.trade.Account;
import dev.llmagents.team.felicia.trade.Fill;
import dev.llmagents.team.felicia.trade.Holding;
import dev.llmagents.team.felicia.trade.PaperBroker;
import dev.llmagents.team.felicia.trade.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The paper fills and the bank's drafts as one journal, with the balances the broker and the bank counted as assertions. */
public final class PaperJournal {
    private static final String CASH = "assets:paper:cash";
    private static final String SHARES = "assets:paper:shares";
    private static final String OPENING = "equity:opening";

    private PaperJournal() {}

    /** The journal; without fills and without a bank it is a head and no entry. */
    public static String of(
            FeliciaCase felicia,
            Optional<Account> account,
            Optional<PaperBroker.Executed> executed,
            BankingOutcome banking) {
        List<LedgerEntry> entries = new ArrayList<>();
        LocalDate asOf = felicia.mission().objective().asOf();
        banking.report().ifPresent(report -> {
            Map<String, String> currencies = new TreeMap<>();
            felicia.mission()
                    .banking()
                    .map(Banking::accounts)
                    .orElse(List.of())
                    .forEach(own -> currencies.put(own.id(), own.currency()));
            entries.addAll(BankLedger.entries(report, currencies));
        });
        account.ifPresent(owned -> {
            entries.add(opening(owned, asOf));
            executed.ifPresent(done -> fills(owned, done, entries));
        });
        return Journal.text(entries);
    }

    private static LedgerEntry opening(Account owned, LocalDate asOf) {
        List<Posting> postings = new ArrayList<>();
        postings.add(asserted(CASH, owned.baseCurrency(), owned.cash(), Optional.empty(), owned.cash()));
        postings.add(new Posting(OPENING, owned.baseCurrency(), owned.cash().negate()));
        for (Holding held : owned.holdings()) {
            postings.add(asserted(SHARES, held.symbol(), held.quantity(), Optional.empty(), held.quantity()));
            postings.add(new Posting(OPENING, held.symbol(), held.quantity().negate()));
        }
        return new LedgerEntry(asOf, "Paper account before the plan", postings);
    }

    private static void fills(Account owned, PaperBroker.Executed executed, List<LedgerEntry> entries) {
        String currency = owned.baseCurrency();
        Map<String, BigDecimal> held = new TreeMap<>();
        owned.holdings().forEach(holding -> held.put(holding.symbol(), holding.quantity()));
        for (Fill fill : executed.fills()) {
            boolean buys = fill.side() == Side.BUY;
            BigDecimal quantity = buys ? fill.quantity() : fill.quantity().negate();
            BigDecimal after = held.merge(fill.symbol(), quantity, BigDecimal::add);
            BigDecimal paid = buys
                    ? fill.notional().add(fill.commission()).negate()
                    : fill.notional().subtract(fill.commission());
            entries.add(new LedgerEntry(
                    fill.date(),
                    "Paper " + (buys ? "purchase " : "sale ") + fill.orderId() + ", " + fill.symbol(),
                    List.of(
                            asserted(
                                    SHARES,
                                    fill.symbol(),
                                    quantity,
                                    Optional.of(new Cost(fill.notional(), currency)),
                                    after),
                            new Posting("expenses:commission", currency, fill.commission()),
                            asserted(CASH, currency, paid, Optional.empty(), fill.cashAfter()))));
        }
    }

    private static Posting asserted(
            String account, String commodity, BigDecimal quantity, Optional<Cost> cost, BigDecimal after) {
        return new Posting(account, commodity, quantity, cost, Optional.of(after));
    }
}
