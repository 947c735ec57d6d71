package dev.llmagents.team.meetmind.text;

import java.util.HashMap;
import java.util.Map;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.englishStemmer;
import org.tartarus.snowball.ext.swedishStemmer;

/**
 * Word stems by the Snowball algorithms, so that {@code button} and {@code buttons} count as one.
 *
 * <p>Remembers what it has stemmed; not safe for use by several threads.
 */
public final class Stems {

    private final SnowballStemmer stemmer;
    private final Map<String, String> known = new HashMap<>();

    private Stems(SnowballStemmer stemmer) {
        this.stemmer = stemmer;
    }

    public static Stems of(Language language) {
        return new Stems(
                switch (language) {
                    case EN -> new englishStemmer();
                    case SV -> new swedishStemmer();
                });
    }

    /**
     * The stem of a word; equal for its inflected forms, and not always a word itself.
     *
     * @param word in lower case
     */
    public String of(String word) {
        String stem = known.get(word);
        if (stem == null) {
            stemmer.setCurrent(word);
            stemmer.stem();
            stem = stemmer.getCurrent();
            known.put(word, stem);
        }
        return stem;
    }
}
