package dev.llmagents.team.svea.sie;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects the chart of accounts, whose records may stand in any order. */
final class ChartReader {
    private final NoteLog notes;
    private final Map<String, Draft> drafts = new HashMap<>();

    private static final class Draft {
        private String name = "";
        private Optional<String> type = Optional.empty();
        private String unit = "";
        private final List<String> sru = new ArrayList<>();
        private int line;
        private int typeLine;
    }

    ChartReader(NoteLog notes) {
        this.notes = notes;
    }

    void account(String number, String name, int line) {
        Draft draft = draft(number);
        if (draft.line > 0) {
            notes.add("SIE-014", line, number, "först på rad " + draft.line);
            return;
        }
        draft.line = line;
        draft.name = name.strip();
    }

    void type(String number, String type, int line) {
        Draft draft = draft(number);
        draft.type = type.isEmpty() ? Optional.empty() : Optional.of(type);
        draft.typeLine = line;
    }

    void unit(String number, String unit) {
        draft(number).unit = unit;
    }

    void sru(String number, String code) {
        draft(number).sru.add(code);
    }

    int size() {
        return drafts.size();
    }

    private Draft draft(String number) {
        return drafts.computeIfAbsent(number, any -> new Draft());
    }

    /** The accounts that were declared; a type or code alone declares none. */
    SortedMap<String, SieAccount> accounts() {
        SortedMap<String, SieAccount> accounts = new TreeMap<>();
        drafts.forEach((number, draft) -> {
            if (draft.line > 0) {
                accounts.put(
                        number,
                        new SieAccount(
                                number, draft.name, draft.type, draft.unit, draft.sru, draft.line, draft.typeLine));
            }
        });
        return accounts;
    }
}
