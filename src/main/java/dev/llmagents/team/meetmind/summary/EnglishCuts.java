package dev.llmagents.team.meetmind.summary;

/** Where a long English sentence can be cut so that each piece is a sentence of its own. */
final class EnglishCuts {

    /** A clause of up to so many words is left whole. */
    private static final int COMFORTABLE = 18;

    static final int LONGEST = 24;

    private EnglishCuts() {}

    /** Where the next clause of the sentence that can stand alone begins; its size if there is none. */
    static int nextStart(Clause sentence, int from) {
        for (int at = from; at + 4 < sentence.size(); at++) {
            if (isJoint(sentence, at)) {
                return at;
            }
        }
        return sentence.size();
    }

    /** The size to cut a clause to: its own if it is short, else up to the last place it may end before it grows too long. */
    static int shortenedSize(Clause clause) {
        int size = clause.size();
        int splice = size;
        for (int at = 4; at < size; at++) {
            if (isSplice(clause, at)) {
                splice = at;
                break;
            }
        }
        for (int at = Math.min(LONGEST, splice - 2); at >= 7; at--) {
            String word = clause.word(at);
            boolean afterMark = !clause.mark(at - 1).isEmpty();
            boolean aside = afterMark
                    && (word.equals("which")
                            || word.equals("where")
                            || word.equals("who")
                            || word.equals("including")
                            || word.equals("such")
                            || word.equals("as")
                            || word.equals("and")
                            || word.equals("but")
                            || word.equals("or")
                            || word.equals("so"));
            boolean contrast = word.equals("but");
            if (!contrast && isJoint(clause, at) && splice > COMFORTABLE || splice > LONGEST && aside) {
                return at;
            }
        }
        return splice;
    }

    /** Whether a conjunction or a strong mark at {@code at} begins a clause with its own subject. */
    private static boolean isJoint(Clause clause, int at) {
        if (at > 0 && (clause.mark(at - 1).equals(";") || clause.mark(at - 1).equals(":"))) {
            return true;
        }
        String word = clause.word(at);
        if (isSplice(clause, at)) {
            return true;
        }
        boolean joint = word.equals("and") || word.equals("but") || word.equals("so") || word.equals("because");
        String after = clause.word(at + 1);
        return joint
                && (EnglishFluency.SUBJECTS.contains(after)
                        || after.equals("it")
                        || after.equals("there")
                        || after.equals("that")
                                && at > 0
                                && !clause.mark(at - 1).isEmpty()
                        || at > 0 && !clause.mark(at - 1).isEmpty() && EnglishGrammar.STARTERS.contains(after));
    }

    /** "We got grey, they were good": a new sentence after a mere comma. */
    private static boolean isSplice(Clause clause, int at) {
        String word = clause.word(at);
        if (at < 4 || !clause.mark(at - 1).equals(",")) {
            return false;
        }
        boolean subject = EnglishFluency.SUBJECTS.contains(word)
                || word.equals("it")
                || word.equals("that")
                || word.equals("there");
        boolean pronoun = subject && EnglishFluency.AUXILIARIES.contains(clause.word(at + 1));
        return (pronoun || isNounWithModal(clause, at))
                && !EnglishGrammar.isConditional(clause.word(0))
                && !EnglishFluency.PREPOSITIONS.contains(clause.word(0));
    }

    /** "..., the second address can wait", "..., customers must see it". */
    private static boolean isNounWithModal(Clause clause, int at) {
        boolean determined = EnglishFluency.DETERMINERS.contains(clause.word(at));
        int until = determined ? at + 4 : at + 1;
        for (int verb = at + 1; verb <= until && verb < clause.size(); verb++) {
            String word = clause.word(verb);
            if (EnglishFluency.MODALS.contains(word) || determined && EnglishFluency.BE.contains(word)) {
                return hasFiniteBefore(clause, at);
            }
            if (!clause.mark(verb).isEmpty() || EnglishFluency.CONJUNCTIONS.contains(word) || word.equals("that")) {
                return false;
            }
        }
        return false;
    }

    private static boolean hasFiniteBefore(Clause clause, int until) {
        for (int at = 1; at < until; at++) {
            if (EnglishFluency.AUXILIARIES.contains(clause.word(at))) {
                return true;
            }
        }
        return false;
    }
}
