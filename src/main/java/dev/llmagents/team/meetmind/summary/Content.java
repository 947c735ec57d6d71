package dev.llmagents.team.meetmind.summary;

import dev.llmagents.team.meetmind.text.Stems;
import dev.llmagents.team.meetmind.text.StopWords;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The content words of every sentence as numbers of their stems, so that counting them is cheap. */
final class Content {

    private final StopWords stopWords;
    private final Stems stems;
    private final Map<String, Integer> numberOfWord = new HashMap<>();
    private final Map<String, Integer> numberOfStem = new HashMap<>();
    private final int[][] bySentence;
    private final int[] sentenceCounts;

    Content(List<Spoken> sentences, StopWords stopWords, Stems stems) {
        this.stopWords = stopWords;
        this.stems = stems;
        this.bySentence = new int[sentences.size()][];
        for (int index = 0; index < bySentence.length; index++) {
            bySentence[index] = of(sentences.get(index).words());
        }
        this.sentenceCounts = new int[numberOfStem.size()];
        for (int[] stemsThere : bySentence) {
            for (int stem : stemsThere) {
                sentenceCounts[stem]++;
            }
        }
    }

    /** The stems of a sentence, ascending, each once. */
    int[] of(int sentence) {
        return bySentence[sentence];
    }

    /** The stems of the content words among {@code words}, ascending, each once; new words get new numbers. */
    int[] of(List<String> words) {
        int[] found = new int[words.size()];
        int size = 0;
        for (String word : words) {
            int number = number(word);
            if (number >= 0) {
                found[size++] = number;
            }
        }
        Arrays.sort(found, 0, size);
        int distinct = 0;
        for (int at = 0; at < size; at++) {
            if (at == 0 || found[at] != found[at - 1]) {
                found[distinct++] = found[at];
            }
        }
        return Arrays.copyOf(found, distinct);
    }

    /** In how many sentences of the meeting the stem is said. */
    int sentencesWith(int stem) {
        return stem < sentenceCounts.length ? sentenceCounts[stem] : 0;
    }

    /** One more than the highest number so far. */
    int size() {
        return numberOfStem.size();
    }

    /** The number of a word's stem, or -1 for a word that says nothing about a subject. */
    private int number(String word) {
        Integer known = numberOfWord.get(word);
        if (known != null) {
            return known;
        }
        int number = -1;
        if (word.length() > 2 && !stopWords.contains(word)) {
            String stem = stems.of(word);
            Integer old = numberOfStem.get(stem);
            number = old == null ? numberOfStem.size() : old;
            numberOfStem.put(stem, number);
        }
        numberOfWord.put(word, number);
        return number;
    }
}
