package dev.llmagents.team.svea.book;

import dev.llmagents.team.svea.rule.Severity;
import dev.llmagents.team.svea.sie.FiscalYear;
import dev.llmagents.team.svea.sie.Ore;
import dev.llmagents.team.svea.sie.SieRow;
import dev.llmagents.team.svea.sie.SieVoucher;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Each voucher for itself, and the numbers they bear: BFL-001, 007 to 009, 013 to 015, SIE-017. */
final class VoucherChecks {
    private static final String[] RULES = {
        "BFL-001", "BFL-007", "BFL-008", "BFL-009", "BFL-013", "BFL-014", "BFL-015", "SIE-017"
    };
    private static final int ROUNDING = 99;

    private final Ledger ledger;
    private final Report report;
    private final boolean isImport;

    private VoucherChecks(Ledger ledger, Report report) {
        this.ledger = ledger;
        this.report = report;
        this.isImport = ledger.file().type().isImport();
    }

    static void run(Ledger ledger, Report report) {
        List<SieVoucher> vouchers = ledger.file().vouchers();
        if (vouchers.isEmpty()) {
            report.notAssessed("filen har inga verifikationer", RULES);
            return;
        }
        report.ran(RULES);
        VoucherChecks checks = new VoucherChecks(ledger, report);
        vouchers.forEach(checks::balance);
        checks.texts(vouchers);
        checks.corrections(vouchers);
        checks.dates(vouchers);
        checks.numbers(vouchers);
        checks.gaps(vouchers);
    }

    private void balance(SieVoucher voucher) {
        if (voucher.rows().isEmpty() && voucher.struck().isEmpty()) {
            report.find("BFL-014", voucher.line(), voucher.name(), "ver", voucher.name());
            return;
        }
        long difference = voucher.difference();
        if (difference == 0 || !voucher.isRead()) {
            return;
        }
        String[] evidence = {
            "ver",
            voucher.name(),
            "diff",
            Ore.text(difference),
            "rader",
            Integer.toString(voucher.rows().size()),
            "ledtråd",
            clue(voucher, difference)
        };
        report.find("BFL-001", voucher.line(), voucher.name(), evidence);
    }

    /** What may be behind a difference, for who has to look for it. */
    private static String clue(SieVoucher voucher, long difference) {
        if (Math.abs(difference) <= ROUNDING) {
            return "öresavrundning: hör hemma på 3740";
        }
        for (SieRow row : voucher.rows()) {
            if (row.ore() == difference) {
                return "raden på " + row.account() + " (rad " + row.line() + ") saknar motpost";
            }
            if (row.ore() * 2 == difference) {
                return "raden på " + row.account() + " (rad " + row.line() + ") kan ha fel tecken";
            }
        }
        return difference % 9 == 0 ? "delbar med 9: två siffror kan ha bytt plats" : "en rad saknas eller är fel";
    }

    private void texts(List<SieVoucher> vouchers) {
        Group silent = new Group();
        for (SieVoucher voucher : vouchers) {
            if (!voucher.rows().isEmpty() && voucher.anyText().isEmpty()) {
                silent.add(voucher);
            }
        }
        silent.tell(report, "BFL-013", Severity.VARNING);
    }

    private void corrections(List<SieVoucher> vouchers) {
        Group signed = new Group();
        Group unsigned = new Group();
        for (SieVoucher voucher : vouchers) {
            boolean hasChange = !voucher.struck().isEmpty();
            boolean isSigned = true;
            for (SieRow row : voucher.struck()) {
                isSigned &= !row.sign().isBlank();
            }
            for (SieRow row : voucher.rows()) {
                if (row.kind() == SieRow.Kind.ADDED) {
                    hasChange = true;
                    isSigned &= !row.sign().isBlank();
                }
            }
            if (hasChange) {
                (isSigned ? signed : unsigned).add(voucher);
            }
        }
        signed.tell(report, "BFL-015", Severity.INFO);
        unsigned.tell(report, "BFL-015", Severity.VARNING, "signatur", "saknas på minst en rad");
    }

