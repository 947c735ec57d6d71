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

    /**
     * What was decided, as it follows "decided": {@code to ship on Friday}, {@code that the price stayed}. Nothing if the
     * words do not make a sentence.
     *
     * @param text the decision as it was said or as a rule worded it
     */
    Optional<String> decision(String text);

    /**
     * What was asked, as it follows "asked": {@code who owns the service}, {@code whether to wait}. Nothing if the words do
     * not make a question that stands alone.
     */
    Optional<String> question(String text);
}
