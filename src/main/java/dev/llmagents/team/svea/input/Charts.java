package dev.llmagents.team.svea.input;

import dev.llmagents.team.svea.input.ChartDocument.Account;
import dev.llmagents.team.svea.text.DelimitedTable;
import dev.llmagents.team.svea.text.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Recognises and reads charts of accounts: {@code number;title} in CSV, and ERPNext's JSON. */
final class Charts {
    private static final int FEWEST = 3;

    private Charts() {}

    /** The chart in a CSV text; empty unless nearly every row is a four-digit account and its title. */
    static Optional<ChartDocument> ofCsv(String name, String text, List<String> warnings) {
        List<Account> accounts = new ArrayList<>();
        List<DelimitedTable.Row> rows = DelimitedTable.of(text).rows();
        for (DelimitedTable.Row row : rows) {
            boolean isAccount = row.cells().size() >= 2
                    && row.cells().get(0).matches("[0-9]{4}")
                    && row.cells().get(1).codePoints().anyMatch(Character::isLetter);
            if (isAccount) {
                accounts.add(new Account(row.cells().get(0), row.cells().get(1), row.line()));
            }
        }
        boolean hasHeading = !rows.isEmpty()
                && rows.get(0).cells().get(0).toLowerCase(Locale.ROOT).matches("konto.{0,10}|account.{0,10}");
        int dataRows = rows.size() - (hasHeading ? 1 : 0);
        return accounts.size() >= FEWEST && accounts.size() * 10 >= dataRows * 8
                ? Optional.of(new ChartDocument(name, accounts, warnings))
                : Optional.empty();
    }

    /** The accounts of ERPNext's tree: a key is the title, {@code account_number} the number. */
    static ChartDocument ofErpNext(String name, Tree tree, List<String> warnings) {
        List<Account> accounts = new ArrayList<>();
        collect(tree, accounts);
        return new ChartDocument(name, accounts, warnings);
    }

    private static void collect(Tree tree, List<Account> accounts) {
        tree.fields().forEach((title, child) -> {
            if (child.kind() == Tree.Kind.MAP) {
                Tree number = child.fields().get("account_number");
                if (number != null && !number.scalar().isEmpty()) {
                    accounts.add(new Account(number.scalar(), title, child.line()));
                }
                collect(child, accounts);
            }
        });
    }
}
