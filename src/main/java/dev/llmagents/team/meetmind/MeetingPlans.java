package dev.llmagents.team.meetmind;

import dev.llmagents.llm.TokenEstimate;
import dev.llmagents.team.meetmind.MeetingPlan.ChosenAnalysis;
import dev.llmagents.team.meetmind.MeetingPlan.Estimate;
import java.util.List;

/** The coordinator's plan: a function of the meeting's size alone, so that it costs nothing to ask for. */
final class MeetingPlans {
    // Instructions, examples and schema of one prompt, measured on the prompt files and rounded up.
    private static final int FRAME_TOKENS = 1_100;
    // What one answer about one part comes to, seen in the examples and rounded up.
    private static final int ANSWER_TOKENS = 900;
    private static final int ITEM_TOKENS = 800;
    private static final int SHORT_ANSWER_TOKENS = 200;
    // Three agents read every part; two more read the items.
    private static final int READERS_OF_PARTS = 3;
    private static final int READERS_OF_ITEMS = 2;

    private MeetingPlans() {}

    static MeetingPlan of(Meeting meeting, MeetMindTeam.Settings settings) {
        int parts = Chunks.of(meeting, settings.chunkTokens()).size();
        int transcript = TokenEstimate.ofChars(meeting.characters());
        int calls = parts * READERS_OF_PARTS + READERS_OF_ITEMS;
        int prompt = READERS_OF_PARTS * (transcript + parts * FRAME_TOKENS)
                + READERS_OF_ITEMS * (FRAME_TOKENS + ITEM_TOKENS);
        int completion = READERS_OF_PARTS * parts * ANSWER_TOKENS + READERS_OF_ITEMS * SHORT_ANSWER_TOKENS;
        Pricing pricing = settings.pricing();
        Estimate estimate = new Estimate(calls, prompt, completion, pricing.model(), pricing.cost(prompt, completion));
        return new MeetingPlan(analyses(meeting), MeetMindTeam.STAGES, estimate);
    }

    private static List<ChosenAnalysis> analyses(Meeting meeting) {
        int turns = meeting.utterances().size();
        int speakers = (int) meeting.utterances().stream()
                .map(utterance -> utterance.speaker())
                .distinct()
                .count();
        String size = turns + " turns by " + speakers + (speakers == 1 ? " speaker" : " speakers");
        String dated = meeting.transcript().date().isPresent()
                ? "dates are reckoned from " + meeting.transcript().date().get()
                : "the meeting's date is unknown, so relative dates stay words";
        return List.of(
                new ChosenAnalysis(
                        Analysis.ACTION_ITEMS, MeetMindTeam.IMPLEMENTATION, "who does what by when; " + dated, 1),
                new ChosenAnalysis(Analysis.DECISIONS, MeetMindTeam.IMPLEMENTATION, "what holds from now on", 2),
                new ChosenAnalysis(Analysis.SUMMARY, MeetMindTeam.IMPLEMENTATION, size, 3),
                new ChosenAnalysis(Analysis.RISKS, MeetMindTeam.IMPLEMENTATION, "what may go wrong", 4),
                new ChosenAnalysis(
                        Analysis.OPEN_QUESTIONS, MeetMindTeam.IMPLEMENTATION, "what was asked and not answered", 5),
                new ChosenAnalysis(
                        Analysis.REQUIREMENTS, MeetMindTeam.PRODUCT_MANAGER, "what was asked of the product", 6),
                new ChosenAnalysis(Analysis.FEATURES, MeetMindTeam.PRODUCT_MANAGER, "what was wanted most", 7),
                new ChosenAnalysis(Analysis.TOPICS, MeetMindTeam.ARCHITECT, "where in the meeting to look", 8));
    }
}
