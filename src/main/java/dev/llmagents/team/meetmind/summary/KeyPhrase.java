package dev.llmagents.team.meetmind.summary;

import java.util.List;

/**
 * Words that name a subject of the meeting.
 *
 * @param key the stems, which tell whether two phrases are the same
 * @param text the form said most often
 * @param definite whether it was mostly said with an article or another determiner, so that prose writes "the"
 * @param weight how much of the meeting it names, higher is more
 * @param sentences indices of the sentences that hold it, ascending
 */
record KeyPhrase(String key, String text, boolean definite, double weight, List<Integer> sentences)
        implements Comparable<KeyPhrase> {

    /** The heavier first. */
    @Override
    public int compareTo(KeyPhrase other) {
        int byWeight = Double.compare(other.weight, weight);
        return byWeight != 0 ? byWeight : key.compareTo(other.key);
    }

    /** How often it was said in sentences {@code from} (inclusive) to {@code to} (exclusive). */
    int countWithin(int from, int to) {
        return place(to) - place(from);
    }

    /** How many entries lie below {@code sentence}. */
    private int place(int sentence) {
        int low = 0;
        int high = sentences.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sentences.get(middle) < sentence) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether one of {@code others} names nearly the same: they share a stem. */
    boolean overlapsAny(List<KeyPhrase> others) {
        for (KeyPhrase other : others) {
            if (overlaps(other)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the two name nearly the same: they share a stem. */
    private boolean overlaps(KeyPhrase other) {
        for (String stem : key.split(" ")) {
            for (String otherStem : other.key.split(" ")) {
                if (stem.equals(otherStem)) {
                    return true;
                }
            }
        }
        return false;
    }
}
