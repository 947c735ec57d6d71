package dev.llmagents.team.meetmind.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Picks the best of scored sentences. A sentence counts more where its neighbours score too, since people circle around
 * what they decide: its strength is the sum of the scores within a few lines times the root of its own.
 */
final class Picker {
    private final MeetingText meeting;
    private final double[] strengths;

    /**
     * @param scores one per remark
     * @param eligible whether a remark may be picked; the others still count as neighbours
     * @param lines how many lines before and behind count as neighbours; negative for no neighbours at all
     */
    Picker(MeetingText meeting, double[] scores, boolean[] eligible, int lines) {
        this.meeting = meeting;
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
            strengths[i] = eligible[i] ? (lines < 0 ? scores[i] : sum) * Math.sqrt(scores[i]) : 0;
        }
    }

    /**
     * The remarks of at least that strength, the strongest first, {@code most} at most.
     *
     * @param apart how many turns lie between two of them at least
     */
    List<Integer> strongest(double least, int most, int apart) {
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
        boolean[] taken = new boolean[meeting.turns() + 2 * apart];
        for (int remark : order) {
            int turn = meeting.remarks().get(remark).turn() + apart;
            if (picked.size() < most && !taken[turn]) {
                Arrays.fill(taken, turn - apart + 1, turn + apart, true);
                picked.add(remark);
            }
        }
        return picked;
    }
}
