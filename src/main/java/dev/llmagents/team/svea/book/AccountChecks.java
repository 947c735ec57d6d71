package dev.llmagents.team.svea.book;

import dev.llmagents.team.svea.rule.Severity;
import dev.llmagents.team.svea.sie.Ore;
import dev.llmagents.team.svea.sie.SieAccount;
import dev.llmagents.team.svea.sie.SieBalance.Kind;
import dev.llmagents.team.svea.sie.SieFile;
import dev.llmagents.team.svea.sie.SieRow;
import dev.llmagents.team.svea.sie.SieVoucher;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Accounts that say something by their balance: BFL-018 to 021, 024, 025. */
final class AccountChecks {
    private static final Set<String> OBSERVATION = Set.of("1799", "2999", "3999");
    private static final long ROUNDING_IN_VOUCHER = 100;
    private static final long ROUNDING_IN_YEAR = 100_00;
    private static final long EVEN = 10_000_00;

    private final Ledger ledger;
    private final SieFile file;
    private final Report report;

    private AccountChecks(Ledger ledger, Report report) {
        this.ledger = ledger;
        this.file = ledger.file();
        this.report = report;
    }

    static void run(Ledger ledger, BookOptions options, Report report) {
        AccountChecks checks = new AccountChecks(ledger, report);
        if (!ledger.isBas()) {
            report.notAssessed("kontoplanen är inte BAS", "BFL-018", "BFL-019", "BFL-020", "BFL-024", "BFL-025");
        } else {
            checks.cash();
            checks.rounding();
            checks.closing();
            checks.taxes();
        }
        checks.sample(options);
    }

    private void cash() {
        if (file.type().isImport() || file.vouchers().isEmpty() || !file.has(Kind.IB, 0)) {
            report.notAssessed("kräver ingående balanser och verifikationer", "BFL-018");
            return;
        }
        report.ran("BFL-018");
        SortedMap<String, SortedMap<LocalDate, Long>> accounts = new TreeMap<>();
        for (SieVoucher voucher : file.vouchers()) {
            for (SieRow row : voucher.rows()) {
                if (row.account().length() == 4
                        && row.account().startsWith("191")
                        && voucher.date().isPresent()
                        && ledger.isInYear(voucher)) {
                    accounts.computeIfAbsent(row.account(), any -> new TreeMap<>())
                            .merge(voucher.date().get(), row.ore(), Long::sum);
                }
            }
        }
        accounts.forEach((account, days) -> {
            if (!ledger.isUnread(account)) {
                cash(account, days);
            }
        });
    }

    private void cash(String account, SortedMap<LocalDate, Long> days) {
        long balance = ledger.opening().getOrDefault(account, 0L);
        long lowest = 0;
        int negative = 0;
        String first = "";
        String firstBalance = "";
        String worst = "";
        for (Map.Entry<LocalDate, Long> day : days.entrySet()) {
            balance += day.getValue();
            if (balance < 0) {
                negative++;
                if (first.isEmpty()) {
                    first = day.getKey().toString();
                    firstBalance = Ore.text(balance);
                }
                if (balance < lowest) {
                    lowest = balance;
                    worst = day.getKey().toString();
                }
            }
        }
        if (negative > 0) {
            report.find(
                    "BFL-018",
                    0,
                    account,
                    "konto",
                    file.accountName(account),
                    "datum",
                    first,
                    "saldo",
                    firstBalance,
                    "lägst",
                    Ore.text(lowest) + " den " + worst,
                    "dagar",
                    Integer.toString(negative));
        }
    }

    private void rounding() {
        if (file.vouchers().isEmpty()) {
            report.notAssessed("filen har inga verifikationer", "BFL-019");
            return;
        }
        report.ran("BFL-019");
        Group large = new Group();
        long year = 0;
        for (SieVoucher voucher : file.vouchers()) {
            long rounding = 0;
            for (SieRow row : voucher.rows()) {
                if (row.account().equals("3740")) {
                    rounding += row.ore();
                    year += Math.abs(row.ore());
                }
            }
            if (Math.abs(rounding) > ROUNDING_IN_VOUCHER) {
                large.add(voucher, Math.abs(rounding));
            }
        }
        large.tell(
                report,
                "BFL-019",
                Severity.INFO,
                "detalj",
                "mer än 1 kr i " + large.count() + " fall",
                "störst",
                large.count() == 0 ? "" : Ore.text(large.worst()) + " kr i " + large.worstName());
        if (year > ROUNDING_IN_YEAR) {
            report.find("BFL-019", 0, "3740", "detalj", "sammanlagt " + Ore.text(year) + " kr under året");
        }
    }

    private void closing() {
        if (!file.has(Kind.UB, 0)) {
            report.notAssessed("filen har inga utgående balanser", "BFL-020", "BFL-024");
            return;
        }
        report.ran("BFL-020", "BFL-024");
        ledger.closing().forEach((account, ore) -> {
            if (ore == 0) {
                return;
            }
            if (isObservation(account)) {
                report.find("BFL-020", 0, account, "konto", file.accountName(account), "saldo", Ore.text(ore));
            }
            boolean isTurned =
                    account.equals("2440") ? ore > 0 : Set.of("1510", "1930").contains(account) && ore < 0;
            if (isTurned) {
                report.find("BFL-024", 0, account, "konto", file.accountName(account), "saldo", Ore.text(ore));
            }
        });
    }

    private boolean isObservation(String account) {
        String name = file.account(account).map(SieAccount::name).orElse("").toLowerCase(Locale.ROOT);
        return OBSERVATION.contains(account)
                || name.contains("observationskonto")
                || name.contains("obs-konto")
                || name.contains("obskonto");
    }

    private void taxes() {
        if (file.type().isImport() || file.vouchers().isEmpty() || !file.has(Kind.IB, 0)) {
            report.notAssessed("kräver ingående balanser och verifikationer", "BFL-025");
            return;
        }
        report.ran("BFL-025");
        for (String account : List.of("2710", "2731")) {
            long old = ledger.stuckFor(account, 2);
            if (Math.abs(old) >= 100) {
                report.find("BFL-025", 0, account, "konto", file.accountName(account), "belopp", Ore.text(old));
            }
        }
    }

    private void sample(BookOptions options) {
        if (!options.isAudit() || file.vouchers().isEmpty()) {
            report.notAssessed(
                    options.isAudit() ? "filen har inga verifikationer" : "görs bara på begäran (revision)", "BFL-021");
            return;
        }
        report.ran("BFL-021");
        Group even = new Group();
        Group weekend = new Group();
        for (SieVoucher voucher : file.vouchers()) {
            for (SieRow row : voucher.rows()) {
                if (row.ore() != 0 && row.ore() % EVEN == 0) {
                    even.add(voucher, Math.abs(row.ore()));
                    break;
                }
            }
            LocalDate day = voucher.registered().or(voucher::date).orElse(LocalDate.MIN);
            if (!day.equals(LocalDate.MIN)
                    && (day.getDayOfWeek() == DayOfWeek.SATURDAY
                            || day.getDayOfWeek() == DayOfWeek.SUNDAY
                            || Workdays.isHoliday(day))) {
                weekend.add(voucher);
            }
        }
        even.tell(report, "BFL-021", Severity.INFO, "vad", "verifikationer med jämna belopp om hela 10 000 kr");
        weekend.tell(report, "BFL-021", Severity.INFO, "vad", "verifikationer på helger");
    }
}
