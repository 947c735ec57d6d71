package dev.llmagents.team.svea.book;

import dev.llmagents.team.svea.rule.Severity;
import dev.llmagents.team.svea.sie.Ore;
import dev.llmagents.team.svea.sie.SieRow;
import dev.llmagents.team.svea.sie.SieVoucher;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Entertainment of customers and staff: REP-001 and REP-002. */
final class RepresentationChecks {
    private static final Set<String> ACCOUNTS = Set.of("6071", "6072", "7631", "7632");
    private static final List<String> MEALS = List.of("lunch", "middag", "restaurang", "krog", "måltid", "julbord");
    private static final Pattern PERSONS =
            Pattern.compile("\\b(\\d{1,4})\\s?(?:pers|personer|deltagare|gäster)\\b", Pattern.CASE_INSENSITIVE);
    private static final long MOST_PER_PERSON = 300_00;

    private final Report report;
    private final Group unknown = new Group();

    private RepresentationChecks(Report report) {
        this.report = report;
    }

    static void run(Ledger ledger, Report report) {
        if (ledger.file().vouchers().isEmpty() || !ledger.isBas()) {
            report.notAssessed("kräver verifikationer på en BAS-kontoplan", "REP-001", "REP-002");
            return;
        }
        report.ran("REP-001", "REP-002");
        RepresentationChecks checks = new RepresentationChecks(report);
        ledger.file().vouchers().forEach(checks::voucher);
        checks.unknown.tell(
                report,
                "REP-001",
                Severity.INFO,
                "ver",
                checks.unknown.count() + " verifikationer",
                "åtgärd",
                "Skriv antalet personer i verifikationstexten: avdraget för moms beräknas på högst 300 kr per person.");
    }

    private void voucher(SieVoucher voucher) {
        long base = 0;
        long vat = 0;
        boolean isMeal = false;
        for (SieRow row : voucher.rows()) {
            if (ACCOUNTS.contains(row.account())) {
                base += row.ore();
                isMeal |= row.account().equals("6071") && VatChecks.hasWord(row.text(), MEALS);
            } else if (VatAccounts.isInput(VatAccounts.number(row.account()))) {
                vat += row.ore();
            }
        }
        if (base <= 0) {
            return;
        }
        if (isMeal || isOn(voucher, "6071") && VatChecks.hasWord(voucher.text(), MEALS)) {
            report.find("REP-002", voucher.line(), voucher.name(), "ver", voucher.name(), "text", voucher.anyText());
        }
        if (vat > 0) {
            deduction(voucher, base, vat);
        }
    }

    private static boolean isOn(SieVoucher voucher, String account) {
        return voucher.rows().stream().anyMatch(row -> row.account().equals(account));
    }

    private void deduction(SieVoucher voucher, long base, long vat) {
        int persons = persons(voucher);
        if (persons == 0) {
            unknown.add(voucher);
            return;
        }
        long most = persons * MOST_PER_PERSON;
        // The part of the VAT that falls on the deductible part of the base, a krona for rounding.
        long allowed = base <= most ? vat : Math.round((double) vat * most / base);
        if (base > most && isFull(base, vat) && vat > allowed + 100) {
            report.find(
                    "REP-001",
                    voucher.line(),
                    voucher.name(),
                    "ver",
                    voucher.name(),
                    "personer",
                    Integer.toString(persons),
                    "underlag",
                    Ore.text(base),
                    "moms",
                    Ore.text(vat),
                    "högst",
                    Ore.text(allowed),
                    "åtgärd",
                    "Dra av högst " + Ore.text(allowed) + " kr och bokför resten som kostnad.");
        }
    }

    /** Whether the VAT is a rate of the whole base: what was limited already is less. */
    private static boolean isFull(long base, long vat) {
        return VatAccounts.RATES.stream().anyMatch(rate -> Math.abs(vat - Ore.share(base, rate)) <= 100);
    }

    private static int persons(SieVoucher voucher) {
        int persons = persons(voucher.text());
        for (SieRow row : voucher.rows()) {
            persons = persons == 0 ? persons(row.text()) : persons;
        }
        return persons;
    }

    private static int persons(String text) {
        Matcher matcher = PERSONS.matcher(text);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
