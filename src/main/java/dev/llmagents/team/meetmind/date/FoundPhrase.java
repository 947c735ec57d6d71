package dev.llmagents.team.meetmind.date;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A phrase found in a sentence.
 *
 * @param firstWord index of its first word, its prepositions included
 * @param endWord index behind its last word
 * @param deadline whether a deadline word leads it
 */
record FoundPhrase(int firstWord, int endWord, Meaning meaning, boolean deadline, Optional<LocalDate> date) {

    /** How well it says when something is due: a day before no day, a deadline before a mere time, a day before its part. */
    int rank() {
        return (date.isPresent() ? 4 : 0) + (meaning == Meaning.PART ? 0 : 2) + (deadline ? 1 : 0);
    }
}
