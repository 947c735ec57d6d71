package dev.llmagents.team.svea.erpnext;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The vouchers of the books that ERPNext would refuse, by the reason. */
final class LeftOut {
    /** How many are named; the rest is counted. */
    static final int MOST_NAMES = 10;

    private final Map<Reason, List<String>> names = new EnumMap<>(Reason.class);
    private final Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
    private int total;

    /** Why a voucher cannot be imported. */
    enum Reason {
        UNREAD("har belopp som inte gick att läsa"),
        EMPTY("saknar rader med belopp"),
        UNBALANCED("balanserar inte"),
        NO_DATE("saknar läsbart datum"),
        OUTSIDE_YEAR("har datum utanför räkenskapsåret"),
        UNKNOWN_ACCOUNT("använder konton som varken är upplagda i filen (#KONTO) eller finns i ERPNext");

        private final String clause;

        Reason(String clause) {
            this.clause = clause;
        }
    }

    void add(Reason reason, String name) {
        total++;
        counts.merge(reason, 1, Integer::sum);
        List<String> listed = names.computeIfAbsent(reason, any -> new ArrayList<>());
        if (listed.size() < MOST_NAMES) {
            listed.add(name);
        }
    }

    int total() {
        return total;
    }

    /** A Swedish sentence for each reason that occurred. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        names.forEach((reason, listed) -> {
            int count = counts.get(reason);
            remarks.add("Utelämnat, " + reason.clause + ": "
                    + (count == 1 ? "1 verifikation" : count + " verifikationer") + " (" + listed(listed, count) + ").");
        });
        return remarks;
    }

    /** The names, and how many there are beyond them. */
    static String listed(List<String> names, int count) {
        String joined = String.join(", ", names);
        return count > names.size() ? joined + " och " + (count - names.size()) + " till" : joined;
    }
}
