package dev.llmagents.team.svea.book;

import dev.llmagents.team.svea.sie.SieRow;
import dev.llmagents.team.svea.sie.SieVoucher;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Vouchers that resemble others: reversals without a reference (BFL-016) and likely doubles (BFL-017). */
final class LikenessChecks {
    private static final String[] CUES = {"rättelse", "rättn", "korriger", "korr ", "korr.", "makul", "vändning"};
    private static final int DAYS_BETWEEN_DOUBLES = 7;

    private record Same(long signature, LocalDate day, String text) {}

    private record Debt(String account, long ore, String text) {}

    private final Report report;
    private final Map<Long, SieVoucher> bySignature = new HashMap<>();
    private final Map<Same, SieVoucher> bySame = new HashMap<>();
    private final Map<Debt, SieVoucher> byDebt = new HashMap<>();

    private LikenessChecks(Report report) {
        this.report = report;
    }

    static void run(Ledger ledger, Report report) {
        if (ledger.file().vouchers().isEmpty()) {
            report.notAssessed("filen har inga verifikationer", "BFL-016", "BFL-017");
            return;
        }
        report.ran("BFL-016", "BFL-017");
        LikenessChecks checks = new LikenessChecks(report);
        for (SieVoucher voucher : ledger.file().vouchers()) {
            if (voucher.rows().size() >= 2 && voucher.date().isPresent()) {
                long signature = signature(voucher, false);
                checks.correction(voucher, signature);
                checks.doubles(voucher, signature);
            }
        }
    }

    private void correction(SieVoucher voucher, long signature) {
        SieVoucher reversed = bySignature.get(signature(voucher, true));
        boolean isReversal = reversed != null && hasResult(voucher) && isMirror(voucher, reversed);
        if (isReversal && !mentions(voucher, reversed)) {
            report.find(
                    "BFL-016",
                    voucher.line(),
                    voucher.name(),
                    "ver",
                    voucher.name(),
                    "vänder",
                    reversed.name(),
                    "text",
                    voucher.anyText());
        } else if (!isReversal && !hasDigit(voucher.text()) && hasCue(voucher.text())) {
            report.find("BFL-016", voucher.line(), voucher.name(), "ver", voucher.name(), "text", voucher.text());
        }
        bySignature.putIfAbsent(signature, voucher);
    }

    private static boolean hasCue(String text) {
        if (text.isEmpty()) {
            return false;
        }
        String lower = text.toLowerCase(Locale.ROOT) + " ";
        for (String cue : CUES) {
            if (lower.contains(cue)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    private static boolean isZero(SieVoucher voucher) {
        for (SieRow row : voucher.rows()) {
            if (row.ore() != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean mentions(SieVoucher voucher, SieVoucher reversed) {
        return !reversed.number().isEmpty()
                && (voucher.text().contains(reversed.number())
                        || voucher.rows().stream().anyMatch(row -> row.text().contains(reversed.number())));
    }

    private static boolean hasResult(SieVoucher voucher) {
        for (SieRow row : voucher.rows()) {
            if (row.basClass() >= 3 && row.ore() != 0) {
                return true;
            }
        }
        return false;
    }

    private void doubles(SieVoucher voucher, long signature) {
        String text = voucher.anyText().strip();
        LocalDate day = voucher.date().orElseThrow();
        if (text.isEmpty() || isZero(voucher)) {
            return;
        }
        SieVoucher same = bySame.putIfAbsent(new Same(signature, day, text), voucher);
        if (same != null && !same.name().equals(voucher.name()) && isSame(voucher, same)) {
            tell(same, voucher);
            return;
        }
        // Without a number in it a text names a supplier, not an invoice.
        if (!hasDigit(text)) {
            return;
        }
        for (SieRow row : voucher.rows()) {
            if (row.ore() < 0 && row.account().startsWith("244")) {
                SieVoucher earlier = byDebt.put(new Debt(row.account(), row.ore(), text), voucher);
                if (earlier != null
                        && !earlier.name().equals(voucher.name())
                        && Math.abs(ChronoUnit.DAYS.between(earlier.date().orElseThrow(), day))
                                <= DAYS_BETWEEN_DOUBLES) {
                    tell(earlier, voucher);
                    return;
                }
            }
        }
    }

    private void tell(SieVoucher first, SieVoucher second) {
        report.find(
                "BFL-017",
                second.line(),
                second.name(),
                "första",
                first.name(),
                "andra",
                second.name(),
                "datum",
                first.date().orElseThrow() + " och " + second.date().orElseThrow(),
                "text",
                second.anyText(),
                "första raden",
                Integer.toString(first.line()));
    }

    /** Equal for vouchers with the same rows in any order; of the mirrored voucher if so wished. */
    private static long signature(SieVoucher voucher, boolean isMirrored) {
        long sum = voucher.rows().size();
        for (SieRow row : voucher.rows()) {
            long mixed = (row.account().hashCode() * 0x9E3779B97F4A7C15L) ^ (isMirrored ? -row.ore() : row.ore());
            mixed = (mixed ^ (mixed >>> 31)) * 0xBF58476D1CE4E5B9L;
            sum += mixed ^ (mixed >>> 29);
        }
        return sum;
    }

    private static boolean isSame(SieVoucher one, SieVoucher other) {
        return keys(one, false).equals(keys(other, false));
    }

    private static boolean isMirror(SieVoucher one, SieVoucher other) {
        return keys(one, true).equals(keys(other, false));
    }

    private static List<String> keys(SieVoucher voucher, boolean isMirrored) {
        List<String> keys = new ArrayList<>();
        for (SieRow row : voucher.rows()) {
            keys.add(row.account() + " " + (isMirrored ? -row.ore() : row.ore()));
        }
        Collections.sort(keys);
        return keys;
    }
}
