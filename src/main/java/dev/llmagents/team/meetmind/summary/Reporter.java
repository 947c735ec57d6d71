package dev.llmagents.team.meetmind.summary;

import java.util.List;
import java.util.Optional;

/** Turns direct speech of one language into reported speech. */
interface Reporter {

    /**
     * The reports that one sentence gives, one for each clause that reads well by itself; often none.
     *
     * @param spoken the cleaned sentence
     * @param addressee the name of whom it was probably said to, as prose writes it
     */
    List<Report> reports(Spoken spoken, Optional<String> addressee);
}
