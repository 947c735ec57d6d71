package dev.llmagents.team.meetmind;

import dev.llmagents.team.meetmind.text.Language;
import dev.llmagents.team.meetmind.transcript.Participant;
import dev.llmagents.team.meetmind.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything the team has to say about one meeting. A function of the transcript, the settings and a model's answers:
 * nothing measured stands in it.
 */
public record MeetingReport(
        Transcript transcript,
        Language language,
        Headline headline,
        MeetingPlan plan,
        AnalysisFramework framework,
        Minutes minutes,
        Wishes wishes,
        List<Participant> participants,
        QualityReport quality) {
    public MeetingReport {
        participants = List.copyOf(participants);
    }

    /** Names of the people in the meeting, which no model may see as they are. */
    public List<String> names() {
        return People.of(new Meeting(transcript, language), minutes.actionItems());
    }

    /**
     * An item by the name the report gives it.
     *
     * @param id a letter for its kind and its number in the list, for instance {@code A2}
     */
    public record Item(String id, String text, Evidence evidence) {}

    /** Every item that has a name, in the order of the report. */
    public static List<Item> items(Minutes minutes, Wishes wishes) {
        List<Item> items = new ArrayList<>();
        name(
                items,
                "D",
                minutes.decisions().stream()
                        .map(item -> new Item("", item.text(), item.evidence()))
                        .toList());
        name(
                items,
                "A",
                minutes.actionItems().stream()
                        .map(item -> new Item("", item.text(), item.evidence()))
                        .toList());
        name(
                items,
                "R",
                minutes.risks().stream()
                        .map(item -> new Item("", item.text(), item.evidence()))
                        .toList());
        name(
                items,
                "Q",
                minutes.openQuestions().stream()
                        .map(item -> new Item("", item.text(), item.evidence()))
                        .toList());
        name(
                items,
                "W",
                wishes.requirements().stream()
                        .map(item -> new Item("", item.text(), item.evidence()))
                        .toList());
        return items;
    }

    private static void name(List<Item> all, String letter, List<Item> unnamed) {
        for (int i = 0; i < unnamed.size(); i++) {
            all.add(new Item(
                    id(letter, i), unnamed.get(i).text(), unnamed.get(i).evidence()));
        }
    }

    private static String id(String letter, int index) {
        return letter + (index + 1);
    }
}
