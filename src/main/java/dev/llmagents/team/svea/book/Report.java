package dev.llmagents.team.svea.book;

import dev.llmagents.team.svea.rule.Assessment;
import dev.llmagents.team.svea.rule.Place;
import dev.llmagents.team.svea.rule.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings on their way into an assessment. A rule that is broken more often than anybody reads is told as often as
 * {@link #MOST}, the last time with the number and lines of the rest.
 */
final class Report {
    static final int MOST = 25;

    private final Assessment assessment;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();

    private static final class Waiting {
        private final List<Draft> told = new ArrayList<>();
        private int uncounted;
        private final Lines rest = new Lines();
    }

    private record Draft(Severity severity, Place place, List<String> evidence) {}

    Report(Assessment assessment) {
        this.assessment = assessment;
    }

    void ran(String... rules) {
        for (String rule : rules) {
            assessment.ran(rule);
        }
    }

    void notAssessed(String reason, String... rules) {
        for (String rule : rules) {
            assessment.notAssessed(rule, reason);
        }
    }

    /** A finding with the severity of its rule. */
    void find(String rule, int line, String subject, String... evidence) {
        find(rule, assessment.catalogue().get(rule).severity(), line, subject, evidence);
    }

    /** @param line 0 for the file as a whole */
    void find(String rule, Severity severity, int line, String subject, String... evidence) {
        Waiting kept = waiting.computeIfAbsent(rule, any -> new Waiting());
        if (kept.told.size() >= MOST) {
            kept.rest.add(line);
            return;
        }
        Place place = line > 0 ? assessment.line(line) : assessment.place();
        kept.told.add(new Draft(severity, subject.isEmpty() ? place : place.about(subject), List.of(evidence)));
    }

    /** Counts further cases of a rule of which no more is known; without effect if it has no finding yet. */
    void more(String rule, int count) {
        Waiting kept = waiting.get(rule);
        if (kept != null) {
            kept.uncounted += count;
        }
    }

    /** Hands over what was found, rule by rule; to be called at the end of each subject. */
    void flush() {
        waiting.forEach((rule, kept) -> {
            int more = kept.rest.count() + kept.uncounted;
            int last = kept.told.size() - 1;
            kept.told.subList(0, last).forEach(draft -> tell(rule, draft));
            Draft draft = kept.told.get(last);
            List<String> evidence = new ArrayList<>(draft.evidence());
            if (more > 0) {
                evidence.add("ytterligare");
                evidence.add(more + " liknande" + (kept.rest.count() > 0 ? ", rad " + kept.rest.text() : ""));
            }
            tell(rule, new Draft(draft.severity(), draft.place(), evidence));
        });
        waiting.clear();
    }

    private void tell(String rule, Draft draft) {
        assessment.find(rule, draft.severity(), draft.place(), draft.evidence().toArray(new String[0]));
    }
}
