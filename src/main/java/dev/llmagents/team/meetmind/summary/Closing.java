package dev.llmagents.team.meetmind.summary;

import dev.llmagents.agent.Source;
import dev.llmagents.team.meetmind.ActionItem;
import dev.llmagents.team.meetmind.Evidence;
import dev.llmagents.team.meetmind.Finding;
import dev.llmagents.team.meetmind.SummarySentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The end of a summary: what was decided and who does what next, as far as a few words tell it. */
final class Closing {

    private static final int MOST_DECISIONS = 2;
    private static final int MOST_TASKS = 3;
    private static final int MOST_WORDS = 22;

    private final List<SummarySentence> sentences = new ArrayList<>();

    Closing(List<Finding> decisions, List<ActionItem> actions, Prose prose, Speakers speakers) {
        List<Finding> surest = new ArrayList<>(decisions);
        surest.sort(Comparator.comparingDouble(Finding::confidence).reversed());
        List<Finding> told = new ArrayList<>();
        for (Finding decision : surest) {
            if (told.size() < MOST_DECISIONS && words(decision.text()) <= MOST_WORDS) {
                told.add(decision);
            }
        }
        told.sort(Comparator.comparingInt(decision -> decision.evidence().line()));
        for (Finding decision : told) {
            add(prose.decided(List.of(decision.text())), decision.evidence(), decision.confidence());
        }
        addTasks(actions, prose, speakers);
    }

    List<SummarySentence> sentences() {
        return sentences;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (SummarySentence sentence : sentences) {
            text.append(text.length() == 0 ? "" : " ").append(sentence.text());
        }
        return text.toString();
    }

    private void addTasks(List<ActionItem> actions, Prose prose, Speakers speakers) {
        List<Prose.Task> tasks = new ArrayList<>();
        Evidence evidence = null;
        double confidence = 1;
        for (ActionItem action : actions) {
            if (tasks.size() < MOST_TASKS && action.owner().isPresent() && words(action.text()) <= MOST_WORDS) {
                tasks.add(new Prose.Task(action.owner().map(speakers::name), withTime(action)));
                evidence = evidence == null ? action.evidence() : evidence;
                confidence = Math.min(confidence, action.confidence());
            }
        }
        if (evidence != null) {
            add(prose.next(tasks), evidence, confidence);
        }
    }

    /** The task with the words that were said about its time, unless it holds them. */
    private static String withTime(ActionItem action) {
        String text = ClosingText.bare(action.text());
        String time = action.dueText().orElse("");
        boolean told = text.toLowerCase(Locale.ROOT).contains(time.toLowerCase(Locale.ROOT));
        return told ? text : text + " " + ClosingText.lowerFirst(ClosingText.bare(time));
    }

    private void add(String text, Evidence evidence, double confidence) {
        if (!text.isEmpty()) {
            sentences.add(new SummarySentence(text, evidence, confidence, Source.RULES));
        }
    }

    private static int words(String text) {
        return text.split(" ").length;
    }
}
