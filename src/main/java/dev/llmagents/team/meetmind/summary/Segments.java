package dev.llmagents.team.meetmind.summary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts a meeting where its vocabulary changes, after Hearst's TextTiling (1997): blocks of words left and right of each
 * gap are compared, and the gaps where the likeness dips deepest become boundaries.
 */
final class Segments {

    private static final int BLOCKS = 120;

    private Segments() {}

    /**
     * First sentence of each segment, ascending, the first one 0.
     *
     * @param wanted how many segments to make at most
     */
    static List<Integer> starts(Talk talk, int wanted) {
        List<Integer> starts = new ArrayList<>();
        starts.add(0);
        List<Spoken> sentences = talk.sentences();
        if (wanted < 2 || sentences.size() < 2 * wanted) {
            return starts;
        }
        int blocks = Math.min(BLOCKS, sentences.size());
        int[] firstSentence = firstSentences(sentences, blocks);
        List<Map<String, Integer>> counts = new ArrayList<>();
        for (int block = 0; block < blocks; block++) {
            counts.add(contentOf(talk, firstSentence[block], firstSentence[block + 1]));
        }
        double[] depth = depths(likeness(counts, Math.max(2, blocks / (wanted * 3))));
        int apart = Math.max(1, blocks / (wanted * 2));
        while (starts.size() < wanted) {
            int best = -1;
            for (int gap = apart; gap <= blocks - apart; gap++) {
                if (isFarFrom(starts, firstSentence, gap, apart, blocks) && (best < 0 || depth[gap] > depth[best])) {
                    best = gap;
                }
            }
            if (best < 0) {
                break;
            }
            starts.add(firstSentence[best]);
        }
        starts.sort(null);
        return starts;
    }

    private static boolean isFarFrom(List<Integer> starts, int[] firstSentence, int gap, int apart, int blocks) {
        int low = firstSentence[Math.max(0, gap - apart + 1)];
        int high = firstSentence[Math.min(blocks, gap + apart - 1)];
        for (int start : starts) {
            if (start >= low && start <= high) {
                return false;
            }
        }
        return firstSentence[gap] > 0;
    }

    /** Blocks of about equally many words; the last entry is the end. */
    private static int[] firstSentences(List<Spoken> sentences, int blocks) {
        int words = 0;
        for (Spoken sentence : sentences) {
            words += sentence.words().size();
        }
        int[] first = new int[blocks + 1];
        int block = 1;
        int passed = 0;
        for (int index = 0; index < sentences.size() && block < blocks; index++) {
            while (block < blocks && passed >= (long) words * block / blocks) {
                first[block++] = index;
            }
            passed += sentences.get(index).words().size();
        }
        while (block <= blocks) {
            first[block++] = sentences.size();
        }
        return first;
    }

    private static Map<String, Integer> contentOf(Talk talk, int from, int to) {
        Map<String, Integer> counts = new HashMap<>();
        for (int index = from; index < to; index++) {
            for (String word : talk.sentences().get(index).words()) {
                if (word.length() > 2 && !talk.stopWords().contains(word)) {
                    counts.merge(talk.stems().of(word), 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    private static double[] likeness(List<Map<String, Integer>> counts, int window) {
        double[] likeness = new double[counts.size() + 1];
        for (int gap = 1; gap < counts.size(); gap++) {
            Map<String, Integer> left = merged(counts, gap - window, gap);
            Map<String, Integer> right = merged(counts, gap, gap + window);
            double dot = 0;
            for (Map.Entry<String, Integer> word : left.entrySet()) {
                dot += word.getValue() * (double) right.getOrDefault(word.getKey(), 0);
            }
            double norms = Math.sqrt(squares(left) * squares(right));
            likeness[gap] = norms == 0 ? 0 : dot / norms;
        }
        return likeness;
    }

    private static Map<String, Integer> merged(List<Map<String, Integer>> counts, int from, int to) {
        Map<String, Integer> sum = new HashMap<>();
        for (int block = Math.max(0, from); block < Math.min(counts.size(), to); block++) {
            for (Map.Entry<String, Integer> word : counts.get(block).entrySet()) {
                sum.merge(word.getKey(), word.getValue(), Integer::sum);
            }
        }
        return sum;
    }

    private static double squares(Map<String, Integer> counts) {
        long sum = 0;
        for (int count : counts.values()) {
            sum += (long) count * count;
        }
        return sum;
    }

    /** How far the likeness falls at each gap below the nearest peaks on both sides. */
    private static double[] depths(double[] likeness) {
        double[] depth = new double[likeness.length];
        for (int gap = 1; gap < likeness.length - 1; gap++) {
            double left = likeness[gap];
            for (int at = gap - 1; at >= 1 && likeness[at] >= left; at--) {
                left = likeness[at];
            }
            double right = likeness[gap];
            for (int at = gap + 1; at < likeness.length - 1 && likeness[at] >= right; at++) {
                right = likeness[at];
            }
            depth[gap] = left + right - 2 * likeness[gap];
        }
        return depth;
    }
}
