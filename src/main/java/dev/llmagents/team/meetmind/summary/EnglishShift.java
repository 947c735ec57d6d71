package dev.llmagents.team.meetmind.summary;

import dev.llmagents.team.meetmind.word.WordList;
import java.util.Set;

/**
 * Moves an English clause from "I" and "we" and the present into the third person and the past, as reported speech wants
 * it. Works on a clause whose contractions are written in full.
 */
final class EnglishShift {

    private static final Set<String> ADVERBS = Set.of(
            "also",
            "only",
            "always",
            "still",
            "usually",
            "probably",
            "never",
            "all",
            "currently",
            "already",
            "even",
            "often",
            "generally",
            "definitely",
            "certainly",
            "clearly",
            "then",
            "both",
            "not",
            "either",
            "simply",
            "really",
            "mainly");
    /** Third persons that cannot be taken for a noun in the plural, so that any subject may stand before them. */
    static final Set<String> SURE_VERBS = WordList.read(EnglishShift.class, "sure-verbs.en.txt");

    private static final Set<String> PLURAL_SUBJECTS =
            Set.of("they", "you", "people", "we", "who", "which", "users", "customers");

    private final EnglishVerbs verbs;
    private final String group;

    /**
     * @param group what "we" is called at first mention; "they" where the speaker's own side is not the meeting
     */
    EnglishShift(EnglishVerbs verbs, String group) {
        this.verbs = verbs;
        this.group = group;
    }

    /** Changes {@code clause} in place. */
    void apply(Clause clause) {
        boolean groupNamed = group.equals("they");
        for (int at = 0; at < clause.size(); at++) {
            String word = clause.word(at);
            switch (word) {
                case "i" -> clause.set(at, "they");
                case "me" -> clause.set(at, "them");
                case "my" -> clause.set(at, "their");
                case "our" -> {
                    clause.set(at, groupNamed ? "their" : group + "'s");
                    groupNamed = true;
                }
                case "mine", "ours" -> clause.set(at, "theirs");
                case "myself", "ourselves" -> clause.set(at, "themselves");
                case "us" -> {
                    clause.set(at, groupNamed ? "them" : group);
                    groupNamed = true;
                }
                case "we" -> {
                    clause.set(at, groupNamed ? "they" : group);
                    groupNamed = true;
                }
                case "tomorrow" -> clause.set(at, "the next day");
                case "yesterday" -> clause.set(at, "the day before");
                default -> shiftVerb(clause, at, word);
            }
        }
    }

    private void shiftVerb(Clause clause, int at, String word) {
        if (isInfinitive(clause, at)) {
            return;
        }
        String subject = subjectBefore(clause, at);
        switch (word) {
            case "is" -> clause.set(at, "was");
            case "am" -> clause.set(at, "were");
            case "are", "were" -> clause.set(at, subject.equals(group) && !group.equals("they") ? "was" : "were");
            case "was" -> clause.set(at, subject.equals("they") ? "were" : "was");
            case "has", "have" -> clause.set(at, "had");
            case "will", "shall" -> {
                if (!EnglishFluency.DETERMINERS.contains(clause.word(at - 1))) {
                    clause.set(at, "would");
                }
            }
            case "can" -> {
                if (!EnglishFluency.DETERMINERS.contains(clause.word(at - 1))) {
                    clause.set(at, "could");
                }
            }
            case "cannot" -> {
                clause.set(at, "could not");
            }
            case "may" -> clause.set(at, clause.form(at).equals("May") ? "May" : "might");
            case "do", "does" -> clause.set(at, "did");
            default -> {
                boolean base = PLURAL_SUBJECTS.contains(subject) || subject.equals(group);
                String past = base ? verbs.pastOfBase(word) : "";
                // "is done and runs on the test machine": the second verb goes with the first.
                boolean second =
                        clause.word(at - 1).equals("and") && hasFinite(clause, at - 1) && takesObject(clause, at);
                boolean only = at > 1
                        && clause.mark(at - 1).isEmpty()
                        && !hasFinite(clause, at)
                        && EnglishFluency.DETERMINERS.contains(clause.word(at + 1))
                        && !EnglishFluency.DETERMINERS.contains(clause.word(at - 1))
                        && !EnglishFluency.PREPOSITIONS.contains(clause.word(at - 1));
                // "The app crashes when ..."
                boolean early = at > 0
                        && at <= 3
                        && clause.mark(at).isEmpty()
                        && EnglishGrammar.isConditional(clause.word(at + 1))
                        && !EnglishFluency.DETERMINERS.contains(clause.word(at - 1))
                        && !hasFinite(clause, at);
                if (second || only || early) {
                    past = verbs.pastOfThird(word);
                }
                if (past.isEmpty() && (base || isSingular(subject) || SURE_VERBS.contains(word))) {
                    past = verbs.pastOfThird(word);
                }
                if (!past.isEmpty()) {
                    clause.set(at, past);
                }
            }
        }
    }

    private static boolean isInfinitive(Clause clause, int at) {
        int before = at - 1;
        while (before >= 0 && clause.mark(before).isEmpty() && isAdverb(clause.word(before))) {
            before--;
        }
        if (before < 0 || !clause.mark(at - 1).isEmpty()) {
            return false;
        }
        String word = clause.word(before);
        boolean afterDo = (word.equals("did") || word.equals("do") || word.equals("does"));
        // "would they have", "did the group use": a question's subject stands between.
        boolean inverted = before > 0
                && EnglishFluency.MODALS.contains(clause.word(before - 1))
                && EnglishFluency.SUBJECTS.contains(word);
        return word.equals("to")
                || EnglishFluency.MODALS.contains(word)
                || word.equals("let")
                || afterDo
                || inverted
                || word.equals("could not")
                || word.equals("help")
                || word.equals("make");
    }

    private static boolean isAdverb(String word) {
        return ADVERBS.contains(word) || word.length() > 4 && word.endsWith("ly");
    }

    private String subjectBefore(Clause clause, int at) {
        int before = at - 1;
        while (before >= 0 && clause.mark(before).isEmpty() && isAdverb(clause.word(before))) {
            before--;
        }
        if (before < 0 || !clause.mark(before).isEmpty()) {
            return "";
        }
        return clause.word(before);
    }

    private static boolean isSingular(String subject) {
        return switch (subject) {
            case "it", "he", "she", "this", "that", "which", "who", "everyone", "everybody", "nobody", "somebody" ->
                true;
            default -> false;
        };
    }

    private boolean hasFinite(Clause clause, int until) {
        for (int at = 1; at < until; at++) {
            if (EnglishFluency.AUXILIARIES.contains(clause.word(at)) || verbs.isPast(clause.word(at))) {
                return true;
            }
        }
        return false;
    }

    private static boolean takesObject(Clause clause, int at) {
        String next = clause.word(at + 1);
        return EnglishFluency.DETERMINERS.contains(next)
                || EnglishFluency.PREPOSITIONS.contains(next)
                || next.equals("that");
    }
}
