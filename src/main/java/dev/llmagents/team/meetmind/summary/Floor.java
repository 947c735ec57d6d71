package dev.llmagents.team.meetmind.summary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who had the floor in a stretch of a meeting, and who asked there. */
final class Floor {

    /** A turn of at least so many words after a question answers it. */
    private static final int ANSWER_WORDS = 30;

    private final Talk talk;

    Floor(Talk talk) {
        this.talk = talk;
    }

    /** Who says more than half of a stretch. */
    Optional<Holder> holder(Segment segment) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Integer> longest = new HashMap<>();
        int all = 0;
        int run = 0;
        String running = "";
        for (int index = segment.from(); index < segment.to(); index++) {
            Spoken spoken = talk.sentences().get(index);
            int size = spoken.words().size();
            counts.put(spoken.speaker(), counts.getOrDefault(spoken.speaker(), 0) + size);
            all += size;
            // A "right" or "mm-hmm" of another does not end a presentation.
            if (spoken.speaker().equals(running)) {
                run += size;
            } else if (size > 5) {
                running = spoken.speaker();
                run = size;
            }
            longest.put(running, Math.max(run, longest.getOrDefault(running, 0)));
        }
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            if (entry.getValue() * 2 > all) {
                boolean alone = longest.get(entry.getKey()) * 4 > all;
                return Optional.of(new Holder(talk.speakers().name(entry.getKey()), alone));
            }
        }
        return Optional.empty();
    }

    /** The question of the stretch that names most of {@code subjects}, if it names two. */
    Optional<Question> question(Segment segment, List<KeyPhrase> subjects) {
        Optional<Question> best = Optional.empty();
        for (int index = segment.from(); index < segment.to(); index++) {
            Spoken asking = talk.sentences().get(index);
            if (!asking.sentence().isQuestion() || !isAnswered(index) || isChair(asking.speaker())) {
                continue;
            }
            // The sentences of the same turn before the question say what it is about.
            int turn = index;
            while (turn > segment.from()
                    && talk.sentences().get(turn - 1).line()
                            == talk.sentences().get(index).line()) {
                turn--;
            }
            List<KeyPhrase> named = new ArrayList<>();
            for (KeyPhrase phrase : subjects) {
                if (phrase.countWithin(turn, index + 1) > 0 && named.size() < Summary.SURE_SUBJECTS) {
                    named.add(phrase);
                }
            }
            if (named.size() > 1
                    && (best.isEmpty() || named.size() > best.get().subjects().size())) {
                best = Optional.of(new Question(
                        index, talk.speakers().name(talk.sentences().get(index).speaker()), named));
            }
        }
        return best;
    }

    /** Whether the turn ends with the sentence and another's longer turn follows. */
    private boolean isAnswered(int index) {
        List<Spoken> sentences = talk.sentences();
        int next = index + 1;
        if (next >= sentences.size()
                || sentences.get(next).speaker().equals(sentences.get(index).speaker())) {
            return false;
        }
        int words = 0;
        for (int at = next;
                at < sentences.size()
                        && sentences.get(at).line() == sentences.get(next).line();
                at++) {
            words += sentences.get(at).words().size();
        }
        return words >= ANSWER_WORDS;
    }

    /** Whether somebody by this name only leads the sitting. */
    boolean isChair(String speaker) {
        String name = talk.speakers().name(speaker).toLowerCase(Locale.ROOT);
        return name.endsWith(" chair")
                || name.endsWith(" speaker")
                || name.endsWith("ordföranden")
                || name.endsWith(" moderator");
    }

    /** @param alone whether much of it was one turn that hardly anybody broke */
    record Holder(String name, boolean alone) {}

    /** A question that was answered, and what it was about. */
    record Question(int sentence, String asker, List<KeyPhrase> subjects) {}
}
