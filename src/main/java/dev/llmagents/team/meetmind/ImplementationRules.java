package dev.llmagents.team.meetmind;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.agent.Checked;
import dev.llmagents.agent.Question;
import dev.llmagents.agent.Rules;
import dev.llmagents.agent.Source;
import dev.llmagents.team.meetmind.check.Grounding;
import dev.llmagents.team.meetmind.check.Merge;
import dev.llmagents.team.meetmind.check.ModelItems;
import dev.llmagents.team.meetmind.extract.Extraction;
import dev.llmagents.team.meetmind.summary.Summary;
import dev.llmagents.team.meetmind.summary.Talk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code implement_analysis_pipeline} and {@code process_meeting_transcript}: the summary, what was decided, who does what
 * by when, what may go wrong and what was left open.
 */
public final class ImplementationRules implements Rules<ImplementationRules.Input, Minutes> {
    private static final double MODEL_CONFIDENCE = 0.7;

    /** What the agent works on; {@code extraction} is shared with the product manager. */
    public record Input(Meeting meeting, Talk talk, Extraction extraction, AnalysisFramework framework) {}

    @Override
    public Minutes answer(Input input) {
        List<Finding> decisions = input.extraction().decisions();
        List<ActionItem> actions = input.extraction().actionItems();
        return new Minutes(
                Summary.of(
                        input.talk(),
                        decisions,
                        actions,
                        input.extraction().risks(),
                        input.extraction().openQuestions()),
                decisions,
                actions,
                input.extraction().risks(),
                input.extraction().openQuestions());
    }

    @Override
    public List<Question> questions(Input input, Minutes minutes) {
        Meeting meeting = input.meeting();
        String date =
                meeting.transcript().date().map(ImplementationRules::spoken).orElse("unknown");
        List<Question> questions = new ArrayList<>();
        for (AnalysisFramework.Chunk chunk : input.framework().chunks()) {
            questions.add(new Question(
                    Parts.lines(meeting, chunk),
                    Map.of(
                            "language", meeting.languageName(),
                            "date", date,
                            "transcript", meeting.numbered(chunk))));
        }
        return questions;
    }

    /** With the day of the week: models count on from it more surely than from the date alone. */
    private static String spoken(LocalDate date) {
        String day = date.getDayOfWeek().name();
        return day.charAt(0) + day.substring(1).toLowerCase(java.util.Locale.ROOT) + " " + date;
    }

    @Override
    public Checked<Minutes> check(Input input, Minutes own, List<JsonNode> replies) {
        Grounding grounding =
                new Grounding(input.meeting().transcript(), input.meeting().language());
        ModelItems items = new ModelItems(grounding);
        List<SummarySentence> summary = new ArrayList<>();
        List<Finding> decisions = new ArrayList<>();
        List<ActionItem> actions = new ArrayList<>();
        List<Finding> risks = new ArrayList<>();
        List<Finding> questions = new ArrayList<>();
        for (JsonNode reply : replies) {
            for (ModelItems.Supported item : items.in(reply, "summary", "text")) {
                summary.add(new SummarySentence(item.text(), item.evidence(), MODEL_CONFIDENCE, Source.MODEL));
            }
            findings(items, reply, "decisions", decisions);
            for (ModelItems.Supported item : items.in(reply, "actionItems", "text")) {
                actions.add(action(item, grounding, items));
            }
            findings(items, reply, "risks", risks);
            findings(items, reply, "openQuestions", questions);
        }
        int added = summary.size() + decisions.size() + actions.size() + risks.size() + questions.size();
        Merge<Finding> findings = new Merge<>(
                input.meeting().language(), Finding::text, Finding::evidence, ImplementationRules::combined);
        Merge<ActionItem> actionItems = new Merge<>(
                input.meeting().language(), ActionItem::text, ActionItem::evidence, ImplementationRules::combined);
        Minutes merged = new Minutes(
                summary(input, own.summary(), summary),
                findings.of(own.decisions(), decisions),
                actionItems.of(own.actionItems(), actions),
                findings.of(own.risks(), risks),
                findings.of(own.openQuestions(), questions));
        return new Checked<>(merged, added, items.dropped(), List.of());
    }

    private static void findings(ModelItems items, JsonNode reply, String field, List<Finding> found) {
        for (ModelItems.Supported item : items.in(reply, field, "text")) {
            found.add(new Finding(item.text(), item.evidence(), MODEL_CONFIDENCE, Source.MODEL));
        }
    }

    /** The item with only as much of owner and date as the meeting supports. */
    private static ActionItem action(ModelItems.Supported item, Grounding grounding, ModelItems items) {
        String ownerSaid = item.node().path("owner").asText("").strip();
        String dueSaid = item.node().path("due").asText("").strip();
        Optional<String> owner = grounding.person(ownerSaid);
        Optional<LocalDate> due = grounding.due(dueSaid, item.evidence());
        if (!isNone(ownerSaid) && owner.isEmpty()) {
            items.drop();
        }
        if (!isNone(dueSaid) && due.isEmpty()) {
            items.drop();
        }
        return new ActionItem(
                item.text(), owner, due, Optional.empty(), item.evidence(), MODEL_CONFIDENCE, Source.MODEL);
    }

    private static boolean isNone(String value) {
        return value.isEmpty() || value.equals("null");
    }

    /** Both found it: the model's words, and twice the certainty. */
    private static Finding combined(Finding own, Finding told) {
        return new Finding(
                told.text(), told.evidence(), Merge.certainty(own.confidence(), told.confidence()), Source.MODEL);
    }

    /** Owner and date as the rules read them, where they did: theirs were reckoned, not guessed. */
    private static ActionItem combined(ActionItem own, ActionItem told) {
        return new ActionItem(
                told.text(),
                own.owner().or(told::owner),
                own.due().or(told::due),
                own.dueText().or(told::dueText),
                told.evidence(),
                Merge.certainty(own.confidence(), told.confidence()),
                Source.MODEL);
    }

    /** The model's sentences for the parts it told of, the rules' for the rest, in order of the meeting. */
    private static List<SummarySentence> summary(Input input, List<SummarySentence> own, List<SummarySentence> told) {
        List<SummarySentence> merged = new ArrayList<>(told);
        for (SummarySentence sentence : own) {
            int chunk = chunkOf(input, sentence.evidence().line());
            if (told.stream().noneMatch(other -> chunkOf(input, other.evidence().line()) == chunk)) {
                merged.add(sentence);
            }
        }
        merged.sort(Comparator.comparingInt(sentence -> sentence.evidence().line()));
        return merged;
    }

    private static int chunkOf(Input input, int line) {
        List<AnalysisFramework.Chunk> chunks = input.framework().chunks();
        for (int i = 0; i < chunks.size(); i++) {
            int last = input.meeting().utterances().get(chunks.get(i).to() - 1).line();
            if (line <= last) {
                return i;
            }
        }
        return chunks.size() - 1;
    }
}
