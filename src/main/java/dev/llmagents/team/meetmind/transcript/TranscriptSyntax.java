package dev.llmagents.team.meetmind.transcript;

import dev.llmagents.document.UnreadableInputException;
import java.util.Optional;

/** One family of transcript formats. Implementations hold no state. */
interface TranscriptSyntax {
    /**
     * Reads {@code source} if it is written in this syntax.
     *
     * @return empty if it is not
     * @throws UnreadableInputException if it is, but is damaged beyond use
     */
    Optional<Draft> read(SourceText source) throws UnreadableInputException;
}
