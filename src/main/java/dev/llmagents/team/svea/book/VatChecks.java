package dev.llmagents.team.svea.book;

import dev.llmagents.team.svea.rule.Rule;
import dev.llmagents.team.svea.sie.Ore;
import dev.llmagents.team.svea.sie.SieRow;
import dev.llmagents.team.svea.sie.SieVoucher;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** VAT of vouchers and months: ML-001 to 006, 008, 009. */
final class VatChecks {
    private static final String[] RULES = {
        "ML-001", "ML-002", "ML-003", "ML-004", "ML-005", "ML-006", "ML-008", "ML-009"
    };
    private static final long KRONA = 100;
    private static final List<String> FOOD = List.of("livsmedel", "matvar", "dagligvar", "matkass");
    private static final List<String> SERVING =
            List.of("servering", "restaurang", "lunch", "catering", "café", "middag");

    private final Ledger ledger;
    private final Report report;
    private final Rule food;
    private final SortedMap<YearMonth, long[]> reverse = new TreeMap<>();

    private VatChecks(Ledger ledger, Report report, Rule food) {
        this.ledger = ledger;
        this.report = report;
        this.food = food;
    }

    /** @param food the rule on food, whose period decides which rate is right */
    static void run(Ledger ledger, Report report, Rule food) {
        if (ledger.file().vouchers().isEmpty() || !ledger.isBas()) {
            report.notAssessed("kräver verifikationer på en BAS-kontoplan", RULES);
            return;
        }
        report.ran("ML-001", "ML-002", "ML-003", "ML-004", "ML-005", "ML-006", "ML-008");
        VatChecks checks = new VatChecks(ledger, report, food);
        for (SieVoucher voucher : ledger.file().vouchers()) {
            checks.voucher(voucher);
        }
        checks.reverseByMonth();
        checks.clearing();
        checks.returns();
    }

    private void voucher(SieVoucher voucher) {
        VatSums sums = VatSums.of(voucher);
        // What moves the VAT of a period to its clearing account sells and buys nothing.
        if (sums.isClearing || !voucher.isRead()) {
            return;
        }
        if (sums.hasOutput() && sums.sales != 0) {
            if (sums.reverseSales != 0 && sums.sales == sums.reverseSales) {
                report.find(
                        "ML-004",
                        voucher.line(),
                        voucher.name(),
                        "ver",
                        voucher.name(),
                        "försäljning",
                        Ore.text(sums.reverseSales),
                        "moms",
                        Ore.text(total(sums)));
            } else if (sums.foreignSales != 0 && sums.sales == sums.foreignSales) {
                report.find(
                        "ML-005",
                        voucher.line(),
                        voucher.name(),
                        "ver",
                        voucher.name(),
                        "försäljning",
                        Ore.text(sums.foreignSales),
                        "moms",
                        Ore.text(total(sums)));
            } else {
                output(voucher, sums);
            }
        }
        input(voucher, sums);
        food(voucher, sums);
        if ((sums.reverseOutput != 0 || sums.reverseInput != 0)
                && voucher.date().isPresent()) {
            long[] month = reverse.computeIfAbsent(YearMonth.from(voucher.date().get()), any -> new long[3]);
            month[0] += sums.reverseOutput;
            month[1] += sums.reverseInput;
            if (sums.reverseOutput != sums.reverseInput && month[2] == 0) {
                month[2] = voucher.line();
            }
        }
    }

    private static long total(VatSums sums) {
        long total = 0;
        for (long vat : sums.output) {
            total += vat;
        }
        return total;
    }

    private void output(SieVoucher voucher, VatSums sums) {
        int index = sums.onlyRate();
        if (index < 0) {
            return;
        }
        int rate = VatAccounts.RATES.get(index);
        long vat = sums.output[index];
        long tolerance = Math.max(KRONA, (sums.rows + 1) / 2);
        long taxable = sums.sales - sums.freeSales;
        boolean isExplained = isRate(vat, sums.sales, rate, tolerance)
                || isRate(vat, taxable, rate, tolerance)
                || isRate(vat, taxable + sums.otherCredits, rate, tolerance)
                || isRate(vat, sums.sales + sums.otherCredits, rate, tolerance)
                || voucher.rows().stream().anyMatch(row -> isSaleRow(row) && isRate(vat, -row.ore(), rate, tolerance));
        if (!isExplained) {
            report.find(
                    "ML-001",
                    voucher.line(),
                    voucher.name(),
                    "ver",
                    voucher.name(),
                    "moms",
                    Ore.text(vat),
                    "underlag",
                    Ore.text(taxable),
                    "sats",
                    Integer.toString(rate),
                    "väntat",
                    Ore.text(Ore.share(taxable, rate)));
        }
    }

