package dev.llmagents.team.meetmind.ledger;

import dev.llmagents.team.meetmind.text.Stems;
import java.util.Optional;

/**
 * The verb a task begins with.
 *
 * @param word in lower case
 * @param group the verbs it shares its meaning with, if it is a known one
 * @param stem of {@code word} in the task's language
 * @param stems of that language
 */
record TaskVerb(String word, Optional<String> group, String stem, Stems stems) {

    /** Whether it says what is to be done: "do" does not. */
    boolean isSpecific() {
        return group.map(name -> !name.equals(VerbForms.ANY)).orElse(true);
    }

    boolean isStem(String other) {
        return stem.length() > 2 && stems.of(other).equals(stem);
    }

    /** Whether one may stand for the other. */
    boolean goesWith(TaskVerb other) {
        if (!isSpecific() || !other.isSpecific()) {
            return true;
        }
        return group.isPresent() || other.group.isPresent() ? group.equals(other.group) : stem.equals(other.stem);
    }
}
