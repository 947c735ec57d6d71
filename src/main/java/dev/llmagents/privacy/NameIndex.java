package dev.llmagents.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ways the sensitive terms of an input may be written. "Anna Berg" is also "anna berg", "ANNA BERG", "Anna-Berg" and
 * "annaberg"; "Anna" and "Berg" are parts of it, unless two people share them. Immutable.
 */
final class NameIndex {
    private static final int JOINED_FROM = 6;

    private final Map<String, List<NameForm>> byFirstWord = new HashMap<>();
    private final Map<Character, List<NameForm>> insideWords = new HashMap<>();
    private final BitSet firstCharacters = new BitSet();
    private int owners;

    NameIndex(Collection<String> sensitiveTerms) {
        Map<String, Term> terms = new LinkedHashMap<>();
        for (String written : sensitiveTerms) {
            for (Term term : Term.of(written)) {
                terms.putIfAbsent(key(term.words()), term);
            }
        }
        Map<String, List<Part>> parts = new LinkedHashMap<>();
        for (Term term : terms.values()) {
            if (term.words().size() > 1) {
                addWhole(term, parts);
            }
        }
        for (Map.Entry<String, List<Part>> entry : parts.entrySet()) {
            addPart(entry.getValue());
        }
        for (Map.Entry<String, Term> entry : terms.entrySet()) {
            // "Anna" beside a single "Anna Berg" is her.
            if (entry.getValue().words().size() == 1 && !parts.containsKey(entry.getKey())) {
                Term term = entry.getValue();
                add(new NameForm(term.kind(), owners++, 0, term.spelling(), folded(term.words()), List.of()));
            }
        }
        for (List<NameForm> forms : byFirstWord.values()) {
            forms.sort(Comparator.comparingInt((NameForm form) -> form.words().size())
                    .reversed());
        }
        for (List<NameForm> forms : insideWords.values()) {
            forms.sort(
                    Comparator.comparingInt((NameForm form) -> form.spelling().length())
                            .reversed());
        }
    }

    /** A part of a name, and whose it is. */
    private record Part(Term term, int owner, int number, int from, int to) {}

    private void addWhole(Term term, Map<String, List<Part>> parts) {
        int owner = owners++;
        List<String> words = folded(term.words());
        add(new NameForm(term.kind(), owner, 0, term.spelling(), words, term.between()));
        String joined = String.join("", words);
        if (joined.length() >= JOINED_FROM) {
            add(new NameForm(term.kind(), owner, 0, term.spelling(), List.of(joined), List.of()));
        }
        int number = 0;
        for (int[] part : term.parts()) {
            number++;
            String key = key(term.words().subList(part[0], part[1]));
            parts.computeIfAbsent(key, any -> new ArrayList<>()).add(new Part(term, owner, number, part[0], part[1]));
        }
    }

    private void addPart(List<Part> owned) {
        Part part = owned.get(0);
        boolean shared = owned.stream().anyMatch(other -> other.owner() != part.owner());
        // A first name that two people bear points at neither.
        int owner = shared ? owners++ : part.owner();
        add(new NameForm(
                part.term().kind(),
                owner,
                shared ? 0 : part.number(),
                part.term().spelling(part.from(), part.to()),
                folded(part.term().words().subList(part.from(), part.to())),
                part.term().between().subList(part.from(), part.to() - 1)));
    }

    private void add(NameForm form) {
        if (form.words().get(0).isEmpty()) {
            return;
        }
        if (form.isWrittenWithoutBlanks()) {
            insideWords
                    .computeIfAbsent(form.spelling().charAt(0), any -> new ArrayList<>())
                    .add(form);
            return;
        }
        byFirstWord
                .computeIfAbsent(form.words().get(0), any -> new ArrayList<>())
                .add(form);
        firstCharacters.set(form.words().get(0).charAt(0));
    }

    private static List<String> folded(List<String> words) {
        return words.stream().map(Folding::of).toList();
    }

    private static String key(List<String> words) {
        return String.join(" ", folded(words));
    }

    boolean isEmpty() {
        return byFirstWord.isEmpty() && insideWords.isEmpty();
    }

    boolean hasNamesInsideWords() {
        return !insideWords.isEmpty();
    }

    /** The names that begin with {@code first} in a script without blanks between words, longest first. */
    List<NameForm> insideWords(char first) {
        return insideWords.getOrDefault(first, List.of());
    }

    /** The names whose first word is {@code folded}, longest first. */
    List<NameForm> beginningWith(String folded) {
        return byFirstWord.getOrDefault(folded, List.of());
    }

    /** A quick look that spares folding most words. */
    boolean mayBeginWith(char c) {
        return c > 127 || firstCharacters.get(Character.toLowerCase(c));
    }
}
