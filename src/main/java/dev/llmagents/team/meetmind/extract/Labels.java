package dev.llmagents.team.meetmind.extract;

import java.util.Map;
import java.util.Optional;

/** Labels that people put before what they write down: "Action:", "Beslut:", "Open question -", "[ ]". */
final class Labels {
    enum Kind {
        ACTION,
        DECISION,
        RISK,
        QUESTION,
        REQUIREMENT
    }

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("action", Kind.ACTION),
            Map.entry("actions", Kind.ACTION),
            Map.entry("action item", Kind.ACTION),
            Map.entry("action point", Kind.ACTION),
            Map.entry("ap", Kind.ACTION),
            Map.entry("ai", Kind.ACTION),
            Map.entry("todo", Kind.ACTION),
            Map.entry("to-do", Kind.ACTION),
            Map.entry("to do", Kind.ACTION),
            Map.entry("task", Kind.ACTION),
            Map.entry("next step", Kind.ACTION),
            Map.entry("åtgärd", Kind.ACTION),
            Map.entry("att göra", Kind.ACTION),
            Map.entry("uppgift", Kind.ACTION),
            Map.entry("decision", Kind.DECISION),
            Map.entry("decided", Kind.DECISION),
            Map.entry("agreed", Kind.DECISION),
            Map.entry("resolution", Kind.DECISION),
            Map.entry("beslut", Kind.DECISION),
            Map.entry("risk", Kind.RISK),
            Map.entry("question", Kind.QUESTION),
            Map.entry("open question", Kind.QUESTION),
            Map.entry("open", Kind.QUESTION),
            Map.entry("fråga", Kind.QUESTION),
            Map.entry("öppen fråga", Kind.QUESTION),
            Map.entry("requirement", Kind.REQUIREMENT),
            Map.entry("krav", Kind.REQUIREMENT));

    private Labels() {}

    /** The index of the first word behind a label of that kind at the beginning of the remark. */
    static Optional<Integer> after(Remark remark, Kind kind) {
        String text = remark.text();
        int box = text.indexOf("[ ]");
        if (kind == Kind.ACTION && box >= 0 && box <= 3) {
            return Optional.of(0);
        }
        if (remark.size() == 0) {
            return Optional.empty();
        }
        int most = Math.min(2, remark.size() - 1);
        StringBuilder label = new StringBuilder();
        for (int words = 1; words <= most; words++) {
            SpokenWord last = remark.word(words - 1);
            label.append(words == 1 ? "" : " ").append(last.lower());
            if (KINDS.get(label.toString()) == kind && isSetOff(text, last.end())) {
                return Optional.of(words);
            }
        }
        return Optional.empty();
    }

    private static boolean isSetOff(String text, int end) {
        String rest = text.substring(end, Math.min(text.length(), end + 3));
        return rest.startsWith(":")
                || rest.startsWith(" - ")
                || rest.startsWith(" \u2013")
                || rest.startsWith(" \u2014");
    }
}
