package dev.llmagents.team.svea.book;

import dev.llmagents.team.svea.sie.FiscalYear;
import dev.llmagents.team.svea.sie.Ore;
import dev.llmagents.team.svea.sie.SieBalance.Kind;
import dev.llmagents.team.svea.sie.SieFile;
import java.time.LocalDate;
import java.util.Locale;

/** Equity and annual accounts: ABL-001 to 004, ARL-001 to 003. */
final class AnnualChecks {
    private static final long LEAST_CAPITAL = 25_000_00;
    private static final int TAX_FREE_PERCENT_TENTHS = 794;
    private static final LocalDate LAST_OLD_YEAR = LocalDate.of(2025, 12, 31);

    private final Ledger ledger;
    private final SieFile file;
    private final BookOptions options;
    private final Report report;

    private AnnualChecks(Ledger ledger, BookOptions options, Report report) {
        this.ledger = ledger;
        this.file = ledger.file();
        this.options = options;
        this.report = report;
    }

    static void run(Ledger ledger, BookOptions options, Report report) {
        AnnualChecks checks = new AnnualChecks(ledger, options, report);
        checks.equity();
        checks.loans();
        checks.result();
        checks.dates();
    }

    private void equity() {
        if (!file.header().isLimitedCompany()) {
            report.notAssessed("företaget är inget aktiebolag efter #FTYP och #FNAMN", "ABL-001", "ABL-002");
            return;
        }
        long capital = -ledger.closing().getOrDefault("2081", 0L);
        if (capital <= 0 || !ledger.isBas()) {
            report.notAssessed("filen visar inget aktiekapital (UB på 2081)", "ABL-001", "ABL-002");
            return;
        }
        report.ran("ABL-002");
        if (capital < LEAST_CAPITAL) {
            report.find("ABL-002", 0, "2081", "aktiekapital", Ore.text(capital));
        }
        Figures figures = Figures.of(ledger);
        if (!figures.isClosed()) {
            report.notAssessed("balans- och resultatsaldon tar inte ut varandra (BFL-004)", "ABL-001");
            return;
        }
        report.ran("ABL-001");
        if (figures.equity() < capital / 2) {
            long untaxed = -ledger.closing().subMap("2100", "2200").values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            long part = untaxed / 1000 * TAX_FREE_PERCENT_TENTHS + untaxed % 1000 * TAX_FREE_PERCENT_TENTHS / 1000;
            report.find(
                    "ABL-001",
                    0,
                    "2081",
                    "eget kapital",
                    Ore.text(figures.equity()),
                    "aktiekapital",
                    Ore.text(capital),
                    "datum",
                    lastDay(),
                    "obeskattade reserver",
                    Ore.text(untaxed),
                    "eget kapital med 79,4 % av reserverna",
                    Ore.text(figures.equity() + part));
        }
    }

    private String lastDay() {
        return file.header()
                .coveredTo()
                .or(() -> file.header()
                        .generated()
                        .filter(day ->
                                ledger.year().map(year -> year.contains(day)).orElse(false)))
                .or(() -> ledger.year().map(FiscalYear::end))
                .map(LocalDate::toString)
                .orElse("okänd dag");
    }

    private void loans() {
        if (!file.header().isLimitedCompany() || !file.has(Kind.UB, 0)) {
            report.notAssessed("gäller aktiebolag med utgående balanser", "ABL-003");
            return;
        }
        report.ran("ABL-003");
        ledger.closing().forEach((account, ore) -> {
            if (ore > 0 && Ledger.isBalanceAccount(account) && account.startsWith("1") && isOwners(account)) {
                report.find("ABL-003", 0, account, "konto", file.accountName(account), "saldo", Ore.text(ore));
            }
        });
    }

    private boolean isOwners(String account) {
        String name = file.accountName(account).toLowerCase(Locale.ROOT);
        return account.equals("1385")
                || account.equals("1685")
                || name.contains("aktieägare")
                || name.contains("delägare")
                || (name.contains("närstående") && !name.contains("företag"));
    }

    private void result() {
        if (!file.has(Kind.RES, 0) || ledger.year().isEmpty() || !ledger.isBas()) {
            report.notAssessed("filen har inga resultatsaldon för ett räkenskapsår", "ABL-004");
            return;
        }
        report.ran("ABL-004");
        long booked = ledger.results().getOrDefault("8999", 0L);
        long result = -ledger.results().entrySet().stream()
                .filter(entry -> Ledger.isResultAccount(entry.getKey())
                        && !entry.getKey().equals("8999"))
                .mapToLong(entry -> entry.getValue())
                .sum();
        boolean isOver = ledger.year().get().end().isBefore(options.asOf());
        if (isOver && result != 0 && booked == 0) {
            report.find("ABL-004", 0, "8999", "resultat", Ore.text(result));
        } else if (booked != 0 && booked != result) {
            report.find("ABL-004", 0, "8999", "resultat", Ore.text(result), "8999", Ore.text(booked));
        }
    }

    private void dates() {
        if (ledger.year().isEmpty()) {
            report.notAssessed("filen har inget räkenskapsår (#RAR 0)", "ARL-001", "ARL-002", "ARL-003");
            return;
        }
        FiscalYear year = ledger.year().get();
        report.ran("ARL-001");
        report.find(
                "ARL-001",
                year.line(),
                "",
                "datum",
                LocalDate.of(year.end().getYear() + 7, 12, 31).toString());
        if (file.header().isLimitedCompany()) {
            report.ran("ARL-002");
            report.find(
                    "ARL-002", year.line(), "", "datum", annualReportDue(year).toString());
        } else {
            report.notAssessed("företaget är inget aktiebolag efter #FTYP och #FNAMN", "ARL-002");
        }
        if (!file.header().companyType().equals("BRF")) {
            report.notAssessed("företaget är ingen bostadsrättsförening efter #FTYP", "ARL-003");
        } else if (year.start().isAfter(LAST_OLD_YEAR)) {
            report.find("ARL-003", year.line(), "", "räkenskapsår", year.period());
        } else {
            report.ran("ARL-003");
        }
    }

    private static LocalDate annualReportDue(FiscalYear year) {
        LocalDate due = year.end().plusMonths(7);
        // The end of a month answers to the end of a month: 30 June to 31 January.
        return year.end().getDayOfMonth() == year.end().lengthOfMonth() ? due.withDayOfMonth(due.lengthOfMonth()) : due;
    }
}