    private void dates(List<SieVoucher> vouchers) {
        Optional<FiscalYear> year = ledger.year();
        if (year.isEmpty()) {
            report.notAssessed("filen har inget räkenskapsår (#RAR 0)", "BFL-009");
            return;
        }
        for (SieVoucher voucher : vouchers) {
            if (!ledger.isInYear(voucher)) {
                report.find(
                        "BFL-009",
                        isImport ? Severity.VARNING : Severity.FEL,
                        voucher.line(),
                        voucher.name(),
                        "ver",
                        voucher.name(),
                        "datum",
                        voucher.date().map(Object::toString).orElse(""),
                        "räkenskapsår",
                        year.get().period());
            }
        }
    }

    private void numbers(List<SieVoucher> vouchers) {
        Map<String, Map<String, SieVoucher>> seen = new HashMap<>();
        Map<String, Integer> last = new HashMap<>();
        SortedMap<String, Group> unordered = new TreeMap<>();
        for (SieVoucher voucher : vouchers) {
            int numeral = voucher.numeral();
            // A pre-system leaves the number to the books: it writes none or zero.
            if (voucher.number().isEmpty() || numeral == 0) {
                continue;
            }
            SieVoucher first = ledger.isInYear(voucher)
                    ? seen.computeIfAbsent(voucher.series(), any -> new HashMap<>())
                            .putIfAbsent(voucher.number(), voucher)
                    : null;
            if (first != null) {
                report.find(
                        "BFL-007",
                        isImport ? Severity.VARNING : Severity.FEL,
                        voucher.line(),
                        voucher.name(),
                        "ver",
                        voucher.name(),
                        "först på rad",
                        Integer.toString(first.line()));
            }
            if (numeral > 0) {
                if (last.getOrDefault(voucher.series(), 0) > numeral) {
                    unordered
                            .computeIfAbsent(voucher.series(), any -> new Group())
                            .add(voucher);
                }
                last.put(voucher.series(), numeral);
            }
        }
        unordered.forEach(
                (series, group) -> group.tell(report, "SIE-017", Severity.VARNING, "serie", seriesName(series)));
    }

    private void gaps(List<SieVoucher> vouchers) {
        if (isImport) {
            report.notAssessed("en importfil behöver inte ha alla nummer", "BFL-008");
            return;
        }
        SortedMap<String, Set<Integer>> numbers = new TreeMap<>();
        Map<String, Integer> firstLine = new HashMap<>();
        for (SieVoucher voucher : vouchers) {
            if (voucher.numeral() > 0 && ledger.isInYear(voucher)) {
                numbers.computeIfAbsent(voucher.series(), any -> new HashSet<>())
                        .add(voucher.numeral());
                firstLine.putIfAbsent(voucher.series(), voucher.line());
            }
        }
        numbers.forEach((series, taken) -> gaps(series, taken, firstLine.get(series)));
    }

    private void gaps(String series, Set<Integer> taken, int line) {
        int[] sorted = taken.stream().mapToInt(Integer::intValue).toArray();
        Arrays.sort(sorted);
        Lines ranges = new Lines(20);
        long missing = 0;
        for (int i = 1; i < sorted.length; i++) {
            int from = sorted[i - 1] + 1;
            int to = sorted[i] - 1;
            if (from <= to) {
                missing += to - from + 1;
                ranges.add(from == to ? Integer.toString(from) : from + "–" + to);
            }
        }
        if (missing > 0) {
            // Where more is missing than there is, the file is a selection or numbers are shared between series.
            boolean isSelection = missing > taken.size();
            report.find(
                    "BFL-008",
                    isSelection ? Severity.INFO : Severity.VARNING,
                    line,
                    "serie " + seriesName(series),
                    "serie",
                    seriesName(series),
                    "luckor",
                    ranges.text(),
                    "antal saknade",
                    Long.toString(missing),
                    "antal luckor",
                    Integer.toString(ranges.count()));
        }
    }

    private static String seriesName(String series) {
        return series.isEmpty() ? "utan namn" : series;
    }
}
