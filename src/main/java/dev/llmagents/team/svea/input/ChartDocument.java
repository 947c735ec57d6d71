package dev.llmagents.team.svea.input;

import java.util.List;

/** A chart of accounts. */
public record ChartDocument(String name, List<Account> accounts, List<String> warnings) implements SveaDocument {

    /** An account; {@code line} from 1. */
    public record Account(String number, String title, int line) {}

    public ChartDocument {
        accounts = List.copyOf(accounts);
        warnings = List.copyOf(warnings);
    }

    @Override
    public Kind kind() {
        return Kind.CHART;
    }
}
