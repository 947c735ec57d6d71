package dev.llmagents.team.meetmind.date;

import java.util.ArrayList;
import java.util.List;

/**
 * One row of the phrase table.
 *
 * @param elements what is to be found, word by word
 * @param meaning what it says about a day
 * @param n the number of the meaning, 0 if it has none
 * @param deadlineOnly whether it counts only behind a deadline word
 * @param closedOnly whether it counts only where no noun can follow
 */
record PhrasePattern(List<Element> elements, Meaning meaning, int n, boolean deadlineOnly, boolean closedOnly) {

    /** One word of a pattern: any of some words, or any of some slots. */
    record Element(List<String> literals, List<Slot> slots, boolean optional) {}

    /** Reads {@code "a|b [c] <n> => MEANING!~ 3"}. */
    static PhrasePattern read(String row) {
        int arrow = row.indexOf("=>");
        List<Element> elements = new ArrayList<>();
        for (String part : row.substring(0, arrow).strip().split(" +")) {
            elements.add(element(part));
        }
        String[] right = row.substring(arrow + 2).strip().split(" +");
        boolean closedOnly = right[0].endsWith("~");
        String name = closedOnly ? right[0].substring(0, right[0].length() - 1) : right[0];
        boolean deadlineOnly = name.endsWith("!");
        name = deadlineOnly ? name.substring(0, name.length() - 1) : name;
        int n = right.length > 1 ? Integer.parseInt(right[1]) : 0;
        return new PhrasePattern(elements, Meaning.valueOf(name), n, deadlineOnly, closedOnly);
    }

    private static Element element(String part) {
        boolean optional = part.startsWith("[");
        String inner = optional ? part.substring(1, part.length() - 1) : part;
        List<String> literals = new ArrayList<>();
        List<Slot> slots = new ArrayList<>();
        for (String choice : inner.split("\\|")) {
            if (choice.startsWith("<")) {
                slots.add(Slot.named(choice.substring(1, choice.length() - 1)));
            } else {
                literals.add(choice);
            }
        }
        return new Element(literals, slots, optional);
    }

    /** The index behind the match that begins at {@code from}, or -1; fills {@code said}. */
    int match(List<DateWord> words, int from, Vocabulary vocabulary, Said said) {
        return match(0, words, from, from, vocabulary, said);
    }

    /** Recursion goes over the elements of the pattern, about ten at most, never over the sentence. */
    private int match(int element, List<DateWord> words, int at, int from, Vocabulary vocabulary, Said said) {
        if (element == elements.size()) {
            return at;
        }
        Element wanted = elements.get(element);
        boolean reachable =
                at < words.size() && (at == from || words.get(at - 1).leadsOn());
        if (reachable && takes(wanted, words.get(at), vocabulary, said)) {
            int end = match(element + 1, words, at + 1, from, vocabulary, said);
            if (end >= 0) {
                return end;
            }
        }
        return wanted.optional() ? match(element + 1, words, at, from, vocabulary, said) : -1;
    }

    private static boolean takes(Element wanted, DateWord word, Vocabulary vocabulary, Said said) {
        if (wanted.literals().contains(word.lower())) {
            return true;
        }
        for (Slot slot : wanted.slots()) {
            if (vocabulary.fill(slot, word, said)) {
                return true;
            }
        }
        return false;
    }
}
