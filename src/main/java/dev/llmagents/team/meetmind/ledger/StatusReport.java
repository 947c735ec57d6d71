package dev.llmagents.team.meetmind.ledger;

import dev.llmagents.team.meetmind.text.Language;
import dev.llmagents.team.meetmind.text.Sentence;
import dev.llmagents.team.meetmind.transcript.Utterance;
import java.util.List;

/**
 * A clause that may tell how far a task is.
 *
 * @param own what the clause is about
 * @param context what was spoken of just before, for a clause that is about nothing by itself ("that's done")
 * @param asked who was asked just before, in words
 */
record StatusReport(
        Clause clause, Utterance utterance, Subject own, Subject context, List<String> asked, Language language) {

    Sentence sentence() {
        return clause.sentence();
    }

    String speaker() {
        return utterance.speaker();
    }

    /** Whether what is meant has to be looked for in the words before. */
    boolean isPointing() {
        return own.isEmpty();
    }
}
