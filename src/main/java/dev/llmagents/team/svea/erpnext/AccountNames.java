package dev.llmagents.team.svea.erpnext;

import dev.llmagents.team.svea.sie.SieAccount;
import dev.llmagents.team.svea.sie.SieFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What ERPNext calls the accounts of the books: {@code number - name - abbreviation}. An account of its chart has the
 * name it has there; one that is not there is added under the books' own name.
 */
final class AccountNames {
    private static final int LONGEST_NUMBER = 10;

    private final CompanySetup company;
    private final BasChart chart = BasChart.builtIn();
    private final Map<String, String> names = new HashMap<>();
    private final SortedMap<String, NewAccount> added = new TreeMap<>();
    private final List<String> unplaced = new ArrayList<>();
    private final SortedSet<String> guessed = new TreeSet<>();

    /**
     * An account that ERPNext's chart has not.
     *
     * @param name without number and abbreviation
     * @param parent the group's full name
     */
    record NewAccount(String number, String name, String parent, String rootType, String accountType) {}

    AccountNames(SieFile books, CompanySetup company) {
        this.company = company;
        for (SieAccount account : books.accounts().values()) {
            if (chart.has(account.number())) {
                names.put(account.number(), known(account.number(), account.name()));
            } else {
                add(account);
            }
        }
    }

    private String known(String number, String ownName) {
        Optional<String> spelled = chart.name(number);
        if (spelled.isEmpty()) {
            guessed.add(number);
        }
        return full(number, spelled.orElseGet(() -> title(number, ownName)));
    }

    private String title(String number, String ownName) {
        int longest = company.longestTitle() - number.length() - " - ".length();
        String title = PlainText.name(ownName, longest);
        return title.isEmpty() ? "Konto " + number : title;
    }

    private String full(String number, String title) {
        return number + " - " + company.owned(title);
    }

    private void add(SieAccount account) {
        String number = account.number();
        Optional<String> group = isNumber(number) ? chart.group(number) : Optional.empty();
        if (group.isEmpty()) {
            unplaced.add(number);
            return;
        }
        String title = title(number, account.name());
        names.put(number, full(number, title));
        added.put(
                number,
                new NewAccount(number, title, company.owned(group.get()), rootType(number), accountType(number)));
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_NUMBER
                && text.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }

    /** The root type of the chart's group: all of class 2 is Liability there, all of class 8 Expense. */
    private static String rootType(String number) {
        return switch (number.charAt(0)) {
            case '1' -> "Asset";
            case '2' -> "Liability";
            case '3' -> "Income";
            case '9' -> "Equity";
            default -> "Expense";
        };
    }

    private static String accountType(String number) {
        if (number.startsWith("26")) {
            return "Tax";
        }
        if (number.startsWith("20")) {
            return "Equity";
        }
        if (number.startsWith("191")) {
            return "Cash";
        }
        if (number.startsWith("19")) {
            return "Bank";
        }
        return switch (number.charAt(0)) {
            case '3' -> "Income Account";
            case '4', '5', '6', '7' -> "Expense Account";
            // Receivable and Payable would ask for a party in every row, which SIE rows do not name.
            default -> "";
        };
    }

    /** The account's name in ERPNext; empty if it is neither in its chart nor declared in the books. */
    Optional<String> nameOf(String number) {
        String name = names.get(number);
        if (name == null && chart.has(number)) {
            // A pre-system need not declare accounts; this one is there all the same.
            name = known(number, "");
            names.put(number, name);
        }
        return Optional.ofNullable(name);
    }

    /** The name of an account of the chart that the tax templates use. */
    String taxAccount(String number) {
        return full(number, chart.name(number).orElseThrow());
    }

    /** Accounts to be added, by number. */
    SortedMap<String, NewAccount> added() {
        return Collections.unmodifiableSortedMap(added);
    }

    /** Numbers that begin with no class of the chart, so that there is no group for them. */
    List<String> unplaced() {
        return Collections.unmodifiableList(unplaced);
    }

    /** Numbers of the chart whose spelling there is not known: the books' own name stands for it. */
    SortedSet<String> guessed() {
        return Collections.unmodifiableSortedSet(guessed);
    }
}
