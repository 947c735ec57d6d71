package dev.llmagents.team.meetmind;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.agent.Checked;
import dev.llmagents.agent.Question;
import dev.llmagents.agent.Rules;
import dev.llmagents.agent.Source;
import dev.llmagents.team.meetmind.check.Grounding;
import dev.llmagents.team.meetmind.check.ModelItems;
import dev.llmagents.team.meetmind.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Merges the others' parts: says in a line what came of the meeting and which items matter most. */
public final class CoordinatorRules implements Rules<CoordinatorRules.Input, Headline> {
    private static final int MOST_FOCUS = 5;
    private static final int LONGEST_HEADLINE = 500;

    /** The parts to merge. */
    public record Input(Meeting meeting, Minutes minutes, Wishes wishes) {
        List<MeetingReport.Item> items() {
            return MeetingReport.items(minutes, wishes);
        }
    }

    @Override
    public Headline answer(Input input) {
        return new Headline(HeadlineText.of(input.meeting(), input.minutes()), focus(input), Source.RULES);
    }

    /** Dated tasks by date, then decisions, other tasks, risks and questions, each kind by how sure it is. */
    private static List<String> focus(Input input) {
        List<Candidate> candidates = new ArrayList<>();
        List<ActionItem> actions = input.minutes().actionItems();
        for (int i = 0; i < actions.size(); i++) {
            ActionItem action = actions.get(i);
            String id = "A" + (i + 1);
            candidates.add(
                    action.due().isPresent()
                            ? new Candidate(id, 0, action.due().get().toEpochDay())
                            : new Candidate(id, 2, -action.confidence()));
        }
        add(candidates, "D", 1, input.minutes().decisions());
        add(candidates, "R", 3, input.minutes().risks());
        add(candidates, "Q", 4, input.minutes().openQuestions());
        candidates.sort(Comparator.comparingInt(Candidate::group).thenComparingDouble(Candidate::order));
        return candidates.stream().limit(MOST_FOCUS).map(Candidate::id).toList();
    }

    /** An item on its way into the focus: by group, then by order, smaller first. */
    private record Candidate(String id, int group, double order) {}

    private static void add(List<Candidate> candidates, String letter, int group, List<Finding> findings) {
        for (int i = 0; i < findings.size(); i++) {
            candidates.add(
                    new Candidate(letter + (i + 1), group, -findings.get(i).confidence()));
        }
    }

    @Override
    public List<Question> questions(Input input, Headline headline) {
        String summary =
                input.minutes().summary().stream().map(SummarySentence::text).collect(Collectors.joining(" "));
        if (summary.isEmpty() && input.items().isEmpty()) {
            return List.of();
        }
        return List.of(new Question(
                "",
                Map.of(
                        "language", input.meeting().languageName(),
                        "summary", summary,
                        "items", listed(input))));
    }

    private static String listed(Input input) {
        StringBuilder lines = new StringBuilder();
        for (MeetingReport.Item item : input.items()) {
            lines.append(item.id()).append(' ').append(item.text());
            if (item.id().startsWith("A")) {
                ActionItem action = input.minutes()
                        .actionItems()
                        .get(Integer.parseInt(item.id().substring(1)) - 1);
                action.owner()
                        .ifPresent(
                                owner -> lines.append(" (owner ").append(owner).append(')'));
                action.due().ifPresent(due -> lines.append(" (due ").append(due).append(')'));
            }
            lines.append('\n');
        }
        return lines.toString().stripTrailing();
    }

    /** A model's headline stands if it names nothing the meeting and its minutes do not; ids stand if there are such items. */
    @Override
    public Checked<Headline> check(Input input, Headline own, List<JsonNode> replies) {
        Grounding grounding =
                new Grounding(input.meeting().transcript(), input.meeting().language());
        ModelItems counter = new ModelItems(grounding);
        Set<String> known = new LinkedHashSet<>(Words.of(listed(input)));
        known.addAll(dateWords(input));
        Set<String> ids = input.items().stream().map(MeetingReport.Item::id).collect(Collectors.toSet());
        Headline headline = own;
        int added = 0;
        for (JsonNode reply : replies) {
            String text = reply.path("headline").asText("").strip().replaceAll("\\s+", " ");
            if (!text.isEmpty()) {
                if (text.length() <= LONGEST_HEADLINE && grounding.mentions(text, known)) {
                    headline = new Headline(text, headline.focus(), Source.MODEL);
                    added++;
                } else {
                    counter.drop();
                }
            }
            List<String> focus = new ArrayList<>();
            for (JsonNode id : reply.path("focus")) {
                String named = id.asText("").strip();
                if (!ids.contains(named)) {
                    counter.drop();
                } else if (!focus.contains(named) && focus.size() < MOST_FOCUS) {
                    focus.add(named);
                }
            }
            if (!focus.isEmpty()) {
                headline = new Headline(headline.text(), focus, Source.MODEL);
                added++;
            }
        }
        return new Checked<>(headline, added, counter.dropped(), List.of());
    }

    /** The words a date may be written with: a headline may say "18 March" where the list says 2026-03-18. */
    private static Set<String> dateWords(Input input) {
        Set<String> words = new LinkedHashSet<>();
        for (ActionItem action : input.minutes().actionItems()) {
            action.due().ifPresent(due -> {
                for (java.util.Locale locale :
                        List.of(java.util.Locale.ENGLISH, java.util.Locale.forLanguageTag("sv"))) {
                    words.addAll(Words.of(java.time.format.DateTimeFormatter.ofPattern("d MMMM uuuu EEEE", locale)
                            .format(due)));
                    words.add(due.getDayOfMonth() + "th");
                }
            });
        }
        return words;
    }
}
