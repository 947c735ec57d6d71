package dev.llmagents.team.svea.book;

import dev.llmagents.team.svea.rule.Severity;
import dev.llmagents.team.svea.sie.FiscalYear;
import dev.llmagents.team.svea.sie.Ore;
import dev.llmagents.team.svea.sie.SieAccount;
import dev.llmagents.team.svea.sie.SieBalance;
import dev.llmagents.team.svea.sie.SieBalance.Kind;
import dev.llmagents.team.svea.sie.SieFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Balances against vouchers, against each other and from year to year: BFL-002 to 006, 023. */
final class BalanceChecks {
    /** With fewer accounts in difference no share of them tells anything. */
    private static final int FEW = 5;

    private static final int LONGEST_YEAR = 18;

    private final Ledger ledger;
    private final SieFile file;
    private final Report report;

    private BalanceChecks(Ledger ledger, Report report) {
        this.ledger = ledger;
        this.file = ledger.file();
        this.report = report;
    }

    static void run(Ledger ledger, Report report) {
        BalanceChecks checks = new BalanceChecks(ledger, report);
        checks.movements();
        checks.zeroSums();
        checks.continuity();
        checks.openingOfResults();
        checks.lengths();
    }

    private void movements() {
        if (file.vouchers().isEmpty() || file.type().isImport()) {
            report.notAssessed("filen har inte både saldon och verifikationer", "BFL-002", "BFL-003");
            return;
        }
        if (ledger.year().isEmpty() || !ledger.isBas()) {
            report.notAssessed("filen saknar räkenskapsår (#RAR 0) eller BAS-kontoplan", "BFL-002", "BFL-003");
            return;
        }
        Optional<LocalDate> coveredTo = file.header().coveredTo();
        if (coveredTo.isPresent()
                && ledger.lastDay().map(day -> day.isAfter(coveredTo.get())).orElse(false)) {
            report.notAssessed("saldona omfattar bara till " + coveredTo.get() + " (#OMFATTN)", "BFL-002", "BFL-003");
            return;
        }
        SortedSet<String> accounts = new TreeSet<>(ledger.nets().keySet());
        accounts.addAll(ledger.opening().keySet());
        accounts.addAll(ledger.closing().keySet());
        accounts.addAll(ledger.results().keySet());
        if (file.has(Kind.UB, 0)) {
            report.ran("BFL-002");
            movements("BFL-002", accounts, true, ledger.closing());
        } else {
            report.notAssessed("filen har inga utgående balanser", "BFL-002");
        }
        if (file.has(Kind.RES, 0)) {
            report.ran("BFL-003");
            movements("BFL-003", accounts, false, ledger.results());
        } else {
            report.notAssessed("filen har inga resultatsaldon", "BFL-003");
        }
    }

    private record Difference(String account, long opening, long net, long stated) {
        long amount() {
            return opening + net - stated;
        }
    }

    private void movements(String rule, SortedSet<String> accounts, boolean isBalance, SortedMap<String, Long> stated) {
        List<Difference> differences = new ArrayList<>();
        int moved = 0;
        for (String account : accounts) {
            // An account of class 3 to 8 that the file carries with a closing balance is none of results there.
            boolean isCarried =
                    ledger.closing().containsKey(account) || ledger.opening().containsKey(account);
            boolean isMeant = Ledger.isBalanceAccount(account)
                    ? isBalance
                    : Ledger.isResultAccount(account)
                            && isBalance == (isCarried && !ledger.results().containsKey(account));
            if (!isMeant || ledger.isUnread(account)) {
                continue;
            }
            Difference difference = new Difference(
                    account,
                    isBalance ? ledger.opening().getOrDefault(account, 0L) : 0L,
                    ledger.net(account),
                    stated.getOrDefault(account, 0L));
            moved += difference.stated() != difference.opening() || difference.net() != 0 ? 1 : 0;
            if (difference.amount() != 0) {
                differences.add(difference);
            }
        }
        if (differences.size() >= FEW && differences.size() * 2 > moved) {
            Lines named = new Lines();
            differences.forEach(
                    difference -> named.add(difference.account() + " (" + Ore.text(difference.amount()) + ")"));
            report.find(
                    rule,
                    Severity.VARNING,
                    0,
                    "",
                    "konto",
                    differences.size() + " av " + moved + " konton",
                    "diff",
                    "se konton",
                    "konton",
                    named.text(),
                    "orsak",
                    "filen verkar inte innehålla årets alla verifikationer");
            return;
        }
        for (Difference difference : differences) {
            report.find(
                    rule,
                    line(isBalance ? Kind.UB : Kind.RES, 0, difference.account()),
                    difference.account(),
                    "konto",
                    file.accountName(difference.account()),
                    "IB",
                    Ore.text(difference.opening()),
                    "transaktioner",
                    Ore.text(difference.net()),
                    isBalance ? "UB" : "RES",
                    Ore.text(difference.stated()),
                    "diff",
                    Ore.text(difference.amount()));
        }
    }

