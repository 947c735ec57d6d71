package dev.llmagents.team.meetmind.text;

import dev.llmagents.team.meetmind.word.WordList;
import java.util.Set;

/**
 * The words of a language that carry grammar or conversation rather than subject matter.
 *
 * <p>The lists are our own: closed word classes, and the verbs, adverbs and courtesies that fill spoken meetings.
 * Immutable and safe to share.
 */
public final class StopWords {

    private final Set<String> words;

    private StopWords(Set<String> words) {
        this.words = words;
    }

    public static StopWords of(Language language) {
        return new StopWords(WordList.read(StopWords.class, "stop-words." + language.code() + ".txt"));
    }

    /**
     * Whether {@code word} says nothing about a subject.
     *
     * @param word in lower case, as {@link Words} gives it
     */
    public boolean contains(String word) {
        return word.length() < 2 || words.contains(word);
    }
}
