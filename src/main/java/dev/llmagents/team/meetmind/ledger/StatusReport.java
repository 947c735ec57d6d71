package dev.llmagents.team.meetmind.ledger;

import dev.llmagents.team.meetmind.text.Language;
import dev.llmagents.team.meetmind.text.Sentence;
import dev.llmagents.team.meetmind.transcript.Utterance;
import java.util.List;
import java.util.Set;

/**
 * A clause that may tell how far a task is.
 *
 * @param own what the clause is about
 * @param context what was spoken of just before, for a clause that is about nothing by itself ("that's done")
 * @param asked who was asked just before, in words
 */
record StatusReport(
        Clause clause, Utterance utterance, Subject own, Subject context, List<String> asked, Language language) {

    private static final Set<String> POINTERS = Set.of(
            "it", "it's", "they", "they're", "that", "that's", "those", "these", "both", "den", "det", "de", "dom");

    Sentence sentence() {
        return clause.sentence();
    }

    String speaker() {
        return utterance.speaker();
    }

    /** Whether a pronoun says what is meant: "they are printed and up". */
    boolean beginsWithPronoun() {
        return POINTERS.contains(clause.words().get(0));
    }

    /** Whether what is meant has to be looked for in the words before. */
    boolean isPointing() {
        return own.isEmpty();
    }
}
