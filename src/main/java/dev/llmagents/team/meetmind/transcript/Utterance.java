package dev.llmagents.team.meetmind.transcript;

import java.time.Duration;
import java.util.Optional;

/**
 * One turn of speech.
 *
 * @param line 1-based line of the input on which the spoken text begins
 * @param start offset from the start of the recording, if the format tells it
 * @param end offset at which the turn ends, if the format tells it
 * @param speaker the name as the input writes it, or {@link #UNKNOWN}
 * @param text what was said, without the speaker's name and without line breaks; never blank
 */
public record Utterance(int line, Optional<Duration> start, Optional<Duration> end, String speaker, String text) {

    /** The speaker of a turn that the input does not attribute to anybody. */
    public static final String UNKNOWN = "Unknown speaker";

    public Utterance {
        if (line < 1) {
            throw new IllegalArgumentException("line must be at least 1 but is " + line);
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("an utterance on line " + line + " has no text");
        }
    }

    public boolean hasKnownSpeaker() {
        return !speaker.equals(UNKNOWN);
    }
}
