package dev.llmagents.team.svea.erpnext;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code account.csv} and tells which account names exist in ERPNext once it is imported. */
final class AccountTableCheck {
    private static final Set<String> ROOT_TYPES = Set.of("Asset", "Liability", "Income", "Expense", "Equity");
    private static final Set<String> ACCOUNT_TYPES =
            Set.of("", "Tax", "Equity", "Cash", "Bank", "Income Account", "Expense Account");

    private final Problems problems;
    private final String company;
    private final String abbreviation;
    private final BasChart chart = BasChart.builtIn();
    private final Map<String, String> added = new HashMap<>();
    private final Map<String, Boolean> judged = new HashMap<>();

    AccountTableCheck(Problems problems, String company, String abbreviation) {
        this.problems = problems;
        this.company = company;
        this.abbreviation = abbreviation;
    }

    void read(List<List<String>> rows) {
        if (rows.isEmpty() || !rows.get(0).equals(Bundle.ACCOUNT_COLUMNS)) {
            problems.add(Bundle.ACCOUNT, "har inte de rubriker som importen väntar");
            return;
        }
        Set<String> numbers = new HashSet<>();
        for (int i = 1; i < rows.size(); i++) {
            row(i + 1, rows.get(i), numbers);
        }
    }

    private void row(int line, List<String> cells, Set<String> numbers) {
        if (cells.size() != Bundle.ACCOUNT_COLUMNS.size()) {
            fault(line, "har " + cells.size() + " celler");
            return;
        }
        String name = cells.get(0);
        String number = cells.get(1);
        String full = number + " - " + name + " - " + abbreviation;
        if (name.isBlank()) {
            fault(line, "kontot saknar namn");
        }
        if (full.length() > PlainText.LONGEST_NAME) {
            fault(line, "kontots hela namn är längre än " + PlainText.LONGEST_NAME + " tecken");
        }
        if (!numbers.add(number)) {
            fault(line, "kontonumret " + Problems.quoted(number) + " förekommer två gånger");
        }
        if (chart.has(number)) {
            fault(line, "kontonumret " + Problems.quoted(number) + " finns redan i ERPNext");
        }
        if (!cells.get(2).equals(company)) {
            fault(line, "bolaget är ett annat än i " + Bundle.COMPANY);
        }
        Optional<String> group = chart.group(number).map(label -> label + " - " + abbreviation);
        if (group.isEmpty() || !group.get().equals(cells.get(3))) {
            fault(line, "gruppen " + Problems.quoted(cells.get(3)) + " är inte kontots grupp i ERPNext");
        }
        if (!ROOT_TYPES.contains(cells.get(4))
                || !ACCOUNT_TYPES.contains(cells.get(5))
                || !cells.get(6).equals("0")) {
            fault(line, "kontotypen är inte någon som ERPNext har");
        }
        added.put(number, full);
    }

    private void fault(int line, String clause) {
        problems.add(Bundle.ACCOUNT, "rad " + line + ": " + clause);
    }

    /**
     * Whether an account of that full name will exist. For an account of ERPNext's chart whose spelling is not known here
     * the number decides.
     */
    boolean exists(String full) {
        return judged.computeIfAbsent(full, this::judge);
    }

    /** The name that ERPNext gives what is the company's own. */
    String owned(String title) {
        return title + " - " + abbreviation;
    }

    private boolean judge(String full) {
        int dash = full.indexOf(" - ");
        if (dash <= 0 || !full.endsWith(" - " + abbreviation) || full.length() > PlainText.LONGEST_NAME) {
            return false;
        }
        String number = full.substring(0, dash);
        if (!chart.has(number)) {
            return full.equals(added.get(number));
        }
        return chart.name(number)
                .map(name -> full.equals(number + " - " + name + " - " + abbreviation))
                .orElse(true);
    }
}
