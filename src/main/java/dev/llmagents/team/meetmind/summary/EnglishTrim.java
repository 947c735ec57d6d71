package dev.llmagents.team.meetmind.summary;

import dev.llmagents.team.meetmind.word.WordList;
import java.util.Set;

/** Takes from a spoken English sentence what writing would not have: openers, "you know", tags at the end. */
final class EnglishTrim {

    private static final Set<String> OPENERS = WordList.read(EnglishTrim.class, "openers.en.txt");
    private static final Set<String> OPENERS_BEFORE_MARK =
            WordList.read(EnglishTrim.class, "openers-before-comma.en.txt");
    private static final Set<String> IDLE = WordList.read(EnglishTrim.class, "idle.en.txt");
    private static final Set<String> TAILS = WordList.read(EnglishTrim.class, "tails.en.txt");

    /** What can be a whole clause: "the problem is that ...". */
    private static final Set<String> THOUGHTS = Set.of(
            "problem",
            "idea",
            "point",
            "question",
            "thing",
            "issue",
            "reason",
            "result",
            "goal",
            "fact",
            "plan",
            "risk",
            "concern",
            "advantage",
            "disadvantage",
            "conclusion",
            "news",
            "feeling",
            "hope");

    private final Set<String> names;

    /** @param names the words of the speakers' names, lower case, which open a sentence as an address */
    EnglishTrim(Set<String> names) {
        this.names = names;
    }

    void dropOpeners(Clause clause) {
        boolean dropped = true;
        while (dropped && clause.size() > 3) {
            String word = clause.word(0);
            boolean mark = !clause.mark(0).isEmpty();
            if (OPENERS.contains(word) || mark && (OPENERS_BEFORE_MARK.contains(word) || names.contains(word))) {
                clause.removeFirst(1);
            } else if (clause.has(0, "of", "course")
                    || clause.has(0, "you", "know")
                    || clause.has(0, "i", "mean")
                    || clause.has(0, "at", "least")
                    || clause.has(0, "you", "see")
                    || clause.has(0, "for", "example")
                    || clause.has(0, "for", "instance")
                    || clause.has(0, "in", "fact")
                    || clause.has(0, "all", "right")
                    || clause.has(0, "thank", "you")
                    || clause.has(0, "mr.", "chair")
                    || clause.has(0, "mr.", "speaker")
                    || clause.has(0, "madam", "chair")
                    || clause.has(0, "madam", "speaker")) {
                clause.removeFirst(2);
            } else if (clause.has(0, "as", "you", "know")
                    || clause.has(0, "as", "i", "said")
                    || clause.has(0, "that", "is", "why")
                    || clause.has(0, "like", "i", "said")) {
                clause.removeFirst(3);
            } else {
                dropped = false;
            }
        }
    }

    /** Drops words that weaken and "I think" in mid-sentence. */
    static void dropIdle(Clause clause) {
        for (int at = 1; at < clause.size(); at++) {
            boolean pair = clause.has(at, "i", "think")
                    || clause.has(at, "i", "guess")
                    || clause.has(at, "i", "mean")
                    || clause.has(at, "i", "suppose")
                    || clause.has(at, "i", "believe")
                    || clause.has(at, "you", "know")
                            && !clause.word(at - 1).equals("do")
                            && !clause.word(at - 1).equals("if")
                    || clause.has(at, "of", "course")
                    || clause.has(at, "pretty", "much")
                    || clause.has(at, "sort", "of") && !EnglishFluency.DETERMINERS.contains(clause.word(at - 1))
                    || clause.has(at, "mr.", "speaker")
                    || clause.has(at, "mr.", "chair");
            int count = pair
                    ? 2
                    : IDLE.contains(clause.word(at)) && !clause.word(at - 1).equals("not") ? 1 : 0;
            if (count > 0 && at + count <= clause.size()) {
                String mark = clause.mark(at + count - 1);
                for (int step = 0; step < count; step++) {
                    clause.remove(at);
                }
                // A comma pair around the dropped words goes with them; a full stop stays.
                clause.setMark(
                        at - 1,
                        mark.equals(",") && clause.mark(at - 1).equals(",")
                                ? ""
                                : mark.isEmpty() ? clause.mark(at - 1) : mark);
                at--;
            }
        }
    }

    static void dropTails(Clause clause) {
        while (clause.size() > 4) {
            int last = clause.size() - 1;
            boolean afterMark = clause.mark(last - 1).equals(",");
            if (TAILS.contains(clause.word(last))
                    && (afterMark
                            || clause.word(last).equals("so")
                            || clause.word(last).equals("then"))) {
                clause.cutTo(last);
            } else if (clause.has(last - 1, "or", "something")
                    || clause.has(last - 1, "or", "whatever")
                    || clause.has(last - 1, "or", "anything")
                    || clause.has(last - 1, "and", "everything")
                    || clause.has(last - 1, "and", "all")
                    || clause.has(last - 1, "and", "stuff")
                    || clause.has(last - 1, "you", "know")
                    || clause.has(last - 1, "i", "think")
                    || clause.has(last - 1, "i", "guess")
                    || clause.has(last - 1, "or", "not") && afterMark) {
                clause.cutTo(last - 1);
            } else if (clause.has(last - 2, "and", "so", "on")
                    || clause.has(last - 2, "or", "so", "on")
                    || clause.has(last - 2, "and", "so", "forth")
                    || clause.has(last - 2, "stuff", "like", "that")
                    || clause.has(last - 2, "is", "it", "not")
                    || clause.has(last - 3, "and", "things", "like", "that")
                    || clause.has(last - 3, "or", "something", "like", "that")) {
                clause.cutTo(last - (clause.word(last).equals("that") ? 3 : 2));
                if (clause.word(clause.size() - 1).equals("and")
                        || clause.word(clause.size() - 1).equals("or")) {
                    clause.cutTo(clause.size() - 1);
                }
            } else {
                return;
            }
        }
    }

    /** "The problem is, we are late" and "the idea is we ship": writing has "that" there. */
    static void spellOutThat(Clause clause) {
        for (int at = 1; at < Math.min(6, clause.size() - 3); at++) {
            if (EnglishFluency.BE.contains(clause.word(at)) && THOUGHTS.contains(clause.word(at - 1))) {
                String next = clause.word(at + 1);
                boolean pronoun = EnglishFluency.SUBJECTS.contains(next) || next.equals("it") || next.equals("there");
                if (pronoun || clause.mark(at).equals(",") && EnglishFluency.DETERMINERS.contains(next)) {
                    clause.setMark(at, "");
                    clause.insert(at + 1, "that");
                }
                return;
            }
        }
    }
}
