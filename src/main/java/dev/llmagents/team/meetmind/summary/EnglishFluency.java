package dev.llmagents.team.meetmind.summary;

import dev.llmagents.team.meetmind.word.WordList;
import java.util.Set;

/**
 * Tells English that can be written down from speech that broke off: pairs of words that no sentence has ("the we", "of
 * is", "we in"), ends that hang ("and the"), and too many words that point at something unseen.
 */
final class EnglishFluency {

    static final Set<String> DETERMINERS = Set.of("the", "a", "an", "our", "your", "my", "their", "its", "every");
    static final Set<String> POINTING_DETERMINERS =
            Set.of("this", "that", "these", "those", "some", "any", "each", "no", "another");
    static final Set<String> SUBJECTS = Set.of("i", "we", "they", "he", "she");
    static final Set<String> BE = Set.of("is", "are", "was", "were", "am");
    static final Set<String> MODALS =
            Set.of("will", "would", "can", "could", "should", "shall", "may", "might", "must", "cannot");
    static final Set<String> AUXILIARIES = Set.of(
            "is", "are", "was", "were", "am", "has", "have", "had", "do", "does", "did", "will", "would", "can",
            "could", "should", "shall", "may", "might", "must", "cannot");
    static final Set<String> CONJUNCTIONS =
            Set.of("and", "or", "but", "so", "because", "if", "when", "which", "who", "where", "while");
    static final Set<String> PREPOSITIONS = Set.of(
            "of", "in", "on", "at", "for", "with", "from", "by", "about", "into", "onto", "between", "without",
            "within", "through", "during", "against", "per", "towards", "upon", "via", "than", "as", "to");
    private static final Set<String> HANGING = WordList.read(EnglishFluency.class, "hanging.en.txt");
    private static final Set<String> POINTING = WordList.read(EnglishFluency.class, "pointing.en.txt");

    private static final Set<String> VAGUE_AFTER_ARTICLE = Set.of(
            "anything",
            "something",
            "everything",
            "nothing",
            "there",
            "then",
            "not",
            "also",
            "just",
            "that's",
            "it's",
            "anyone",
            "someone",
            "everybody",
            "somebody",
            "whatever",
            "how",
            "why",
            "what",
            "me",
            "us",
            "them",
            "i'm",
            "we're",
            "yes",
            "yeah",
            "well",
            "okay");

    private EnglishFluency() {}

