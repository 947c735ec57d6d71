package dev.llmagents.team.meetmind.check;

import dev.llmagents.team.meetmind.Evidence;
import dev.llmagents.team.meetmind.text.Language;
import dev.llmagents.team.meetmind.text.StopWords;
import dev.llmagents.team.meetmind.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * Puts two lists of items together: where both speak of the same thing they become one item, and nothing of the first
 * list is lost.
 */
public final class Merge<T> {
    // Two items on one line are the same thing if they share this part of the shorter one's words …
    private static final double ALIKE_ON_ONE_LINE = 0.25;
    // … and two items on different lines need to share more.
    private static final double ALIKE_ANYWHERE = 0.6;

    private final StopWords stopWords;
    private final Function<T, String> text;
    private final Function<T, Evidence> evidence;
    private final BinaryOperator<T> combine;

    /** @param combine makes one item of one from each list, the first list's first */
    public Merge(
            Language language, Function<T, String> text, Function<T, Evidence> evidence, BinaryOperator<T> combine) {
        this.stopWords = StopWords.of(language);
        this.text = text;
        this.evidence = evidence;
        this.combine = combine;
    }

    /** {@code first} with {@code second} worked in, in order of the transcript. */
    public List<T> of(List<T> first, List<T> second) {
        List<T> merged = new ArrayList<>(first);
        for (T item : second) {
            int same = indexOfSame(merged, item);
            if (same < 0) {
                merged.add(item);
            } else {
                merged.set(same, combine.apply(merged.get(same), item));
            }
        }
        merged.sort(Comparator.comparingInt(item -> evidence.apply(item).line()));
        return merged;
    }

    /** How sure a thing is that two sources found without knowing of each other; two digits. */
    public static double certainty(double one, double other) {
        return Math.round((1 - (1 - one) * (1 - other)) * 100) / 100.0;
    }

    private int indexOfSame(List<T> items, T item) {
        int best = -1;
        double bestShare = 0;
        for (int i = 0; i < items.size(); i++) {
            boolean oneLine =
                    evidence.apply(items.get(i)).line() == evidence.apply(item).line();
            double share = sharedWords(items.get(i), item);
            if (share >= (oneLine ? ALIKE_ON_ONE_LINE : ALIKE_ANYWHERE) && share > bestShare) {
                best = i;
                bestShare = share;
            }
        }
        return best;
    }

    private double sharedWords(T one, T other) {
        Set<String> oneWords = words(one);
        Set<String> otherWords = words(other);
        int smaller = Math.min(oneWords.size(), otherWords.size());
        if (smaller == 0) {
            return 0;
        }
        oneWords.retainAll(otherWords);
        return (double) oneWords.size() / smaller;
    }

    private Set<String> words(T item) {
        Set<String> words = new HashSet<>();
        for (String word :
                Words.of(text.apply(item) + " " + evidence.apply(item).quote())) {
            if (!stopWords.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }
}
