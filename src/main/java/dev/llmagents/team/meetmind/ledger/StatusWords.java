package dev.llmagents.team.meetmind.ledger;

import java.util.List;
import java.util.Optional;

/** Tells from the words of a clause whether a task is over, is not, or is only spoken of. Immutable and safe to share. */
final class StatusWords {
    private final PhraseBook book;
    private final VerbForms verbs;

    StatusWords(PhraseBook book, VerbForms verbs) {
        this.book = book;
        this.verbs = verbs;
    }

    /** What a clause says. */
    enum Status {
        /** It is over, in words that fit any task. */
        OVER,
        /** It is over, in the very verb of the task. */
        OVER_BY_VERB,
        OPEN;

        boolean isOver() {
            return this != OPEN;
        }
    }

    /** What {@code clause} says of a task with the verb {@code verb}; empty if it reports nothing. */
    Optional<Status> of(Clause clause, TaskVerb verb) {
        List<String> words = clause.words();
        if (clause.isQuestion() || book.after("condition", words, 0) > 0) {
            return Optional.empty();
        }
        if (book.has("open", words)) {
            return Optional.of(Status.OPEN);
        }
        int byVerb = overByVerb(words, verb);
        int over = byVerb >= 0 ? byVerb : over(words);
        if (over < 0 || isPlanned(words, over)) {
            return Optional.empty();
        }
        if (clause.isLimited()) {
            return Optional.empty();
        }
        if (isDenied(words)) {
            return Optional.of(Status.OPEN);
        }
        return Optional.of(byVerb >= 0 ? Status.OVER_BY_VERB : Status.OVER);
    }

    private int overByVerb(List<String> words, TaskVerb verb) {
        if (!verb.isSpecific()) {
            return -1;
        }
        for (int at = 0; at < words.size(); at++) {
            if (verbs.isOver(words.get(at), verb)) {
                return at;
            }
        }
        return -1;
    }

    /** Where a word for the end stands, behind a form of "to be" or "to have" or at the beginning; -1 if nowhere. */
    private int over(List<String> words) {
        int said = book.find("said", words);
        if (said >= 0) {
            return said;
        }
        for (int at = 0; at < words.size(); at++) {
            if (book.after("over", words, at) > at && (at <= 1 && isOpening(words, at) || isBehindForm(words, at))) {
                return at;
            }
        }
        return -1;
    }

    /** "Done.", "Already done", "All sorted": nothing but such words comes before. */
    private boolean isOpening(List<String> words, int at) {
        return at == 0 || book.after("between", words, 0) == at;
    }

    private boolean isBehindForm(List<String> words, int at) {
        for (int before = at - 1; before >= 0 && before >= at - 4; before--) {
            String word = words.get(before);
            if (book.after("be", words, before) == before + 1 || isJoined(word)) {
                return true;
            }
            if (book.after("between", words, before) == before && book.after("not", words, before) == before) {
                return false;
            }
        }
        return false;
    }

    /** "Tom's", "they've", "isn't". */
    private static boolean isJoined(String word) {
        return word.endsWith("'s") || word.endsWith("'ve") || word.endsWith("n't");
    }

    private boolean isPlanned(List<String> words, int over) {
        for (int at = 0; at < over; at++) {
            if (book.after("plan", words, at) > at) {
                return true;
            }
        }
        return false;
    }

    private boolean isDenied(List<String> words) {
        return book.has("not", words) || words.stream().anyMatch(word -> word.endsWith("n't"));
    }
}
