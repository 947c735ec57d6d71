package dev.llmagents.team.svea.erpnext;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The chart of accounts "BAS 2024 med Nummer" as ERPNext brings it, as far as it has to be known here: which numbers it
 * has, how it spells the names that are met most, its groups, and on which accounts ERPNext asks for a party. Read from
 * {@code bas-2024.txt}, which names the source, when first asked for. Safe for threads.
 */
final class BasChart {
    private final Set<String> numbers = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> groups = new HashMap<>();
    private final Set<String> receivable = new HashSet<>();
    private final Set<String> payable = new HashSet<>();
    private final Set<String> stock = new HashSet<>();

    private static final class Holder {
        private static final BasChart CHART = new BasChart(Resources.text("bas-2024.txt"));
    }

    private BasChart(String text) {
        String section = "";
        for (String line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[")) {
                section = line;
                continue;
            }
            switch (section) {
                case "[numbers]" -> numbers(line);
                case "[names]" -> named(names, line);
                case "[groups]" -> named(groups, line);
                case "[receivable]" -> Collections.addAll(receivable, line.split(" ", -1));
                case "[payable]" -> Collections.addAll(payable, line.split(" ", -1));
                case "[stock]" -> Collections.addAll(stock, line.split(" ", -1));
                default -> throw new IllegalStateException("bas-2024.txt: '" + line + "' stands in no section");
            }
        }
    }

    static BasChart builtIn() {
        return Holder.CHART;
    }

    private void numbers(String line) {
        for (String entry : line.split(" ", -1)) {
            for (int i = 4; i < entry.length(); i++) {
                numbers.add(entry.substring(0, 3) + entry.charAt(i));
            }
        }
    }

    private static void named(Map<String, String> target, String line) {
        int space = line.indexOf(' ');
        target.put(line.substring(0, space), line.substring(space + 1));
    }

    boolean has(String number) {
        return numbers.contains(number);
    }

    int size() {
        return numbers.size();
    }

    /** The name as the chart spells it, without number and company; empty if it is not known here. */
    Optional<String> name(String number) {
        return Optional.ofNullable(names.get(number));
    }

    /** The label of the group that accounts beginning as {@code number} belong to, number included. */
    Optional<String> group(String number) {
        for (int digits = Math.min(2, number.length()); digits > 0; digits--) {
            String prefix = number.substring(0, digits);
            String name = groups.get(prefix);
            if (name != null) {
                return Optional.of(prefix + " " + name);
            }
        }
        return Optional.empty();
    }

    /** What ERPNext's {@code Party Type} has to be in a row on the account; empty if it asks for none. */
    Optional<String> partyType(String number) {
        if (receivable.contains(number)) {
            return Optional.of("Customer");
        }
        return payable.contains(number) ? Optional.of("Supplier") : Optional.empty();
    }

    boolean isStock(String number) {
        return stock.contains(number);
    }
}
