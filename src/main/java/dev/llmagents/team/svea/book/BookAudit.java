package dev.llmagents.team.svea.book;

import dev.llmagents.team.svea.rule.Assessment;
import dev.llmagents.team.svea.rule.RuleCatalogue;
import dev.llmagents.team.svea.sie.SieFile;

/** Applies every rule on books to one SIE file. */
public final class BookAudit {
    private BookAudit() {}

    /** What the rules find in {@code file}; every rule stands in the coverage, as run or with the reason why not. */
    public static Assessment of(SieFile file, BookOptions options, RuleCatalogue catalogue) {
        Assessment assessment = new Assessment(catalogue, file.name());
        run(file, options, assessment);
        return assessment;
    }

    /** Adds what the rules find in {@code file} to {@code assessment}. */
    public static void run(SieFile file, BookOptions options, Assessment assessment) {
        Ledger ledger = new Ledger(file);
        Report report = new Report(assessment);
        FormatChecks.run(file, report);
        ChartChecks.run(ledger, report);
        report.flush();
        VoucherChecks.run(ledger, report);
        BalanceChecks.run(ledger, report);
        TimingChecks.run(ledger, options, report);
        LikenessChecks.run(ledger, report);
        AccountChecks.run(ledger, options, report);
        report.flush();
        AnnualChecks.run(ledger, options, report);
        report.flush();
        VatChecks.run(ledger, report, assessment.catalogue().get("ML-006"));
        RepresentationChecks.run(ledger, report);
        report.notAssessed("kräver en tidigare export att jämföra med", "BFL-026", "BFL-027");
        report.flush();
    }
}
