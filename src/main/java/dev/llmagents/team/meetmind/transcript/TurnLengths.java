package dev.llmagents.team.meetmind.transcript;

import java.util.List;

/**
 * How long each utterance lasts. Where the end is missing it is what the words take at the usual pace, but not longer
 * than until the next turn begins, unless that one breaks in.
 */
final class TurnLengths {
    /** A next turn that begins earlier than this share of the estimate breaks in; people go on for a while then. */
    private static final double BREAKS_IN = 0.3;

    private TurnLengths() {}

    static double[] inSeconds(List<Utterance> utterances, double secondsPerWord, double shortest) {
        double[] seconds = new double[utterances.size()];
        int i = 0;
        while (i < seconds.length) {
            int next = afterTurn(utterances, i);
            int words = 0;
            for (int j = i; j < next; j++) {
                words += WordCount.of(utterances.get(j).text());
            }
            double turn = turn(utterances, i, next, Math.max(shortest, words * secondsPerWord));
            for (int j = i; j < next; j++) {
                // The lines of one turn share its time by their words.
                double part = words == 0
                        ? 1.0 / (next - i)
                        : (double) WordCount.of(utterances.get(j).text()) / words;
                seconds[j] = turn * part;
            }
            i = next;
        }
        return seconds;
    }

    private static double turn(List<Utterance> utterances, int index, int next, double estimate) {
        Utterance utterance = utterances.get(index);
        if (utterance.start().isEmpty()) {
            return estimate;
        }
        double start = utterance.start().get().toMillis() / 1000.0;
        if (utterance.end().isPresent()) {
            return Math.max(0, utterance.end().get().toMillis() / 1000.0 - start);
        }
        if (next >= utterances.size() || utterances.get(next).start().isEmpty()) {
            return estimate;
        }
        double gap = utterances.get(next).start().get().toMillis() / 1000.0 - start;
        return gap < estimate * BREAKS_IN ? estimate : Math.min(gap, estimate);
    }

    /** The first index behind the utterances that are one turn: of one speaker, with one start. */
    private static int afterTurn(List<Utterance> utterances, int index) {
        Utterance first = utterances.get(index);
        int next = index + 1;
        while (next < utterances.size()
                && first.start().isPresent()
                && utterances.get(next).speaker().equals(first.speaker())
                && utterances.get(next).start().equals(first.start())) {
            next++;
        }
        return next;
    }
}
