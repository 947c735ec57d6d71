package dev.llmagents.team.meetmind.summary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How much of the meeting a sentence carries: the logarithm of how often each of its content words is said, summed and
 * divided so that length alone gains little (after SumBasic and centroid summarisation).
 */
final class Salience {

    private final Talk talk;
    private final Map<String, Integer> counts = new HashMap<>();

    Salience(Talk talk) {
        this.talk = talk;
        for (Spoken sentence : talk.sentences()) {
            for (String stem : contentOf(sentence.words())) {
                counts.merge(stem, 1, Integer::sum);
            }
        }
    }

    /** The stems of the content words among {@code words}, without repeats. */
    Set<String> contentOf(List<String> words) {
        Set<String> stems = new TreeSet<>();
        for (String word : words) {
            if (word.length() > 2 && !talk.stopWords().contains(word)) {
                stems.add(talk.stems().of(word));
            }
        }
        return stems;
    }

    /** The weight of stems that stand in one sentence. */
    double of(Set<String> stems) {
        double sum = 0;
        for (String stem : stems) {
            sum += Math.log(1 + counts.getOrDefault(stem, 0));
        }
        return sum / Math.sqrt(3 + stems.size());
    }

    /** Index of the sentence that stands for the segment best. */
    int mostCentral(Topics.Segment segment) {
        int best = segment.from();
        double most = -1;
        for (int index = segment.from(); index < segment.to(); index++) {
            Spoken sentence = talk.sentences().get(index);
            double score = of(contentOf(sentence.words()));
            int size = sentence.words().size();
            if (size > 35 || size < 4) {
                score /= 2;
            }
            for (KeyPhrase phrase : segment.phrases()) {
                if (phrase.countWithin(index, index + 1) > 0) {
                    score += 0.5;
                }
            }
            if (score > most) {
                most = score;
                best = index;
            }
        }
        return best;
    }
}
