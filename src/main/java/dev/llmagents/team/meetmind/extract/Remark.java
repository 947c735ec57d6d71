package dev.llmagents.team.meetmind.extract;

import dev.llmagents.team.meetmind.text.Sentence;
import java.util.List;
import java.util.Optional;

/** One sentence of the meeting with its words and cues. Immutable. */
final class Remark {
    private final Sentence sentence;
    private final int turn;
    private final List<SpokenWord> words;
    private final List<CueHit> hits;
    private final long cues;

    Remark(Sentence sentence, int turn, List<SpokenWord> words, List<CueHit> hits) {
        this.sentence = sentence;
        this.turn = turn;
        this.words = words;
        this.hits = hits;
        long found = 0;
        for (CueHit hit : hits) {
            found |= 1L << hit.cue().ordinal();
        }
        cues = found;
    }

    Sentence sentence() {
        return sentence;
    }

    String text() {
        return sentence.text();
    }

    String speaker() {
        return sentence.utterance().speaker();
    }

    int line() {
        return sentence.utterance().line();
    }

    /** Index of the utterance in the meeting. */
    int turn() {
        return turn;
    }

    List<SpokenWord> words() {
        return words;
    }

    SpokenWord word(int at) {
        return words.get(at);
    }

    int size() {
        return words.size();
    }

    List<CueHit> hits() {
        return hits;
    }

    boolean has(Cue cue) {
        return (cues & 1L << cue.ordinal()) != 0;
    }

    /** The first such cue. */
    Optional<CueHit> first(Cue cue) {
        if (has(cue)) {
            for (CueHit hit : hits) {
                if (hit.cue() == cue) {
                    return Optional.of(hit);
                }
            }
        }
        return Optional.empty();
    }

    /** The index behind the longest such cue that begins at {@code at}, or {@code at} if none does. */
    int after(Cue cue, int at) {
        if (has(cue)) {
            for (CueHit hit : hits) {
                if (hit.cue() == cue && hit.at() == at) {
                    return hit.end();
                }
            }
        }
        return at;
    }

    boolean hasAt(Cue cue, int at) {
        return after(cue, at) > at;
    }

    /** Whether such a cue begins before word {@code end}. */
    boolean hasBefore(Cue cue, int end) {
        Optional<CueHit> hit = first(cue);
        return hit.isPresent() && hit.get().at() < end;
    }

    /** Whether the sentence asks; a statement with a tag ("…, okay?") does not. */
    boolean asks() {
        return sentence.isQuestion() && !(words.size() > 3 && endsWithTag());
    }

    private boolean endsWithTag() {
        if (has(Cue.TAG)) {
            for (CueHit hit : hits) {
                if (hit.cue() == Cue.TAG
                        && hit.end() == words.size()
                        && hit.at() > 0
                        && words.get(hit.at() - 1).mark() != ' ') {
                    return true;
                }
            }
        }
        return false;
    }

    /** Index of the first word behind openers such as "okay, so". */
    int start() {
        int at = 0;
        while (at < words.size() && hasAt(Cue.OPENER, at)) {
            at = after(Cue.OPENER, at);
        }
        return at;
    }
}
