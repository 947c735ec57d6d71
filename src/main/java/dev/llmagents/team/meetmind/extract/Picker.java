package dev.llmagents.team.meetmind.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * Picks the best of scored sentences. A sentence counts more where its neighbours score too, since people circle around
 * what they decide: its strength is the sum of the scores within a few lines times the root of its own.
 */
final class Picker {
    private final MeetingText meeting;
    private final double[] scores;
    private final double[] strengths;

    /** @param lines how many lines before and behind count as neighbours; negative for no neighbours at all */
    Picker(MeetingText meeting, double[] scores, int lines) {
        this.meeting = meeting;
        this.scores = scores;
        strengths = new double[scores.length];
        int from = 0;
        int to = 0;
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            int line = meeting.remarks().get(i).line();
            while (to < scores.length && meeting.remarks().get(to).line() <= line + lines) {
                sum += scores[to++];
            }
            while (from < to && meeting.remarks().get(from).line() < line - lines) {
                sum -= scores[from++];
            }
            strengths[i] = (lines < 0 ? scores[i] : sum) * Math.sqrt(scores[i]);
        }
    }

    double score(int remark) {
        return scores[remark];
    }

    /** The remarks of at least that strength, the strongest first, one a turn, {@code most} at most. */
    List<Integer> strongest(double least, int most) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < strengths.length; i++) {
            if (strengths[i] >= least) {
                order.add(i);
            }
        }
        order.sort((one, two) -> {
            int byStrength = Double.compare(strengths[two], strengths[one]);
            return byStrength != 0 ? byStrength : Integer.compare(one, two);
        });
        List<Integer> picked = new ArrayList<>();
        boolean[] turnTaken = new boolean[meeting.turns()];
        for (int remark : order) {
            int turn = meeting.remarks().get(remark).turn();
            if (picked.size() < most && !turnTaken[turn]) {
                turnTaken[turn] = true;
                picked.add(remark);
            }
        }
        return picked;
    }
}
