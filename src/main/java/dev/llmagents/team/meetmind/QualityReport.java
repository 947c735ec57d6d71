package dev.llmagents.team.meetmind;

import dev.llmagents.agent.Source;
import java.util.List;
import java.util.Locale;

/**
 * How far the report can be relied on: counted, not estimated.
 *
 * @param verdict the worst that was found
 * @param checks what was checked, with figures
 * @param issues what a reader should look at
 */
public record QualityReport(Verdict verdict, List<Check> checks, List<Issue> issues) {
    public QualityReport {
        checks = List.copyOf(checks);
        issues = List.copyOf(issues);
    }

    /** What the checks come to. */
    public enum Verdict {
        /** Nothing to look at. */
        GOOD,
        /** Some items want a second look. */
        REVIEW,
        /** The report does not stand for the meeting. */
        POOR;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param name for instance {@code quotes_found}
     * @param passed how many passed
     * @param total of how many
     */
    public record Check(String name, int passed, int total) {
        public boolean isPassed() {
            return passed == total;
        }
    }

    /**
     * @param item id of the item it is about, for instance {@code A2}; empty if it is about the whole report
     * @param problem one sentence
     */
    public record Issue(String item, String problem, Source source) {}
}
