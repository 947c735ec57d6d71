package dev.llmagents.team.svea.check;

import dev.llmagents.team.svea.Validation.Check;
import dev.llmagents.team.svea.rule.Finding;
import dev.llmagents.team.svea.sie.SieFile;
import dev.llmagents.team.svea.sie.SieRow;
import dev.llmagents.team.svea.sie.SieVoucher;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Adds the vouchers up once more, in decimal numbers instead of whole öre, and compares with what was found. */
public final class SecondSums {
    private SecondSums() {}

    public static List<Check> of(List<SieFile> books, List<Finding> findings) {
        List<Check> checks = new ArrayList<>();
        for (SieFile book : books) {
            if (!book.vouchers().isEmpty()) {
                checks.add(unbalanced(book, findings));
            }
        }
        return checks;
    }

    private static Check unbalanced(SieFile book, List<Finding> findings) {
        Set<Integer> again = new TreeSet<>();
        for (SieVoucher voucher : book.vouchers()) {
            BigDecimal sum = BigDecimal.ZERO;
            for (SieRow row : voucher.rows()) {
                sum = sum.add(BigDecimal.valueOf(row.ore(), 2));
            }
            if (sum.signum() != 0) {
                again.add(voucher.line());
            }
        }
        Set<Integer> found = new TreeSet<>();
        for (Finding finding : findings) {
            if (finding.rule().id().equals("BFL-001") && finding.place().file().equals(book.name())) {
                finding.place().line().ifPresent(found::add);
            }
        }
        return new Check(
                "Verifikationerna i " + book.name() + " summerade på nytt",
                again.equals(found),
                again.equals(found)
                        ? book.vouchers().size() + " verifikationer, " + again.size() + " i obalans"
                        : "olika resultat: rad " + again + " mot " + found);
    }
}
