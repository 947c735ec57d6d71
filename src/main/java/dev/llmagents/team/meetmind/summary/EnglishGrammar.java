package dev.llmagents.team.meetmind.summary;

import dev.llmagents.team.meetmind.word.WordList;
import java.util.Set;

/** What an English clause must have to stand alone: a subject that begins it and a verb of its own. */
final class EnglishGrammar {

    static final Set<String> STARTERS = WordList.read(EnglishGrammar.class, "clause-starters.en.txt");

    private final EnglishVerbs verbs;

    EnglishGrammar(EnglishVerbs verbs) {
        this.verbs = verbs;
    }

    /** Whether the clause begins as a statement does. */
    boolean isSubject(Clause clause) {
        String first = clause.word(0);
        String second = clause.word(1);
        if (second.equals("them") || second.equals("me") || second.equals("him") || second.equals("us")) {
            return false;
        }
        boolean questionLike = isAsking(first) && EnglishFluency.AUXILIARIES.contains(clause.word(1));
        if (questionLike
                || first.endsWith("ing")
                || first.endsWith("ed")
                || EnglishFluency.PREPOSITIONS.contains(first) && !hasSubjectAfterPlace(clause)) {
            return false;
        }
        boolean imperative = !verbs.pastOfBase(first).isEmpty() && !first.equals("people");
        if (EnglishFluency.AUXILIARIES.contains(first) || first.equals("not") || first.equals("to") || imperative) {
            return false;
        }
        if (first.equals("if")
                || first.equals("when")
                || first.equals("since")
                || first.equals("as")
                || first.equals("while")
                || first.equals("although")
                || first.equals("even")
                || first.equals("once")) {
            return hasMainClause(clause);
        }
        if (first.equals("either")
                || first.equals("whether")
                || first.equals("only")
                || first.equals("because")
                || first.equals("more")
                || first.equals("how")
                || first.equals("why")
                || first.equals("which")
                || first.equals("who")
                || first.equals("that")) {
            return false;
        }
        boolean pointing = first.equals("it") || first.equals("this") || first.equals("he") || first.equals("she");
        if (pointing && (EnglishFluency.AUXILIARIES.contains(clause.word(1)) || !first.equals("this"))) {
            return false;
        }
        return STARTERS.contains(first)
                || Character.isLetter(first.charAt(0)) && !EnglishFluency.CONJUNCTIONS.contains(first);
    }

    /** Whether there is a verb besides those of "which ..." and "because ...". */
    boolean hasFiniteVerb(Clause clause) {
        boolean conditional = isConditional(clause.word(0));
        int needed = 1;
        for (int at = 1; at < clause.size(); at++) {
            String word = clause.word(at);
            // A verb that only belongs to "which ..." or "because ..." leaves the main clause without one.
            boolean subordinate =
                    EnglishFluency.CONJUNCTIONS.contains(word) && !word.equals("and") && !word.equals("or");
            if (subordinate && !conditional && clause.mark(at - 1).equals(",")) {
                return false;
            }
            // "the parts which were late" has a verb, but the sentence still wants one.
            if ((word.equals("which") || word.equals("who")) && !conditional) {
                needed = 2;
            }
            // "The yellow, it could be lighter" begins twice.
            boolean placed = EnglishFluency.PREPOSITIONS.contains(clause.word(0))
                    || clause.word(0).endsWith("ly")
                    || conditional;
            if (at > 1
                    && clause.mark(at - 1).equals(",")
                    && !placed
                    && !clause.word(at).equals("and")
                    && isPronoun(word)) {
                return false;
            }
            boolean finite = EnglishFluency.AUXILIARIES.contains(word) || EnglishShift.SURE_VERBS.contains(word);
            if (finite && !clause.word(at - 1).equals("to") && --needed == 0) {
                return true;
            }
            boolean subject = EnglishFluency.SUBJECTS.contains(clause.word(at - 1))
                    || clause.word(at - 1).equals("it")
                    || clause.word(at - 1).equals("people");
            if (subject
                    && (!verbs.pastOfBase(word).isEmpty()
                            || !verbs.pastOfThird(word).isEmpty()
                            || verbs.isPast(word))
                    && --needed == 0) {
                return true;
            }
            boolean third = (at <= 4 || at <= 8 && EnglishFluency.DETERMINERS.contains(clause.word(at + 1)))
                    && at >= 2
                    && !verbs.pastOfThird(word).isEmpty()
                    && !EnglishFluency.PREPOSITIONS.contains(clause.word(0));
            String next = clause.word(at + 1);
            boolean object = EnglishFluency.DETERMINERS.contains(next)
                    || EnglishFluency.PREPOSITIONS.contains(next)
                    || next.equals("that");
            if (third && object && !EnglishFluency.DETERMINERS.contains(clause.word(at - 1)) && --needed == 0) {
                return true;
            }
        }
        return false;
    }

    /** "If we use plastic, it will be cheaper": a comma or "then", and a subject with its verb after it. */
    private static boolean hasMainClause(Clause clause) {
        for (int at = 2; at + 2 < clause.size(); at++) {
            boolean joint = clause.mark(at).equals(",") || clause.word(at).equals("then");
            String next = clause.word(at + 1);
            boolean subject = EnglishFluency.SUBJECTS.contains(next)
                    || next.equals("it")
                    || next.equals("there")
                    || next.equals("that")
                    || EnglishFluency.DETERMINERS.contains(next);
            if (joint && subject) {
                return true;
            }
        }
        return false;
    }

    /** "In Wales, we have": after the place or time comes a subject before the verb does. */
    private static boolean hasSubjectAfterPlace(Clause clause) {
        for (int at = 1; at < clause.size(); at++) {
            String word = clause.word(at);
            boolean subject = EnglishFluency.SUBJECTS.contains(word) || word.equals("it") || word.equals("there");
            if (subject
                    || clause.mark(at).equals(",")
                    || at > 1
                            && EnglishFluency.DETERMINERS.contains(word)
                            && !EnglishFluency.PREPOSITIONS.contains(clause.word(at - 1))) {
                return true;
            }
            if (EnglishFluency.AUXILIARIES.contains(word)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isPronoun(String word) {
        return EnglishFluency.SUBJECTS.contains(word) || word.equals("it") || word.equals("there");
    }

    static boolean isConditional(String word) {
        return switch (word) {
            case "if",
                    "when",
                    "as",
                    "since",
                    "while",
                    "although",
                    "even",
                    "once",
                    "what",
                    "until",
                    "unless",
                    "after",
                    "before" -> true;
            default -> false;
        };
    }

    static boolean isAsking(String word) {
        return switch (word) {
            case "what", "how", "why", "when", "where", "who", "which" -> true;
            default -> false;
        };
    }
}