    /** Whether no pair of words and no end shows that the speaker broke off. */
    static boolean isWhole(Clause clause) {
        int size = clause.size();
        if (size == 0 || HANGING.contains(clause.word(size - 1))) {
            return false;
        }
        int commas = 0;
        for (int at = 0; at + 1 < size; at++) {
            String word = clause.word(at);
            // The month is no auxiliary.
            String next = clause.form(at + 1).equals("May") ? "may." : clause.word(at + 1);
            boolean mark = !clause.mark(at).isEmpty();
            if (isBrokenPair(word, next, mark) || !mark && isRestart(clause, at)) {
                return false;
            }
            if (mark && ++commas > 3 || isStrange(clause, at, word)) {
                return false;
            }
            if (clause.form(at).equals("-")
                    || clause.mark(at).equals("?")
                    || clause.mark(at).equals("\u2026")) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBrokenPair(String word, String next, boolean mark) {
        if (DETERMINERS.contains(word)) {
            return mark
                    || DETERMINERS.contains(next)
                    || SUBJECTS.contains(next)
                    || next.equals("it")
                    || next.equals("you")
                    || AUXILIARIES.contains(next)
                            && !next.equals("will")
                            && !next.equals("might")
                            && !next.equals("must")
                    || CONJUNCTIONS.contains(next)
                    || PREPOSITIONS.contains(next)
                    || POINTING_DETERMINERS.contains(next) && !next.equals("no");
        }
        boolean degree = word.equals("very") || word.equals("really") || word.equals("quite") || word.equals("too");
        if (degree && (SUBJECTS.contains(next) || DETERMINERS.contains(next) && !next.equals("a"))
                || (word.equals("which") || word.equals("who")) && PREPOSITIONS.contains(next)
                || CONJUNCTIONS.contains(word) && mark
                || word.equals("not") && AUXILIARIES.contains(next)
                || word.equals("so") && (next.equals("let") || next.equals("yes") || next.equals("yeah"))) {
            return true;
        }
        if (SUBJECTS.contains(word)) {
            return mark
                    || next.equals("this")
                    || next.equals("that")
                    || DETERMINERS.contains(next)
                    || SUBJECTS.contains(next)
                    || PREPOSITIONS.contains(next)
                    || CONJUNCTIONS.contains(next)
                    || next.equals("be")
                    || next.equals("it")
                    || next.equals("you");
        }
        if (mark) {
            return PREPOSITIONS.contains(word) && !word.equals("in") && !word.equals("on") && !word.equals("about")
                    || AUXILIARIES.contains(word) && AUXILIARIES.contains(next);
        }
        if (PREPOSITIONS.contains(word)) {
            boolean clauseStarter = word.equals("than") || word.equals("as");
            return !clauseStarter && SUBJECTS.contains(next)
                    || !clauseStarter
                            && AUXILIARIES.contains(next)
                            && !(word.equals("to") && (next.equals("do") || next.equals("have")))
                    || CONJUNCTIONS.contains(next)
                            && !next.equals("which")
                            && !next.equals("where")
                            && !next.equals("if")
                            && !next.equals("when")
                            && !next.equals("who");
        }
        if (BE.contains(word)) {
            return BE.contains(next)
                    || MODALS.contains(next)
                    || next.equals("has")
                    || next.equals("have")
                    || next.equals("does")
                    || next.equals("did");
        }
        if (MODALS.contains(word)) {
            return AUXILIARIES.contains(next) && !next.equals("have") && !next.equals("do")
                    || PREPOSITIONS.contains(next)
                    || DETERMINERS.contains(next);
        }
        if (CONJUNCTIONS.contains(word)) {
            return CONJUNCTIONS.contains(next) && !(word.equals("and") || word.equals("but") || word.equals("so"));
        }
        return false;
    }

    /** A capital in the middle ("is We want"), an "a" before a vowel, a verb without its "to" ("were change"). */
    private static boolean isStrange(Clause clause, int at, String word) {
        String next = clause.word(at + 1);
        boolean mark = !clause.mark(at).isEmpty();
        boolean capital = Character.isUpperCase(clause.form(at + 1).charAt(0)) && !next.equals("i");
        if (capital
                && (SUBJECTS.contains(next)
                        || DETERMINERS.contains(next)
                        || CONJUNCTIONS.contains(next)
                        || AUXILIARIES.contains(next) && !next.equals("may") && !next.equals("will")
                        || POINTING_DETERMINERS.contains(next)
                        || PREPOSITIONS.contains(next)
                        || next.equals("it")
                        || next.equals("there"))) {
            return true;
        }
        if (!mark && word.equals(next) && !word.equals("that") && !word.equals("had")) {
            return true;
        }
        if (isOdd(clause.form(at)) || isOdd(clause.form(at + 1))) {
            return true;
        }
        boolean support = word.equals("did") || word.equals("do") || word.equals("does");
        if (support && AUXILIARIES.contains(next) && !next.equals("have") && !next.equals("do")) {
            return true;
        }
        if (mark) {
            return AUXILIARIES.contains(next) && !AUXILIARIES.contains(word) && at < 6;
        }
        if (word.equals("a")) {
            boolean vowel = "aio".indexOf(next.charAt(0)) >= 0 || next.startsWith("e") && !next.startsWith("eu");
            return vowel && !next.startsWith("one") && !next.startsWith("once") || VAGUE_AFTER_ARTICLE.contains(next);
        }
        if (word.equals("an")) {
            boolean acronym = Character.isUpperCase(clause.form(at + 1).charAt(0));
            return !acronym && "aeiouh8".indexOf(next.charAt(0)) < 0;
        }
        return word.equals("the") && VAGUE_AFTER_ARTICLE.contains(next)
                || next.equals("like") && (word.equals("as") || word.equals("of"));
    }

    /** A lone letter, or a sign that stands for something nobody understood. */
    private static boolean isOdd(String form) {
        if (form.length() == 1) {
            return "aAIi0123456789&".indexOf(form.charAt(0)) < 0;
        }
        for (int at = 0; at < form.length(); at++) {
            if ("@[]{}\u2014\u2013*_<>".indexOf(form.charAt(at)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** "it is it", "is it is", "we can we". */
    private static boolean isRestart(Clause clause, int at) {
        String word = clause.word(at);
        String after = clause.word(at + 1);
        // "they had this was the costing"
        if (AUXILIARIES.contains(word)
                && (after.equals("this") || after.equals("that") || after.equals("it"))
                && AUXILIARIES.contains(clause.word(at + 2))
                && clause.mark(at + 1).isEmpty()) {
            return true;
        }
        return at + 2 < clause.size()
                && clause.mark(at + 1).isEmpty()
                && word.equals(clause.word(at + 2))
                && (AUXILIARIES.contains(word)
                        || SUBJECTS.contains(word)
                        || word.equals("it")
                        || word.equals("you")
                        || DETERMINERS.contains(word)
                        || word.equals("that"));
    }

    /** From 0 to 1, less for every word that points at something the reader cannot see. */
    static double clarity(Clause clause) {
        int pointing = 0;
        for (int at = 0; at < clause.size(); at++) {
            if (POINTING.contains(clause.word(at))) {
                pointing++;
            }
        }
        return Math.max(0, 1 - 3.0 * pointing / Math.max(8, clause.size()));
    }
}
