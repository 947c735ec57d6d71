package dev.llmagents.team.meetmind.extract;

import dev.llmagents.team.meetmind.Finding;
import java.util.List;
import java.util.Optional;

/** Finds what the meeting decided, what it decided against included. Stateless. */
public final class Decisions {
    /** How far back the proposal of "agreed" may lie, in sentences. */
    private static final int BACK = 4;

    /** These were fitted together with the weights of {@link DecisionSignal}. */
    private static final int NEIGHBOUR_LINES = 3;

    private static final double LEAST_STRENGTH = 0.15;
    private static final int MOST_PICKED = 14;
    private static final int TURNS_APART = 2;

    private Decisions() {}

    /** The decisions of a meeting, by line. */
    public static List<Finding> in(MeetingText meeting) {
        Findings findings = new Findings(meeting);
        Wording wording = new Wording(meeting);
        if (meeting.isLongTalk() && meeting.isConverging()) {
            addOfLongTalk(meeting, findings, wording);
            return findings.list();
        }
        boolean firmOnly = meeting.isLongTalk() || meeting.isFormal();
        Replies replies = new Replies(meeting);
        for (int i = 0; i < meeting.remarks().size(); i++) {
            Remark remark = meeting.remarks().get(i);
            Optional<Integer> label = Labels.after(remark, Labels.Kind.DECISION);
            if (label.isPresent() && label.get() < remark.size()) {
                findings.add(i, wording.from(remark, label.get()), 0.95);
            } else if (isStated(remark) && (!firmOnly || remark.has(Cue.DECIDE_FIRM)) || !firmOnly && isDrawn(meeting, i)) {
                // "The motion is carried" stands alone, "that's decided" does not.
                boolean alone = !isBare(meeting, remark) || remark.size() >= 4 && !pointsBack(remark);
                int said = alone ? i : decidedBefore(meeting, i);
                if (said >= 0) {
                    findings.add(said, wording.of(meeting.remarks().get(said)), firmOnly ? 0.7 : 0.85);
                }
            } else if (!firmOnly && isAcceptedProposal(meeting, replies, i)) {
                findings.add(i, wording.of(remark), 0.65);
            }
        }
        return findings.list();
    }

    /** What was written down as decided, and the sentences that score best. */
    private static void addOfLongTalk(MeetingText meeting, Findings findings, Wording wording) {
        LongTalkDecisions scorer = new LongTalkDecisions(meeting);
        double[] scores = new double[meeting.remarks().size()];
        boolean[] eligible = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = scorer.score(i);
            eligible[i] = scorer.isEligible(i);
            Remark remark = meeting.remarks().get(i);
            Optional<Integer> label = Labels.after(remark, Labels.Kind.DECISION);
            if (label.isPresent() && label.get() < remark.size()) {
                findings.add(i, wording.from(remark, label.get()), 0.95);
            }
        }
        Picker picker = new Picker(meeting, scores, eligible, NEIGHBOUR_LINES);
        for (int remark : picker.strongest(LEAST_STRENGTH, MOST_PICKED, TURNS_APART)) {
            Remark said = meeting.remarks().get(remark);
            double base = isStated(said) ? 0.5 : 0.35;
            findings.add(remark, wording.of(said), Math.min(0.9, base + scores[remark]));
        }
    }

    private static boolean isStated(Remark remark) {
        if (!remark.has(Cue.DECIDE) || remark.has(Cue.UNDECIDED) || remark.has(Cue.NO_DECISION)
                || remark.sentence().isQuestion()) {
            return false;
        }
        Optional<CueHit> cue = remark.first(Cue.DECIDE);
        return !remark.hasBefore(Cue.CONDITION, cue.get().at()) && remark.size() >= 3;
    }

    /** "Då stänger vi kontoret": drawn from a proposal just made. */
    private static boolean isDrawn(MeetingText meeting, int index) {
        Remark remark = meeting.remarks().get(index);
        boolean then = remark.size() >= 4 && remark.word(0).lower().equals("då") && remark.word(2).lower().equals("vi");
        return then && !remark.has(Cue.NO_DECISION) && !remark.has(Cue.FAREWELL) && !remark.has(Cue.LEAD)
                && !remark.sentence().isQuestion() && proposalBefore(meeting, index) >= 0;
    }

    /** "Then that's decided": says that, not what. */
    private static boolean isBare(MeetingText meeting, Remark remark) {
        int content = 0;
        for (int at = 0; at < remark.size(); at++) {
            boolean cue = false;
            for (CueHit hit : remark.hits()) {
                cue |= hit.cue() == Cue.DECIDE && hit.at() <= at && at < hit.end();
            }
            content += cue || meeting.isStopWord(remark.word(at).lower()) ? 0 : 1;
        }
        return content == 0;
    }

    private static boolean pointsBack(Remark remark) {
        for (SpokenWord word : remark.words()) {
            if (TaskFinder.POINTERS.contains(word.lower())) {
                return true;
            }
        }
        return false;
    }

    private static int proposalBefore(MeetingText meeting, int index) {
        for (int i = index - 1; i >= Math.max(0, index - BACK); i--) {
            if (meeting.remarks().get(i).has(Cue.PROPOSE)) {
                return i;
            }
        }
        return -1;
    }

    /** What "it's decided" decides: the last proposal, else what the group was just said to do. */
    private static int decidedBefore(MeetingText meeting, int index) {
        int proposal = proposalBefore(meeting, index);
        if (proposal >= 0) {
            return proposal;
        }
        for (int i = index - 1; i >= Math.max(0, index - 2); i--) {
            Remark remark = meeting.remarks().get(i);
            if (remark.has(Cue.GROUP) && !remark.sentence().isQuestion() && meeting.contentOf(remark).size() >= 2) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isAcceptedProposal(MeetingText meeting, Replies replies, int index) {
        Remark remark = meeting.remarks().get(index);
        return remark.has(Cue.PROPOSE) && !remark.has(Cue.NO_DECISION)
                && !remark.has(Cue.UNDECIDED) && meeting.contentOf(remark).size() >= 2 && replies.agreed(index, 2);
    }
}
