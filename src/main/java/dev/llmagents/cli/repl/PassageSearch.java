package dev.llmagents.cli.repl;

import dev.llmagents.team.meetmind.text.Language;
import dev.llmagents.team.meetmind.text.LanguageDetector;
import dev.llmagents.team.meetmind.text.Stems;
import dev.llmagents.team.meetmind.text.StopWords;
import dev.llmagents.team.meetmind.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the passages that share the rarest words with a question: Okapi BM25 with its usual constants (Robertson and Zaragoza,
 * The Probabilistic Relevance Framework, 2009) over word stems. Equal scores keep the order of the passages.
 */
final class PassageSearch {
    private static final double K1 = 1.2;
    private static final double B = 0.75;
    private static final int SAMPLED = 400;

    private final List<Passage> passages;
    private final List<Map<String, Integer>> counts = new ArrayList<>();
    private final Map<String, Integer> holders = new HashMap<>();
    private final Stems stems;
    private final StopWords stopWords;
    private double averageLength;

    PassageSearch(List<Passage> passages) {
        this.passages = List.copyOf(passages);
        Language language = new LanguageDetector()
                .detect(passages.stream().limit(SAMPLED).map(Passage::text).toList());
        this.stems = Stems.of(language);
        this.stopWords = StopWords.of(language);
        long words = 0;
        for (Passage passage : passages) {
            Map<String, Integer> count = new HashMap<>();
            // Where it stands counts as well: people ask for what a person said.
            terms(passage.where().replaceAll("([a-z])([A-Z])", "$1 $2") + " " + passage.text())
                    .forEach(term -> count.merge(term, 1, Integer::sum));
            counts.add(count);
            count.keySet().forEach(term -> holders.merge(term, 1, Integer::sum));
            words += length(count);
        }
        averageLength = passages.isEmpty() ? 1 : Math.max(1, (double) words / passages.size());
    }

    /** A passage and how well it fits; above zero. */
    record Hit(Passage passage, double score) {}

    /** The best passages, best first; empty if none shares a word with the question. */
    List<Hit> best(String question, int most) {
        Set<String> asked = new LinkedHashSet<>(terms(question).toList());
        List<Hit> hits = new ArrayList<>();
        for (int at = 0; at < passages.size(); at++) {
            double score = score(asked, counts.get(at));
            if (score > 0) {
                hits.add(new Hit(passages.get(at), score));
            }
        }
        return hits.stream()
                .sorted(Comparator.comparingDouble(Hit::score).reversed())
                .limit(most)
                .toList();
    }

    private double score(Set<String> asked, Map<String, Integer> count) {
        double score = 0;
        double lengthPart = K1 * (1 - B + B * length(count) / averageLength);
        for (String term : asked) {
            int times = count.getOrDefault(term, 0);
            if (times > 0) {
                int having = holders.get(term);
                double rarity = Math.log(1 + (passages.size() - having + 0.5) / (having + 0.5));
                score += rarity * times * (K1 + 1) / (times + lengthPart);
            }
        }
        return score;
    }

    private static int length(Map<String, Integer> count) {
        return count.values().stream().mapToInt(Integer::intValue).sum();
    }

    private Stream<String> terms(String text) {
        return Words.of(text).stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> !stopWords.contains(word))
                .map(stems::of);
    }
}
