package dev.llmagents.team.svea.book;

import dev.llmagents.ident.CheckDigits;
import dev.llmagents.team.svea.rule.Severity;
import dev.llmagents.team.svea.sie.FiscalYear;
import dev.llmagents.team.svea.sie.ObjectRef;
import dev.llmagents.team.svea.sie.SieAccount;
import dev.llmagents.team.svea.sie.SieBalance;
import dev.llmagents.team.svea.sie.SieFile;
import dev.llmagents.team.svea.sie.SieObject;
import dev.llmagents.team.svea.sie.SieRow;
import dev.llmagents.team.svea.sie.SieVoucher;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Identification, chart, dimensions and years of the file: SIE-012, 013 and 018 to 025. */
final class ChartChecks {
    /** Dimensions that need no declaration (SIE 4B, section 8; 8 to 10 after practice). */
    private static final Set<String> RESERVED = Set.of("1", "2", "6", "7", "8", "9", "10");

    /** Employees, customers, suppliers and invoices: registers of their own, which a book need not repeat. */
    private static final Set<String> REGISTERS = Set.of("7", "8", "9", "10");

    private final Ledger ledger;
    private final SieFile file;
    private final Report report;

    private ChartChecks(Ledger ledger, Report report) {
        this.ledger = ledger;
        this.file = ledger.file();
        this.report = report;
    }

    static void run(Ledger ledger, Report report) {
        ChartChecks checks = new ChartChecks(ledger, report);
        checks.organisationNumber();
        checks.numbers();
        checks.types();
        checks.declared();
        checks.objects();
        checks.years();
        checks.taxYear();
        checks.coverage();
    }

    private void organisationNumber() {
        String number = file.header().organisationNumber();
        if (number.isEmpty()) {
            report.notAssessed("filen har ingen #ORGNR", "SIE-019", "SIE-025");
            return;
        }
        report.ran("SIE-019", "SIE-025");
        String digits = number.replace("-", "").replace(" ", "");
        boolean isNumber = digits.length() >= 10 && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        if (isNumber && number.indexOf('-') < 0 && file.type().isLabelled()) {
            report.find("SIE-019", file.lineOf("ORGNR"), "", "orgnr", number);
        }
        String ten = digits.length() == 12 ? digits.substring(2) : digits;
        if (!isNumber || ten.length() != 10 || !CheckDigits.luhn(ten)) {
            report.find("SIE-025", file.lineOf("ORGNR"), "", "orgnr", number);
        }
    }

    private void numbers() {
        if (file.accounts().isEmpty()) {
            report.notAssessed("filen har ingen kontoplan", "SIE-012", "SIE-014", "SIE-024");
            return;
        }
        report.ran("SIE-012", "SIE-014");
        Lines accounts = new Lines(10);
        Lines lines = new Lines();
        int first = 0;
        for (SieAccount account : file.accounts().values()) {
            if (account.number().length() != 4 || !isDigits(account.number())) {
                first = first == 0 ? account.line() : Math.min(first, account.line());
                accounts.add(account.number());
                lines.add(account.line());
            }
        }
        if (accounts.count() > 0) {
            report.find(
                    "SIE-012",
                    first,
                    "",
                    "antal",
                    Integer.toString(accounts.count()),
                    "konton",
                    accounts.text(),
                    "rader",
                    lines.text());
        }
    }

