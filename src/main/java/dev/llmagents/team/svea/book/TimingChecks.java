package dev.llmagents.team.svea.book;

import dev.llmagents.team.svea.rule.Severity;
import dev.llmagents.team.svea.sie.SieRow;
import dev.llmagents.team.svea.sie.SieVoucher;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** When vouchers were booked: BFL-010 to 012 and 022. */
final class TimingChecks {
    private static final BigDecimal QUARTERLY = new BigDecimal(3_000_000);
    private static final BigDecimal YEARLY = new BigDecimal(1_000_000);
    private static final int FEW_VOUCHERS = 50;
    private static final int DAYS = 50;
    private static final int DAYS_AFTER_YEAR = 60;
    /** Fewer vouchers in a year than two a month: a quiet month is nothing to wonder at. */
    private static final int QUIET = 24;

    private final Ledger ledger;
    private final BookOptions options;
    private final Report report;
    private final List<SieVoucher> vouchers;

    private TimingChecks(Ledger ledger, BookOptions options, Report report) {
        this.ledger = ledger;
        this.options = options;
        this.report = report;
        this.vouchers = ledger.file().vouchers();
    }

    static void run(Ledger ledger, BookOptions options, Report report) {
        TimingChecks checks = new TimingChecks(ledger, options, report);
        checks.registered();
        checks.months();
    }

    private void registered() {
        if (vouchers.stream().noneMatch(voucher -> voucher.registered().isPresent())) {
            report.notAssessed("filen har inga registreringsdatum", "BFL-010", "BFL-011", "BFL-012");
            return;
        }
        report.ran("BFL-010", "BFL-011", "BFL-012");
        Group late = new Group();
        Group cash = new Group();
        Group early = new Group();
        Group accrued = new Group();
        for (SieVoucher voucher : vouchers) {
            if (voucher.date().isEmpty() || voucher.registered().isEmpty()) {
                continue;
            }
            LocalDate day = voucher.date().get();
            LocalDate registered = voucher.registered().get();
            if (registered.isBefore(day)) {
                // What is booked ahead for the end of a month is mostly an accrual or a salary.
                boolean isMonthEnd = day.equals(YearMonth.from(day).atEndOfMonth());
                (isMonthEnd ? accrued : early).add(voucher, ChronoUnit.DAYS.between(registered, day));
                continue;
            }
            long days = ChronoUnit.DAYS.between(deadline(day), registered);
            if (days > 0 && !isClosing(day)) {
                late.add(voucher, days);
            }
            if (!options.hasCertifiedCashRegister()
                    && registered.isAfter(day.plusDays(1))
                    && isCash(voucher)
                    && registered.isAfter(Workdays.after(day))) {
                cash.add(voucher, Workdays.between(day, registered));
            }
        }
        late.tell(
                report,
                "BFL-010",
                Severity.VARNING,
                "dagar",
                Long.toString(late.worst()),
                "värst",
                late.worstName(),
                "regel",
                rule());
        cash.tell(
                report,
                "BFL-011",
                Severity.VARNING,
                "arbetsdagar som mest",
                Long.toString(cash.worst()),
                "värst",
                cash.worstName());
        early.tell(
                report, "BFL-012", Severity.VARNING, "dagar", Long.toString(early.worst()), "värst", early.worstName());
        accrued.tell(
                report,
                "BFL-012",
                Severity.INFO,
                "dagar",
                Long.toString(accrued.worst()),
                "värst",
                accrued.worstName(),
                "daterade",
                "månadens sista dag, som periodiseringar och löner är");
    }

    /** Entries of the closing are dated the last day of the year and made when the accounts are. */
    private boolean isClosing(LocalDate day) {
        return ledger.year().map(year -> year.end().equals(day)).orElse(false);
    }

    private boolean isYearly() {
        return options.turnover().map(kronor -> kronor.compareTo(YEARLY) <= 0).orElse(false)
                && vouchers.size() <= FEW_VOUCHERS
                && ledger.year().isPresent();
    }

    private boolean isQuarterly() {
        return options.turnover()
                .map(kronor -> kronor.compareTo(QUARTERLY) <= 0)
                .orElse(false);
    }

    private LocalDate deadline(LocalDate day) {
        if (isYearly()) {
            return ledger.year().orElseThrow().end().plusDays(DAYS_AFTER_YEAR);
        }
        YearMonth month = YearMonth.from(day);
        YearMonth last = isQuarterly() ? month.plusMonths((12 - month.getMonthValue()) % 3) : month;
        return last.atEndOfMonth().plusDays(DAYS);
    }

    private String rule() {
        if (isYearly()) {
            return "högst 1 Mkr omsättning och 50 verifikationer: 60 dagar efter räkenskapsåret";
        }
        return isQuarterly()
                ? "högst 3 Mkr omsättning: 50 dagar efter kvartalet"
                : "högst 3 Mkr omsättning ger 50 dagar efter kvartalet (ange omsättningen)";
    }

    private static boolean isCash(SieVoucher voucher) {
        for (SieRow row : voucher.rows()) {
            if (row.ore() != 0 && row.account().length() == 4 && row.account().startsWith("191")) {
                return true;
            }
        }
        return false;
    }

    private void months() {
        Optional<LocalDate> last = ledger.lastDay();
        if (ledger.file().type().isImport() || ledger.year().isEmpty() || last.isEmpty()) {
            report.notAssessed("kräver en fil med räkenskapsår och alla verifikationer", "BFL-022");
            return;
        }
        report.ran("BFL-022");
        Lines quiet = new Lines();
        boolean hasBegun = false;
        for (int month = 0; month < ledger.month(last.get()) && month < ledger.months(); month++) {
            hasBegun |= ledger.isActive(month);
            if (hasBegun && !ledger.isActive(month)) {
                quiet.add(ledger.monthName(month));
            }
        }
        if (quiet.count() > 0) {
            report.find(
                    "BFL-022",
                    vouchers.size() < QUIET ? Severity.INFO : Severity.VARNING,
                    0,
                    "",
                    "månader",
                    quiet.text());
        }
    }
}
