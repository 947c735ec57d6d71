package dev.llmagents.team.meetmind.transcript;

import java.util.List;

/**
 * What reading an input gave.
 *
 * @param transcript the meeting
 * @param format what the input turned out to be
 * @param warnings sentences for the user: a guessed encoding, speakers that are not named
 */
public record TranscriptReading(Transcript transcript, TranscriptFormat format, List<String> warnings) {

    public TranscriptReading {
        warnings = List.copyOf(warnings);
    }
}
