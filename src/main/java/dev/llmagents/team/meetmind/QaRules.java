package dev.llmagents.team.meetmind;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.agent.Checked;
import dev.llmagents.agent.Question;
import dev.llmagents.agent.Rules;
import dev.llmagents.agent.Source;
import dev.llmagents.team.meetmind.QualityReport.Check;
import dev.llmagents.team.meetmind.QualityReport.Issue;
import dev.llmagents.team.meetmind.QualityReport.Verdict;
import dev.llmagents.team.meetmind.check.Grounding;
import dev.llmagents.team.meetmind.check.ModelItems;
import dev.llmagents.team.meetmind.check.QualityChecks;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code validate_analysis_quality}: counts how far the minutes stand up to the transcript. */
public final class QaRules implements Rules<QaRules.Input, QualityReport> {
    private static final Set<String> KINDS = Set.of("contradiction", "unsupported", "duplicate", "unclear");
    private static final int LONGEST_PROBLEM = 400;

    /** The minutes to check and the meeting they are of. */
    public record Input(Meeting meeting, Minutes minutes, Wishes wishes) {
        List<MeetingReport.Item> items() {
            return MeetingReport.items(minutes, wishes);
        }
    }

    @Override
    public QualityReport answer(Input input) {
        QualityChecks checks = new QualityChecks(input.meeting(), input.minutes(), input.items());
        List<Check> results = checks.results();
        List<Issue> issues = checks.issues();
        return new QualityReport(verdict(results, issues), results, issues);
    }

    private static Verdict verdict(List<Check> results, List<Issue> issues) {
        boolean unfounded = results.stream()
                .anyMatch(check -> check.name().equals(QualityChecks.QUOTES_FOUND) && !check.isPassed());
        if (unfounded) {
            return Verdict.POOR;
        }
        boolean allPassed = results.stream().allMatch(Check::isPassed);
        return allPassed && issues.isEmpty() ? Verdict.GOOD : Verdict.REVIEW;
    }

    @Override
    public List<Question> questions(Input input, QualityReport report) {
        List<MeetingReport.Item> items = input.items();
        if (items.isEmpty()) {
            return List.of();
        }
        StringBuilder lines = new StringBuilder();
        for (MeetingReport.Item item : items) {
            lines.append(item.id())
                    .append(' ')
                    .append(item.text())
                    .append(" | ")
                    .append(item.evidence().quote())
                    .append('\n');
        }
        return List.of(new Question(
                "",
                Map.of(
                        "language",
                        input.meeting().languageName(),
                        "items",
                        lines.toString().stripTrailing())));
    }

    /** A model's remark stands if it is about an item there is and names nothing that was not said. */
    @Override
    public Checked<QualityReport> check(Input input, QualityReport own, List<JsonNode> replies) {
        Grounding grounding =
                new Grounding(input.meeting().transcript(), input.meeting().language());
        ModelItems counter = new ModelItems(grounding);
        Set<String> ids = new LinkedHashSet<>();
        Set<String> known = new LinkedHashSet<>();
        for (MeetingReport.Item item : input.items()) {
            ids.add(item.id());
            known.add(item.id().toLowerCase(Locale.ROOT));
        }
        List<Issue> told = new ArrayList<>();
        for (JsonNode reply : replies) {
            for (JsonNode entry : reply.path("issues")) {
                String item = entry.path("item").asText("").strip();
                String problem = entry.path("problem").asText("").strip();
                boolean stands = ids.contains(item)
                        && KINDS.contains(entry.path("kind").asText(""))
                        && !problem.isEmpty()
                        && problem.length() <= LONGEST_PROBLEM
                        && grounding.mentions(problem, known);
                if (stands) {
                    told.add(new Issue(item, problem, Source.MODEL));
                } else {
                    counter.drop();
                }
            }
        }
        List<Issue> issues = new ArrayList<>(own.issues());
        issues.addAll(told);
        return new Checked<>(
                new QualityReport(verdict(own.checks(), issues), own.checks(), issues),
                told.size(),
                counter.dropped(),
                List.of());
    }
}
