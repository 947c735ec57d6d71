package dev.llmagents.team.meetmind.summary;

import java.util.ArrayList;
import java.util.List;

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
        int[][] stems = new int[blocks][];
        for (int block = 0; block < blocks; block++) {
            stems[block] = stemsWithin(talk.content(), firstSentence[block], firstSentence[block + 1]);
        }
        double[] depth = depths(likeness(stems, talk.content().size(), Math.max(2, blocks / (wanted * 3))));
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

    /** The stems of all sentences of a block, with repeats. */
    private static int[] stemsWithin(Content content, int from, int to) {
        int size = 0;
        for (int index = from; index < to; index++) {
            size += content.of(index).length;
        }
        int[] stems = new int[size];
        int filled = 0;
        for (int index = from; index < to; index++) {
            int[] here = content.of(index);
            System.arraycopy(here, 0, stems, filled, here.length);
            filled += here.length;
        }
        return stems;
    }

    /** The cosine of the {@code window} blocks before and after each gap, moved along by one block at a time. */
    private static double[] likeness(int[][] stems, int vocabulary, int window) {
        int blocks = stems.length;
        double[] likeness = new double[blocks + 1];
        int[] left = new int[vocabulary];
        int[] right = new int[vocabulary];
        for (int block = 0; block < Math.min(window, blocks); block++) {
            count(stems[block], right, 1);
        }
        for (int gap = 1; gap < blocks; gap++) {
            count(stems[gap - 1], right, -1);
            count(stems[gap - 1], left, 1);
            if (gap - 1 - window >= 0) {
                count(stems[gap - 1 - window], left, -1);
            }
            if (gap + window - 1 < blocks) {
                count(stems[gap + window - 1], right, 1);
            }
            long dot = 0;
            long leftSquares = 0;
            long rightSquares = 0;
            for (int stem = 0; stem < vocabulary; stem++) {
                dot += (long) left[stem] * right[stem];
                leftSquares += (long) left[stem] * left[stem];
                rightSquares += (long) right[stem] * right[stem];
            }
            double norms = Math.sqrt((double) leftSquares * rightSquares);
            likeness[gap] = norms == 0 ? 0 : dot / norms;
        }
        return likeness;
    }

    private static void count(int[] stems, int[] counts, int step) {
        for (int stem : stems) {
            counts[stem] += step;
        }
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
