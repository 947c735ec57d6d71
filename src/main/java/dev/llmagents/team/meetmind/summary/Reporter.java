package dev.llmagents.team.meetmind.summary;

import java.util.Optional;

/** Turns direct speech of one language into reported speech. */
interface Reporter {

    /**
     * The report of one sentence, or nothing if no sentence that reads well can be made of it.
     *
     * @param spoken the cleaned sentence
     * @param addressee the name of whom it was probably said to, as prose writes it
     */
    Optional<Report> report(Spoken spoken, Optional<String> addressee);
}
