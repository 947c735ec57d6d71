package dev.llmagents.team.meetmind;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.agent.Checked;
import dev.llmagents.agent.Question;
import dev.llmagents.agent.Rules;
import dev.llmagents.agent.Source;
import dev.llmagents.team.meetmind.check.Grounding;
import dev.llmagents.team.meetmind.check.ModelItems;
import dev.llmagents.team.meetmind.summary.Talk;
import dev.llmagents.team.meetmind.summary.Topics;
import dev.llmagents.team.meetmind.transcript.Utterance;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code design_analysis_framework}: what a meeting was about, which analyses it calls for, and how it is cut up. */
public final class ArchitectRules implements Rules<ArchitectRules.Input, AnalysisFramework> {
    private static final double MODEL_CONFIDENCE = 0.8;
    // Below this there is too little talk for stretches of different subject.
    private static final int WORDS_FOR_TOPICS = 40;

    /**
     * @param chunkTokens room for the transcript in one prompt
     */
    public record Input(Meeting meeting, Talk talk, int chunkTokens) {}

    @Override
    public AnalysisFramework answer(Input input) {
        List<Topic> topics = Topics.of(input.talk());
        return new AnalysisFramework(topics, needed(input.meeting()), Chunks.of(input.meeting(), input.chunkTokens()));
    }

    /** Everything is looked for, but a meeting of a few words has no topics and nothing to rank. */
    private static Set<Analysis> needed(Meeting meeting) {
        int words = 0;
        for (Utterance utterance : meeting.utterances()) {
            words += utterance.text().split("\\s+").length;
        }
        Set<Analysis> needed = EnumSet.allOf(Analysis.class);
        if (words < WORDS_FOR_TOPICS) {
            needed.removeAll(EnumSet.of(Analysis.TOPICS, Analysis.FEATURES));
        }
        return needed;
    }

    @Override
    public List<Question> questions(Input input, AnalysisFramework framework) {
        Meeting meeting = input.meeting();
        List<Question> questions = new ArrayList<>();
        for (AnalysisFramework.Chunk chunk : framework.chunks()) {
            questions.add(new Question(
                    Parts.lines(meeting, chunk),
                    Map.of("language", meeting.languageName(), "transcript", meeting.numbered(chunk))));
        }
        return questions;
    }

    /**
     * A model's topics stand if their quote was said inside their lines. They take the place of the rules' topics in the
     * stretch of the meeting they cover.
     */
    @Override
    public Checked<AnalysisFramework> check(Input input, AnalysisFramework own, List<JsonNode> replies) {
        ModelItems items = new ModelItems(
                new Grounding(input.meeting().transcript(), input.meeting().language()));
        List<Topic> told = new ArrayList<>();
        for (JsonNode reply : replies) {
            for (ModelItems.Supported item : items.in(reply, "topics", "title")) {
                int first = item.node().path("firstLine").asInt();
                int last = item.node().path("lastLine").asInt();
                int line = item.evidence().line();
                boolean repeated = told.stream().anyMatch(topic -> topic.firstLine() == first);
                if (first > last || line < first || line > last || repeated) {
                    items.drop();
                    continue;
                }
                told.add(new Topic(
                        item.text(), first, last, List.of(), item.evidence(), MODEL_CONFIDENCE, Source.MODEL));
            }
        }
        List<Topic> merged = new ArrayList<>(told);
        for (Topic topic : own.topics()) {
            if (told.stream().noneMatch(other -> overlap(topic, other))) {
                merged.add(topic);
            }
        }
        merged.sort(java.util.Comparator.comparingInt(Topic::firstLine));
        return new Checked<>(
                new AnalysisFramework(merged, own.needed(), own.chunks()), told.size(), items.dropped(), List.of());
    }

    private static boolean overlap(Topic one, Topic other) {
        return one.firstLine() <= other.lastLine() && other.firstLine() <= one.lastLine();
    }
}
