package dev.llmagents.team.svea.book;

import dev.llmagents.team.svea.rule.Severity;
import dev.llmagents.team.svea.sie.SieVoucher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Vouchers that break a rule in the same way and are told as one finding. */
final class Group {
    private final Lines names = new Lines(20);
    private final Lines lines = new Lines();
    private int first;
    private long worst = Long.MIN_VALUE;
    private String worstName = "";

    void add(SieVoucher voucher) {
        add(voucher, 0);
    }

    /** @param weight how bad it is; the worst is named */
    void add(SieVoucher voucher, long weight) {
        if (first == 0) {
            first = voucher.line();
        }
        names.add(voucher.name());
        lines.add(voucher.line());
        if (weight > worst) {
            worst = weight;
            worstName = voucher.name();
        }
    }

    int count() {
        return names.count();
    }

    long worst() {
        return worst;
    }

    String worstName() {
        return worstName;
    }

    /** One finding, if there is anything: {@code antal}, the values given, the vouchers and their lines. */
    void tell(Report report, String rule, Severity severity, String... evidence) {
        if (count() == 0) {
            return;
        }
        List<String> all = new ArrayList<>(List.of("antal", Integer.toString(count())));
        all.addAll(Arrays.asList(evidence));
        all.addAll(List.of("verifikationer", names.text(), "rader", lines.text()));
        report.find(rule, severity, first, "", all.toArray(new String[0]));
    }
}
