package dev.llmagents.team.meetmind.extract;

import dev.llmagents.team.meetmind.date.DuePhrase;
import java.util.Optional;

/**
 * Something that sounds as if somebody is to do it, while its owner and wording are still being worked out.
 *
 * @param remark index of the sentence it stands in
 * @param kind how it was said
 * @param owner who is to do it, as the transcript names them
 * @param text the task in a reader's words
 * @param pointing whether the words only point back at something ("I'll do that")
 * @param due what was said about when
 * @param confidence 0 to 1
 */
record Task(
        int remark,
        Kind kind,
        Optional<String> owner,
        String text,
        boolean pointing,
        Optional<DuePhrase> due,
        double confidence) {

    enum Kind {
        /** Written down as a task. */
        NOTE,
        /** "Tom will …" */
        ASSIGNED,
        /** "I'll …" */
        COMMITTED,
        /** "Can you …?" */
        REQUESTED,
        /** "Can somebody …?" */
        ASKED_AROUND,
        /** "You're going to …" */
        TOLD,
        /** "I can …" */
        OFFERED,
        /** "We'll …" */
        SHARED
    }

    Task withOwner(Optional<String> someone) {
        return new Task(remark, kind, someone, text, pointing, due, confidence);
    }

    Task withText(String words, boolean stillPointing) {
        return new Task(remark, kind, owner, words, stillPointing, due, confidence);
    }

    Task withDue(Optional<DuePhrase> phrase) {
        return new Task(remark, kind, owner, text, pointing, phrase, confidence);
    }

    Task withConfidence(double value) {
        return new Task(remark, kind, owner, text, pointing, due, Math.max(0, Math.min(1, value)));
    }
}