    private static boolean isDigits(String number) {
        return number.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    private void types() {
        if (file.accounts().isEmpty()) {
            return;
        }
        if (!ledger.isBas()) {
            report.notAssessed("kontoplanen är inte BAS", "SIE-024");
            return;
        }
        report.ran("SIE-024");
        Lines accounts = new Lines(10);
        Lines lines = new Lines();
        int first = 0;
        for (SieAccount account : file.accounts().values()) {
            if (Ledger.isBasAccount(account.number())
                    && account.type().isPresent()
                    && !expected(account.basClass()).contains(account.type().get())) {
                first = first == 0 ? account.typeLine() : Math.min(first, account.typeLine());
                accounts.add(account.number() + " (" + account.type().get() + ")");
                lines.add(account.typeLine());
            }
        }
        if (accounts.count() > 0) {
            report.find(
                    "SIE-024",
                    first,
                    "",
                    "antal",
                    Integer.toString(accounts.count()),
                    "konton",
                    accounts.text(),
                    "rader",
                    lines.text());
        }
    }

    private static String expected(int basClass) {
        return switch (basClass) {
            case 1 -> "T";
            case 2 -> "S";
            case 3 -> "I";
            case 8 -> "IK";
            default -> "K";
        };
    }

    private void declared() {
        if (file.accounts().isEmpty()) {
            report.notAssessed("filen har ingen kontoplan", "SIE-013");
            return;
        }
        report.ran("SIE-013");
        SortedMap<String, Lines> undeclared = new TreeMap<>();
        SortedMap<String, Integer> first = new TreeMap<>();
        Set<String> declared = new HashSet<>(file.accounts().keySet());
        for (SieVoucher voucher : file.vouchers()) {
            for (SieRow row : voucher.rows()) {
                use(declared, row.account(), row.line(), undeclared, first);
            }
        }
        for (SieBalance balance : file.balances()) {
            use(declared, balance.account(), balance.line(), undeclared, first);
        }
        Severity severity = file.type().isImport() ? Severity.VARNING : Severity.FEL;
        undeclared.forEach((account, lines) -> report.find(
                "SIE-013",
                severity,
                first.get(account),
                account,
                "konto",
                account,
                "antal",
                Integer.toString(lines.count()),
                "rader",
                lines.text()));
    }

    private static void use(
            Set<String> declared,
            String account,
            int line,
            SortedMap<String, Lines> undeclared,
            SortedMap<String, Integer> first) {
        if (!declared.contains(account)) {
            undeclared.computeIfAbsent(account, any -> new Lines()).add(line);
            first.putIfAbsent(account, line);
        }
    }

    private void objects() {
        if (file.type().isImport()) {
            report.notAssessed("en importfil behöver inte deklarera objekt", "SIE-018");
            return;
        }
        report.ran("SIE-018");
        Set<String> dimensions = new HashSet<>(RESERVED);
        file.dimensions().forEach(dimension -> dimensions.add(dimension.number()));
        Set<ObjectRef> objects = new HashSet<>();
        for (SieObject object : file.objects()) {
            objects.add(new ObjectRef(object.dimension(), object.number()));
        }
        SortedMap<String, Lines> missing = new TreeMap<>();
        SortedMap<String, Integer> first = new TreeMap<>();
        Set<ObjectRef> told = new HashSet<>();
        // The reader makes one list of the same objects: each is looked at once.
        Set<List<ObjectRef>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (SieVoucher voucher : file.vouchers()) {
            for (SieRow row : voucher.rows()) {
                if (!row.objects().isEmpty() && seen.add(row.objects())) {
                    reference(row.objects(), row.line(), dimensions, objects, told, missing, first);
                }
            }
        }
        for (SieBalance balance : file.balances()) {
            reference(balance.objects(), balance.line(), dimensions, objects, told, missing, first);
        }
        missing.forEach((dimension, names) -> report.find(
                "SIE-018",
                first.get(dimension),
                "",
                "dimension",
                dimension,
                "antal",
                Integer.toString(names.count()),
                "objekt",
                names.text()));
    }

    private static void reference(
            List<ObjectRef> references,
            int line,
            Set<String> dimensions,
            Set<ObjectRef> objects,
            Set<ObjectRef> told,
            SortedMap<String, Lines> missing,
            SortedMap<String, Integer> first) {
        for (ObjectRef reference : references) {
            boolean isKnown = REGISTERS.contains(reference.dimension())
                    || dimensions.contains(reference.dimension()) && objects.contains(reference);
            if (!isKnown && told.add(reference)) {
                missing.computeIfAbsent(reference.dimension(), any -> new Lines(20))
                        .add(reference.object() + " (rad " + line + ")");
                first.putIfAbsent(reference.dimension(), line);
            }
        }
    }

    private void years() {
        if (file.years().isEmpty()) {
            report.notAssessed("filen har inget räkenskapsår (#RAR)", "SIE-021");
            return;
        }
        report.ran("SIE-021");
        List<FiscalYear> years = new ArrayList<>(file.years());
        years.sort(Comparator.comparingInt(FiscalYear::number));
        for (int i = 1; i < years.size(); i++) {
            FiscalYear before = years.get(i - 1);
            FiscalYear after = years.get(i);
            if (after.number() == before.number() + 1
                    && !after.start().equals(before.end().plusDays(1))) {
                report.find("SIE-021", after.line(), "", "åren", before.period() + " och " + after.period());
            }
        }
    }

    private void taxYear() {
        String taxYear = file.header().taxYear();
        Optional<FiscalYear> own = ledger.year();
        if (taxYear.isEmpty() || own.isEmpty()) {
            report.notAssessed("filen saknar #TAXAR eller #RAR", "SIE-020");
            return;
        }
        report.ran("SIE-020");
        int end = own.get().end().getYear();
        if (!taxYear.equals(Integer.toString(end)) && !taxYear.equals(Integer.toString(end + 1))) {
            report.find(
                    "SIE-020",
                    file.lineOf("TAXAR"),
                    "",
                    "taxår",
                    taxYear,
                    "år",
                    own.get().period());
        }
    }

    private void coverage() {
        report.ran("SIE-023");
        if (ledger.year().isEmpty()) {
            return;
        }
        LocalDate end = ledger.year().get().end();
        Optional<LocalDate> coveredTo = file.header().coveredTo();
        if (coveredTo.isPresent() && coveredTo.get().isBefore(end)) {
            report.find(
                    "SIE-023",
                    file.lineOf("OMFATTN"),
                    "",
                    "datum",
                    coveredTo.get().toString());
        } else if (coveredTo.isEmpty()
                && ledger.lastDay().isPresent()
                && ledger.lastDay().get().isBefore(end.minusMonths(1))) {
            report.find("SIE-023", 0, "", "datum", ledger.lastDay().get() + " (senaste verifikationen)");
        }
    }
}
