package dev.llmagents.team.svea.sie;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects notes, of each rule no more than are read: a broken file of a million lines must not fill the memory. */
final class NoteLog {
    static final int MOST = 100;
    private static final int LONGEST = 60;

    private final List<SieNote> notes = new ArrayList<>();
    private final SortedMap<String, Integer> counts = new TreeMap<>();

    void add(String rule, int line, String value, String detail) {
        if (counts.merge(rule, 1, Integer::sum) <= MOST) {
            notes.add(new SieNote(rule, line, shortened(value), detail));
        }
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }

    List<SieNote> notes() {
        return notes;
    }

    SortedMap<String, Integer> counts() {
        return counts;
    }
}
