package dev.llmagents.team.svea.book;

import dev.llmagents.team.svea.rule.Assessment;
import dev.llmagents.team.svea.sie.FiscalYear;
import dev.llmagents.team.svea.sie.Ore;
import dev.llmagents.team.svea.sie.SieAccount;
import dev.llmagents.team.svea.sie.SieBalance.Kind;
import dev.llmagents.team.svea.sie.SieDiff;
import dev.llmagents.team.svea.sie.SieFile;
import dev.llmagents.team.svea.sie.SieVoucher;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Checks over several files of one company: year after year, and an export against a later one of the same year. */
public final class YearChain {
    private YearChain() {}

    /** The files in order of their own years; those without a year last. */
    public static List<SieFile> sorted(List<SieFile> files) {
        List<SieFile> sorted = new ArrayList<>(files);
        sorted.sort(Comparator.comparing(
                        (SieFile file) -> file.year(0).map(FiscalYear::start).orElse(LocalDate.MAX))
                .thenComparing(SieFile::name));
        return sorted;
    }

    /** Whether the files are of the same company and the later one's year begins the day after the other's ends. */
    public static boolean follows(SieFile before, SieFile after) {
        return before.year(0)
                        .flatMap(year -> after.year(0)
                                .filter(next -> next.start().equals(year.end().plusDays(1))))
                        .isPresent()
                && digits(before).equals(digits(after));
    }

    private static String digits(SieFile file) {
        return file.header().organisationNumber().replace("-", "");
    }

    /**
     * Compares the closing balances of a file with the opening ones of the next year's (BFL-005) and says if the years do not
     * meet (SIE-021).
     *
     * @param assessment of the later file
     */
    public static void check(SieFile before, SieFile after, Assessment assessment) {
        Report report = new Report(assessment);
        if (before.year(0).isEmpty() || after.year(0).isEmpty()) {
            report.notAssessed("en av filerna har inget räkenskapsår (#RAR 0)", "BFL-005", "SIE-021");
            return;
        }
        FiscalYear old = before.year(0).get();
        FiscalYear now = after.year(0).get();
        report.ran("SIE-021");
        if (!now.start().equals(old.end().plusDays(1))) {
            report.find(
                    "SIE-021",
                    now.line(),
                    "",
                    "åren",
                    old.period() + " och " + now.period(),
                    "föregående fil",
                    before.name());
        } else if (before.has(Kind.UB, 0) && after.has(Kind.IB, 0)) {
            report.ran("BFL-005");
            Continuity.compare(
                    Continuity.grouped(before.sums(Kind.UB, 0)),
                    Continuity.grouped(after.sums(Kind.IB, 0)),
                    (account, closing, opening) -> {
                        if (SieAccount.classOf(account) < 3) {
                            report.find(
                                    "BFL-005",
                                    0,
                                    account,
                                    "konto",
                                    after.accountName(account),
                                    "föregående UB",
                                    Ore.text(closing),
                                    "IB",
                                    Ore.text(opening),
                                    "diff",
                                    Ore.text(opening - closing),
                                    "föregående fil",
                                    before.name());
                        }
                    });
        } else {
            report.notAssessed("filerna har inte både föregående års UB och årets IB", "BFL-005");
        }
        report.flush();
    }

    /**
     * Tells which vouchers of an earlier export are changed (BFL-026) or gone (BFL-027) in a later one.
     *
     * @param assessment of the later file
     */
    public static void check(SieDiff diff, Assessment assessment) {
        Report report = new Report(assessment);
        report.ran("BFL-026", "BFL-027");
        for (SieDiff.Change change : diff.changed()) {
            report.find(
                    "BFL-026",
                    change.after().line(),
                    change.after().name(),
                    "ver",
                    change.after().name(),
                    "ändring",
                    change.what(),
                    "tidigare rad",
                    Integer.toString(change.before().line()));
        }
        for (SieVoucher voucher : diff.removed()) {
            report.find(
                    "BFL-027",
                    0,
                    voucher.name(),
                    "ver",
                    voucher.name(),
                    "datum",
                    voucher.date().map(Object::toString).orElse(""),
                    "text",
                    voucher.anyText(),
                    "tidigare rad",
                    Integer.toString(voucher.line()));
        }
        report.flush();
    }
}
