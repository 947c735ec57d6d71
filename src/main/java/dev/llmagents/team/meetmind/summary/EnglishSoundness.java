package dev.llmagents.team.meetmind.summary;

import java.util.HashSet;
import java.util.Set;

/**
 * Tells a clause one would write from one whose words fit pair by pair and that is still no sentence: two verbs without a
 * joint, a word started anew, a verb cut off by a comma, a pronoun that points at something said before. Immutable.
 */
final class EnglishSoundness {

    /** Words of more letters carry meaning; saying one three times in a clause is a restart. */
    private static final int SHORT_WORD = 4;

    private static final Set<String> PLACES = Set.of("of", "in", "on", "at", "for", "with", "from", "by", "into");
    private static final Set<String> INTERJECTIONS =
            Set.of("ok", "oh", "hey", "wow", "hmm", "alright", "please", "whatever", "blah");
    private static final Set<String> JOINTS = Set.of(
            "and",
            "or",
            "but",
            "so",
            "because",
            "if",
            "when",
            "which",
            "who",
            "where",
            "while",
            "that",
            "what",
            "how",
            "why",
            "whether",
            "than",
            "as",
            "since",
            "until",
            "before",
            "after",
            "although",
            "though",
            "once",
            "whatever",
            "whose",
            "unless");
    private static final Set<String> PARTICIPLES_TOO = Set.of(
            "like", "open", "clear", "present", "welcome", "close", "free", "live", "last", "use", "work", "fine",
            "set", "put", "cut", "split", "spread", "shut", "become", "come", "run", "hit", "let", "cost", "hurt",
            "read", "sound", "back", "base");

    private final EnglishVerbs verbs;

    EnglishSoundness(EnglishVerbs verbs) {
        this.verbs = verbs;
    }

    /** Whether nothing speaks against writing the clause down; contractions must be written in full. */
    boolean isSound(Clause clause) {
        for (int at = 0; at < clause.size(); at++) {
            if (INTERJECTIONS.contains(clause.word(at))
                    || isCutOff(clause, at)
                    || isMisfit(clause, at)
                    || isDangling(clause, at)) {
                return false;
            }
        }
        return !isRepeating(clause) && !hasUnjoinedVerb(clause);
    }

    /** "we had, sixteen till", "agreed to rewrite, the German", "is not, tying". */
    private static boolean isCutOff(Clause clause, int at) {
        if (clause.mark(at).isEmpty() || at + 1 == clause.size()) {
            return false;
        }
        String word = clause.word(at);
        String next = clause.word(at + 1);
        boolean verb = EnglishFluency.AUXILIARIES.contains(word)
                || word.equals("not")
                || word.equals("to")
                || clause.word(at - 1).equals("to");
        boolean joined = next.equals("and")
                || next.equals("or")
                || next.equals("but")
                || next.equals("if")
                || next.equals("because");
        return verb && !joined
                || next.equals("like")
                || next.equals("maybe")
                || EnglishFluency.AUXILIARIES.contains(next)
                || isSame(word, next);
    }

    /** "LCDs, LCD". */
    private static boolean isSame(String word, String next) {
        return word.length() > 2 && (word.equals(next + "s") || next.equals(word + "s"));
    }

    private boolean isMisfit(Clause clause, int at) {
        if (!clause.mark(at).isEmpty() || at + 1 == clause.size()) {
            return false;
        }
        String word = clause.word(at);
        String next = clause.word(at + 1);
        if (PLACES.contains(word)) {
            boolean twoPlaces =
                    PLACES.contains(next) && !word.equals("from") && !(word.equals("in") && next.equals("by"));
            return twoPlaces || next.equals("who");
        }
        if (EnglishFluency.BE.contains(word)) {
            boolean likeness = next.equals("like") && !EnglishFluency.DETERMINERS.contains(clause.word(at + 2));
            String past = verbs.pastOfBase(next);
            return likeness || !past.isEmpty() && !past.equals(next) && !PARTICIPLES_TOO.contains(next);
        }
        if (word.equals("no")
                && (EnglishFluency.SUBJECTS.contains(next)
                        || clause.word(at - 1).equals("not"))) {
            return true;
        }
        boolean owned = word.equals("have") || word.equals("had") || word.equals("has");
        boolean late = next.equals("if")
                && at < 2
                && !EnglishFluency.AUXILIARIES.contains(word)
                && !EnglishFluency.CONJUNCTIONS.contains(word);
        return owned && (next.equals("which") || next.equals("what"))
                || late
                || word.equals("either") && next.endsWith("ing");
    }

