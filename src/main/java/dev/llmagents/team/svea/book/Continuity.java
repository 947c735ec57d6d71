package dev.llmagents.team.svea.book;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares the closing balances of a year with the opening ones of the next. The result of the year moves between equity
 * accounts at the turn of the year, so these are compared as groups: 209x, and 201x to 204x of sole traders and partners.
 */
final class Continuity {
    private Continuity() {}

    /** Told of each difference. */
    interface Listener {
        void differs(String account, long before, long after);
    }

    static SortedMap<String, Long> grouped(SortedMap<String, Long> sums) {
        SortedMap<String, Long> grouped = new TreeMap<>();
        sums.forEach((account, ore) -> grouped.merge(group(account), ore, Long::sum));
        return grouped;
    }

    private static String group(String account) {
        if (account.length() == 4 && account.startsWith("209")) {
            return "209x";
        }
        if (account.length() == 4 && account.startsWith("20") && account.charAt(2) >= '1' && account.charAt(2) <= '4') {
            return account.substring(0, 3) + "x";
        }
        return account;
    }

    static void compare(SortedMap<String, Long> before, SortedMap<String, Long> after, Listener listener) {
        SortedSet<String> accounts = new TreeSet<>(before.keySet());
        accounts.addAll(after.keySet());
        for (String account : accounts) {
            long closing = before.getOrDefault(account, 0L);
            long opening = after.getOrDefault(account, 0L);
            if (closing != opening) {
                listener.differs(account, closing, opening);
            }
        }
    }
}
