package dev.llmagents.team.meetmind.text;

import dev.llmagents.team.meetmind.transcript.Utterance;

/**
 * One sentence of one utterance.
 *
 * @param utterance where it was said
 * @param index position among all sentences of the meeting, from 0
 * @param text a part of the utterance's text, letter by letter, without spaces around it
 */
public record Sentence(Utterance utterance, int index, String text) {

    /** Whether the speaker ended it with a question mark. */
    public boolean isQuestion() {
        return text.endsWith("?");
    }
}
