package dev.llmagents.team.svea.erpnext;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a bundle, so many at most. */
final class Problems {
    private static final int MOST = 50;
    private static final int LONGEST_QUOTE = 80;

    private final List<String> clauses = new ArrayList<>();
    private int more;

    void add(String file, String clause) {
        if (clauses.size() < MOST) {
            clauses.add(file + ": " + clause);
        } else {
            more++;
        }
    }

    /** A text of the bundle, fit to stand in a clause. */
    static String quoted(String text) {
        String line = PlainText.line(text);
        return "”" + (line.length() <= LONGEST_QUOTE ? line : PlainText.cut(line, LONGEST_QUOTE) + "…") + "”";
    }

    List<String> clauses() {
        List<String> all = new ArrayList<>(clauses);
        if (more > 0) {
            all.add("ytterligare " + more + " fel");
        }
        return List.copyOf(all);
    }
}
