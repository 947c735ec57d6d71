package dev.llmagents.team.svea.sie;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What changed between two exports of the same books. Vouchers are the same by series and number; what is booked may not be
 * changed or removed afterwards (BFL 5 kap. 5 §), only corrected by a voucher of its own.
 *
 * @param changed in both, with another content
 * @param removed only in the old export
 * @param added only in the new one
 * @param renamed accounts with another name
 * @param rebalanced opening, closing and result balances with another amount
 */
public record SieDiff(
        List<Change> changed,
        List<SieVoucher> removed,
        List<SieVoucher> added,
        List<Renaming> renamed,
        List<Rebalancing> rebalanced) {
    private static final int MOST_ROWS = 20;

    /** A voucher before and after. {@code what} names what is different, in Swedish. */
    public record Change(SieVoucher before, SieVoucher after, String what) {}

    /** An account with two names; empty where it is missing. */
    public record Renaming(String account, String before, String after) {}

    /** A balance with two amounts in öre. */
    public record Rebalancing(SieBalance.Kind kind, int year, String account, long before, long after) {}

    public SieDiff {
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
        added = List.copyOf(added);
        renamed = List.copyOf(renamed);
        rebalanced = List.copyOf(rebalanced);
    }

    /** The difference between an earlier export and a later one. */
    public static SieDiff of(SieFile before, SieFile after) {
        Map<String, SieVoucher> old = byKey(before);
        Map<String, SieVoucher> now = byKey(after);
        List<Change> changed = new ArrayList<>();
        List<SieVoucher> removed = new ArrayList<>();
        List<SieVoucher> added = new ArrayList<>();
        old.forEach((key, voucher) -> {
            SieVoucher other = now.get(key);
            if (other == null) {
                removed.add(voucher);
            } else {
                String what = difference(voucher, other);
                if (!what.isEmpty()) {
                    changed.add(new Change(voucher, other, what));
                }
            }
        });
        now.forEach((key, voucher) -> {
            if (!old.containsKey(key)) {
                added.add(voucher);
            }
        });
        return new SieDiff(changed, removed, added, renamed(before, after), rebalanced(before, after));
    }

    public boolean isEmpty() {
        return changed.isEmpty() && removed.isEmpty() && added.isEmpty() && renamed.isEmpty() && rebalanced.isEmpty();
    }

    /** Series and number, counted where they recur; vouchers without a number are told apart by day and text. */
    private static Map<String, SieVoucher> byKey(SieFile file) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        Map<String, SieVoucher> byKey = new LinkedHashMap<>();
        for (SieVoucher voucher : file.vouchers()) {
            String name = voucher.series() + "\n" + voucher.number()
                    + (voucher.number().isEmpty() ? "\n" + voucher.date() + "\n" + voucher.text() : "");
            byKey.put(name + "\n" + seen.merge(name, 1, Integer::sum), voucher);
        }
        return byKey;
    }

    private static String difference(SieVoucher before, SieVoucher after) {
        List<String> parts = new ArrayList<>();
        if (!before.date().equals(after.date())) {
            parts.add("datum " + day(before) + " → " + day(after));
        }
        if (!before.text().equals(after.text())) {
            parts.add("text ”" + before.text() + "” → ”" + after.text() + "”");
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        rows(before).forEach(row -> counts.merge(row, -1, Integer::sum));
        rows(after).forEach(row -> counts.merge(row, 1, Integer::sum));
        String gone = few(counts, -1);
        String come = few(counts, 1);
        if (!gone.isEmpty() || !come.isEmpty()) {
            parts.add("rader " + (gone.isEmpty() ? "inga" : gone) + " → " + (come.isEmpty() ? "inga" : come));
        }
        return String.join("; ", parts);
    }

    /** The rows that one of the two has more of, as many as are read. */
    private static String few(Map<String, Integer> counts, int sign) {
        List<String> rows = new ArrayList<>();
        counts.forEach((row, count) -> {
            for (int i = 0; i < count * sign && rows.size() <= MOST_ROWS; i++) {
                rows.add(rows.size() == MOST_ROWS ? "…" : row);
            }
        });
        return String.join(", ", rows);
    }

    private static String day(SieVoucher voucher) {
        return voucher.date().map(Object::toString).orElse("inget");
    }

    private static List<String> rows(SieVoucher voucher) {
        List<String> rows = new ArrayList<>();
        for (SieRow row : voucher.rows()) {
            StringBuilder text = new StringBuilder(row.account());
            for (ObjectRef reference : row.objects()) {
                text.append(" {")
                        .append(reference.dimension())
                        .append(' ')
                        .append(reference.object())
                        .append('}');
            }
            rows.add(text.append(' ').append(Ore.text(row.ore())).toString());
        }
        return rows;
    }

    private static List<Renaming> renamed(SieFile before, SieFile after) {
        SortedSet<String> numbers = new TreeSet<>(before.accounts().keySet());
        numbers.addAll(after.accounts().keySet());
        List<Renaming> renamed = new ArrayList<>();
        for (String number : numbers) {
            String old = before.account(number).map(SieAccount::name).orElse("");
            String now = after.account(number).map(SieAccount::name).orElse("");
            if (!old.equals(now)) {
                renamed.add(new Renaming(number, old, now));
            }
        }
        return renamed;
    }

    private static List<Rebalancing> rebalanced(SieFile before, SieFile after) {
        List<Rebalancing> rebalanced = new ArrayList<>();
        for (SieBalance.Kind kind : List.of(SieBalance.Kind.IB, SieBalance.Kind.UB, SieBalance.Kind.RES)) {
            for (int year : new int[] {0, -1}) {
                var old = before.sums(kind, year);
                var now = after.sums(kind, year);
                SortedSet<String> accounts = new TreeSet<>(old.keySet());
                accounts.addAll(now.keySet());
                for (String account : accounts) {
                    long was = old.getOrDefault(account, 0L);
                    long is = now.getOrDefault(account, 0L);
                    if (was != is) {
                        rebalanced.add(new Rebalancing(kind, year, account, was, is));
                    }
                }
            }
        }
        return rebalanced;
    }
}
