package dev.llmagents.team.meetmind.ledger;

import dev.llmagents.team.meetmind.MeetingReport;
import dev.llmagents.team.meetmind.text.Language;
import dev.llmagents.team.meetmind.text.Sentence;
import dev.llmagents.team.meetmind.text.Sentences;
import dev.llmagents.team.meetmind.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;

/** Cuts a meeting into clauses, each with what it is about or, where it only points, what was spoken of before it. */
final class StatusReports {
    private StatusReports() {}

    // The very same utterance is meant: two turns may hold equal words.
    @SuppressWarnings("ReferenceEquality")
    static List<StatusReport> of(MeetingReport meeting, Subjects subjects) {
        Language language = meeting.language();
        List<StatusReport> reports = new ArrayList<>();
        Subject earlierTurn = new Subject(List.of());
        List<String> earlierWords = List.of();
        Subject thisTurn = new Subject(List.of());
        List<String> thisWords = new ArrayList<>();
        Utterance turn = null;
        for (Sentence sentence : Sentences.of(meeting.transcript().utterances(), language)) {
            if (sentence.utterance() != turn) {
                if (turn != null && !thisTurn.isEmpty()) {
                    earlierTurn = thisTurn;
                    earlierWords = List.copyOf(thisWords);
                }
                turn = sentence.utterance();
                thisTurn = new Subject(List.of());
                thisWords.clear();
            }
            for (Clause clause : Clause.of(sentence)) {
                Subject own = subjects.of(clause.words(), language);
                boolean within = !thisTurn.isEmpty();
                reports.add(new StatusReport(
                        clause,
                        turn,
                        own,
                        within ? thisTurn : earlierTurn,
                        within ? List.of() : earlierWords,
                        language));
                thisWords.addAll(clause.words());
                if (!own.isEmpty()) {
                    thisTurn = own;
                }
            }
        }
        return reports;
    }
}
