package dev.llmagents.report.compare;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * How likely two items are the same thing in two people's words. Words are compared as sets (Sørensen and Dice's
 * coefficient, 1948), quotes by how much of the shorter stands in the longer, since one may quote a part of what the other
 * quotes. Pure and safe for threads.
 */
final class Similarity {
    /** From here on two items are taken for the same. */
    static final double SAME = 0.6;

    // Two items on one line are about one utterance, but one utterance may hold two tasks: words have to agree as well.
    private static final double SAME_LINE = 0.5;

    private static final double WORDS = 0.1;

    private Similarity() {}

    /** 0 to 1. */
    static double of(Item one, Item other) {
        double text = dice(words(one.text()), words(other.text()));
        double quote = contained(words(one.quote()), words(other.quote()));
        boolean sameLine = one.line() > 0 && one.line() == other.line();
        // Words decide between two items with one quote.
        double grounds = Math.max(text, (1 - WORDS) * quote + WORDS * text);
        return sameLine ? SAME_LINE + (1 - SAME_LINE) * grounds : text;
    }

    private static double dice(Set<String> one, Set<String> other) {
        return one.isEmpty() && other.isEmpty() ? 1 : 2.0 * shared(one, other) / (one.size() + other.size());
    }

    private static double contained(Set<String> one, Set<String> other) {
        int shorter = Math.min(one.size(), other.size());
        return shorter == 0 ? 0 : (double) shared(one, other) / shorter;
    }

    private static int shared(Set<String> one, Set<String> other) {
        int shared = 0;
        for (String word : one) {
            shared += other.contains(word) ? 1 : 0;
        }
        return shared;
    }

    static Set<String> words(String text) {
        Set<String> words = new TreeSet<>();
        StringBuilder word = new StringBuilder();
        for (char letter : (text.toLowerCase(Locale.ROOT) + " ").toCharArray()) {
            if (Character.isLetterOrDigit(letter)) {
                word.append(letter);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }
}
