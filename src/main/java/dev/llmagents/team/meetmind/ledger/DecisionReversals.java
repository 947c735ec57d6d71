package dev.llmagents.team.meetmind.ledger;

import dev.llmagents.team.meetmind.Finding;
import dev.llmagents.team.meetmind.MeetingReport;
import dev.llmagents.team.meetmind.ledger.Reversal.Decision;
import dev.llmagents.team.meetmind.ledger.Subject.Overlap;
import dev.llmagents.team.meetmind.text.Language;
import dev.llmagents.team.meetmind.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds decisions that a later meeting turned around: it gives up what was chosen ("we drop X"), or decides on the same
 * subject with a word of turning ("instead", "after all"). What was said in jest or only thought of is no decision.
 */
final class DecisionReversals {
    private static final double HALF = 0.5;
    /** How many words behind "drop" may say what. */
    private static final int TARGET_WORDS = 8;

    private final List<MeetingReport> meetings;
    private final Subjects subjects;
    private final PhraseBook turns = PhraseBook.read("turns.txt");

    DecisionReversals(List<MeetingReport> meetings, Subjects subjects) {
        this.meetings = meetings;
        this.subjects = subjects;
    }

    /** Each earlier decision at most once, in the order of the later ones. */
    List<Reversal> find() {
        List<Decision> standing = new ArrayList<>();
        List<Reversal> reversals = new ArrayList<>();
        for (int at = 0; at < meetings.size(); at++) {
            List<Decision> fresh = new ArrayList<>();
            List<Finding> decisions = meetings.get(at).minutes().decisions();
            for (int number = 0; number < decisions.size(); number++) {
                Decision later = new Decision(at, "D" + (number + 1), decisions.get(number));
                if (turns.has("tentative", Subjects.words(later.finding().text())) || isJest(later)) {
                    continue;
                }
                turnedBy(later, standing).ifPresent(earlier -> {
                    reversals.add(new Reversal(earlier, later));
                    standing.remove(earlier);
                });
                fresh.add(later);
            }
            standing.addAll(fresh);
        }
        return reversals;
    }

    /** The latest decision of an earlier meeting that {@code later} turns around. */
    private Optional<Decision> turnedBy(Decision later, List<Decision> standing) {
        Language language = meetings.get(later.meeting()).language();
        List<String> words = Subjects.words(later.finding().text());
        Subject whole = subjects.of(words, language);
        boolean turning = isTurning(words);
        for (int at = standing.size() - 1; at >= 0; at--) {
            Decision earlier = standing.get(at);
            List<String> before = Subjects.words(earlier.finding().text());
            Subject subject =
                    subjects.of(before, meetings.get(earlier.meeting()).language());
            if (givesUp(words, language, subject) && !givesUp(before, language, subject)) {
                return Optional.of(earlier);
            }
            Overlap overlap = subject.with(whole);
            if (turning && overlap.common() >= 2 && overlap.cover() >= HALF && !words.equals(before)) {
                return Optional.of(earlier);
            }
        }
        return Optional.empty();
    }

    private boolean isTurning(List<String> words) {
        for (int at = 0; at < words.size(); at++) {
            if (turns.after("turn", words, at) > at && turns.after("exchange", words, at) == at) {
                return true;
            }
        }
        return false;
    }

    /** Whether what stands behind a word of giving up is what {@code subject} is about. */
    private boolean givesUp(List<String> words, Language language, Subject subject) {
        for (int at = 0; at < words.size(); at++) {
            int behind = turns.after("drop", words, at);
            if (behind == at || turns.after("other", words, at) > at) {
                continue;
            }
            int end = behind;
            while (end < words.size() && end < behind + TARGET_WORDS && !isEnd(words.get(end))) {
                end++;
            }
            Subject target = subjects.of(words.subList(behind, end), language);
            Overlap overlap = subject.with(target);
            if (overlap.common() >= 1 && overlap.back() >= HALF && !overlap.isTornByOrdinals()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEnd(String word) {
        return switch (word) {
            case "and", "och", "but", "men", "instead", "istället", "because", "eftersom", "to", "then" -> true;
            default -> false;
        };
    }

    /** Whether the turn itself or the answer to it laughs. */
    private boolean isJest(Decision decision) {
        List<Utterance> utterances =
                meetings.get(decision.meeting()).transcript().utterances();
        for (int at = 0; at < utterances.size(); at++) {
            if (utterances.get(at).line() == decision.finding().evidence().line()) {
                boolean answered = at + 1 < utterances.size() && isLaughing(utterances.get(at + 1));
                return answered || isLaughing(utterances.get(at));
            }
        }
        return false;
    }

    private boolean isLaughing(Utterance utterance) {
        return turns.has("joke", Subjects.words(utterance.text()));
    }
}