    /** "here", "that is", "this one": the reader cannot see what is meant. */
    private static boolean isDangling(Clause clause, int at) {
        String word = clause.word(at);
        String next = clause.word(at + 1);
        switch (word) {
            case "here", "he", "she", "him", "her" -> {
                return true;
            }
            case "this", "that", "these", "those" -> {
                boolean relative =
                        word.equals("that") && at > 0 && !EnglishFluency.CONJUNCTIONS.contains(clause.word(at - 1));
                boolean alone = next.isEmpty()
                        || !clause.mark(at).isEmpty()
                        || next.equals("one")
                        || next.equals("thing")
                        || next.equals("ones")
                        || EnglishFluency.PREPOSITIONS.contains(next)
                        || next.equals("and")
                        || next.equals("or");
                return alone || !relative && EnglishFluency.AUXILIARIES.contains(next);
            }
            case "they", "it" -> {
                // Whoever opens a sentence with it speaks of the sentence before.
                return at == 0;
            }
            case "them", "one", "ones" -> {
                return word.equals("them")
                        ? at < 4
                        : next.isEmpty() && !clause.word(at - 1).equals("no");
            }
            default -> {
                return false;
            }
        }
    }

    /** The same two words twice, or a long word three times. */
    private static boolean isRepeating(Clause clause) {
        Set<String> pairs = new HashSet<>();
        Set<String> once = new HashSet<>();
        Set<String> twice = new HashSet<>();
        for (int at = 0; at < clause.size(); at++) {
            String word = clause.word(at);
            if (word.length() <= SHORT_WORD) {
                continue;
            }
            boolean pair = clause.word(at + 1).length() > SHORT_WORD;
            if (pair && !pairs.add(word + ' ' + clause.word(at + 1)) || twice.contains(word)) {
                return true;
            }
            if (!once.add(word)) {
                twice.add(word);
            }
        }
        return false;
    }

    /** "the spider had a spider lives in a web": more verbs than the joints between them allow. */
    private boolean hasUnjoinedVerb(Clause clause) {
        int free = 1;
        for (int at = 0; at < clause.size(); at++) {
            String word = clause.word(at);
            String before = clause.word(at - 1);
            String next = clause.word(at + 1);
            boolean subject = EnglishFluency.SUBJECTS.contains(word)
                    || word.equals("it")
                    || word.equals("there")
                    || word.equals("people");
            if (JOINTS.contains(word)
                    || subject && at > 0 && !JOINTS.contains(before)
                    || !clause.mark(at).isEmpty()) {
                free++;
            }
            boolean infinitive = before.equals("to") || EnglishFluency.MODALS.contains(before);
            boolean object = EnglishFluency.DETERMINERS.contains(next) || EnglishFluency.PREPOSITIONS.contains(next);
            boolean third = !verbs.pastOfThird(word).isEmpty()
                    && object
                    && at > 0
                    && clause.mark(at - 1).isEmpty()
                    && (EnglishShift.SURE_VERBS.contains(word) || EnglishFluency.DETERMINERS.contains(next));
            boolean auxiliary = EnglishFluency.AUXILIARIES.contains(word)
                    && !EnglishFluency.AUXILIARIES.contains(before)
                    && !(word.equals("have") || word.equals("do"));
            if (!infinitive && (third || auxiliary) && --free < 0) {
                return true;
            }
        }
        return false;
    }
}