    private static boolean isSaleRow(SieRow row) {
        return VatAccounts.isSale(VatAccounts.number(row.account()));
    }

    private static boolean isRate(long vat, long base, int rate, long tolerance) {
        return base != 0 && Math.abs(vat - Ore.share(base, rate)) <= tolerance;
    }

    private void input(SieVoucher voucher, VatSums sums) {
        // Without a base in the voucher the VAT is of another one: an advance, an import, a correction.
        if (sums.input <= 0 || sums.purchases <= 0 || sums.hasOutput() && sums.sales != 0) {
            return;
        }
        if (sums.input > Ore.share(sums.purchases, 25) + KRONA) {
            report.find(
                    "ML-002",
                    voucher.line(),
                    voucher.name(),
                    "ver",
                    voucher.name(),
                    "moms",
                    Ore.text(sums.input),
                    "underlag",
                    Ore.text(sums.purchases),
                    "högst",
                    Ore.text(Ore.share(sums.purchases, 25)));
        }
    }

    private void food(SieVoucher voucher, VatSums sums) {
        if (voucher.date().isEmpty()) {
            return;
        }
        LocalDate day = voucher.date().get();
        int wrong = food.holdsOn(day) ? 12 : 6;
        boolean isSold = sums.output[VatAccounts.RATES.indexOf(wrong)] != 0;
        boolean isBought = sums.input > 0
                && sums.purchases > 0
                && Math.abs(sums.input - Ore.share(sums.purchases, wrong)) <= KRONA
                && sums.input > KRONA;
        if ((isSold || isBought) && isFood(voucher)) {
            report.find(
                    "ML-006",
                    voucher.line(),
                    voucher.name(),
                    "ver",
                    voucher.name(),
                    "datum",
                    day.toString(),
                    "sats",
                    Integer.toString(wrong),
                    "text",
                    voucher.anyText());
        }
    }

    private boolean isFood(SieVoucher voucher) {
        boolean found = hasWord(voucher.text(), FOOD);
        boolean served = hasWord(voucher.text(), SERVING);
        for (SieRow row : voucher.rows()) {
            String account = row.basClass() >= 3 ? ledger.file().accountName(row.account()) : "";
            found |= hasWord(row.text(), FOOD) || hasWord(account, FOOD);
            served |= hasWord(row.text(), SERVING) || hasWord(account, SERVING);
        }
        return found && !served;
    }

    static boolean hasWord(String text, List<String> words) {
        if (text.isEmpty()) {
            return false;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(lower::contains);
    }

    private void reverseByMonth() {
        for (Map.Entry<YearMonth, long[]> month : reverse.entrySet()) {
            long[] sums = month.getValue();
            if (Math.abs(sums[0] - sums[1]) > KRONA) {
                report.find(
                        "ML-003",
                        (int) sums[2],
                        month.getKey().toString(),
                        "månad",
                        month.getKey().toString(),
                        "utgående",
                        Ore.text(sums[0]),
                        "ingående",
                        Ore.text(sums[1]),
                        "diff",
                        Ore.text(sums[0] - sums[1]));
            }
        }
    }

    private void clearing() {
        if (ledger.file().type().isImport()) {
            report.notAssessed("kräver alla verifikationer", "ML-009");
            return;
        }
        report.ran("ML-009");
        for (String account : List.of("2650", "1650")) {
            long old = ledger.stuckFor(account, 3);
            if (Math.abs(old) >= KRONA) {
                report.find("ML-009", 0, account, "konto", ledger.file().accountName(account), "belopp", Ore.text(old));
            }
        }
    }

    private void returns() {
        VatReport vat = VatReport.of(ledger.file());
        if (vat.boxes().values().stream().allMatch(amount -> amount.signum() == 0)) {
            return;
        }
        String[] evidence = new String[vat.boxes().size() * 2];
        int i = 0;
        for (Map.Entry<String, BigDecimal> box : vat.boxes().entrySet()) {
            evidence[i++] = "ruta " + box.getKey();
            evidence[i++] = box.getValue().toPlainString();
        }
        report.find("ML-008", 0, "", evidence);
    }
}
