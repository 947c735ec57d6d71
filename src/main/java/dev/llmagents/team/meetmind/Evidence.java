package dev.llmagents.team.meetmind;

import dev.llmagents.team.meetmind.transcript.Utterance;
import java.time.Duration;
import java.util.Optional;

/**
 * Where in the transcript an item comes from.
 *
 * @param quote words of one utterance, letter by letter
 * @param line 1-based line of the input that the utterance stands on
 * @param speaker who said it
 * @param start offset from the start of the recording, if known
 */
public record Evidence(String quote, int line, String speaker, Optional<Duration> start) {

    /** The evidence for something said in {@code utterance}; {@code quote} is a part of its text. */
    public static Evidence of(Utterance utterance, String quote) {
        return new Evidence(quote, utterance.line(), utterance.speaker(), utterance.start());
    }
}