    private int line(Kind kind, int year, String account) {
        for (SieBalance balance : file.balances()) {
            if (balance.kind() == kind
                    && balance.year() == year
                    && balance.account().equals(account)) {
                return balance.line();
            }
        }
        return 0;
    }

    private void zeroSums() {
        boolean hasRun = false;
        for (int year : new int[] {0, -1}) {
            if (!file.has(Kind.UB, year) || !file.has(Kind.RES, year)) {
                continue;
            }
            hasRun = true;
            if (file.balances().stream().allMatch(SieBalance::isRead)) {
                zeroSum(year);
            }
        }
        if (hasRun) {
            report.ran("BFL-004");
        } else {
            report.notAssessed("filen har inte både balans- och resultatsaldon", "BFL-004");
        }
    }

    private void zeroSum(int year) {
        long balances = sum(file.sums(Kind.UB, year));
        long results = sum(file.sums(Kind.RES, year));
        long difference = balances + results;
        if (difference == 0) {
            return;
        }
        String cause;
        // A year before stands in the file for comparison only, and often not whole.
        Severity severity = year == 0 ? Severity.FEL : Severity.VARNING;
        long opening = sum(file.sums(Kind.IB, year));
        if (balances == 0) {
            severity = Severity.VARNING;
            cause = "Balanskontona går ihop för sig: årets resultat är bokfört på 2099 men 8999 saknas i saldona.";
        } else if (results == 0) {
            cause = "Resultatkontona går ihop för sig: 8999 är bokfört men 2099 har inte fått årets resultat.";
        } else if (file.has(Kind.IB, year) && opening == difference) {
            // Until the year before is closed its result is in no account: that is a state of every spring.
            severity = Severity.VARNING;
            cause = "De ingående balanserna avviker lika mycket: föregående års resultat är sannolikt inte omfört än.";
        } else {
            cause = "Leta efter ett konto vars saldo saknas i filen, eller en verifikation som inte balanserar.";
        }
        report.find(
                "BFL-004",
                severity,
                0,
                "år " + year,
                "år",
                Integer.toString(year),
                "diff",
                Ore.text(difference),
                "summa UB",
                Ore.text(balances),
                "summa RES",
                Ore.text(results),
                "orsak",
                cause);
    }

    private static long sum(SortedMap<String, Long> sums) {
        return sums.values().stream().mapToLong(Long::longValue).sum();
    }

    private void continuity() {
        if (!file.has(Kind.UB, -1) || !file.has(Kind.IB, 0)) {
            report.notAssessed("filen har inte både föregående års UB och årets IB", "BFL-005");
            return;
        }
        report.ran("BFL-005");
        Continuity.compare(
                Continuity.grouped(file.sums(Kind.UB, -1)),
                Continuity.grouped(ledger.opening()),
                (account, before, after) -> {
                    if (SieAccount.classOf(account) < 3 || !ledger.isBas()) {
                        report.find(
                                "BFL-005",
                                line(Kind.IB, 0, account),
                                account,
                                "konto",
                                file.accountName(account),
                                "föregående UB",
                                Ore.text(before),
                                "IB",
                                Ore.text(after),
                                "diff",
                                Ore.text(after - before));
                    }
                });
    }

    private void openingOfResults() {
        if (!file.has(Kind.IB, 0) || !ledger.isBas()) {
            report.notAssessed("filen har inga ingående balanser på en BAS-kontoplan", "BFL-006");
            return;
        }
        report.ran("BFL-006");
        for (Map.Entry<String, Long> balance : ledger.opening().entrySet()) {
            if (Ledger.isResultAccount(balance.getKey()) && balance.getValue() != 0) {
                Severity severity = ledger.isDeclaredBalance(balance.getKey()) ? Severity.VARNING : Severity.FEL;
                report.find(
                        "BFL-006",
                        severity,
                        line(Kind.IB, 0, balance.getKey()),
                        balance.getKey(),
                        "konto",
                        file.accountName(balance.getKey()),
                        "IB",
                        Ore.text(balance.getValue()));
            }
        }
    }

    private void lengths() {
        if (file.years().isEmpty()) {
            report.notAssessed("filen har inget räkenskapsår (#RAR)", "BFL-023");
            return;
        }
        report.ran("BFL-023");
        for (FiscalYear year : file.years()) {
            int months = year.months();
            if (months != 12) {
                // The limit was not read in its source: too long a year is no proven fault.
                report.find(
                        "BFL-023",
                        months > LONGEST_YEAR ? Severity.VARNING : Severity.INFO,
                        year.line(),
                        "",
                        "år",
                        year.period(),
                        "månader",
                        Integer.toString(months));
            }
        }
    }
}
