package dev.llmagents.team.meetmind.extract;

import java.util.Optional;

/** What the others say right after a remark: who takes it on, who turns it down. */
final class Replies {
    /** How many turns after a remark still answer it. */
    static final int REACH = 4;

    enum Answer {
        ACCEPTS,
        REFUSES,
        OTHER
    }

    private final MeetingText meeting;

    Replies(MeetingText meeting) {
        this.meeting = meeting;
    }

    /** The first of the others to speak after the remark, within reach. */
    Optional<Integer> nextTurnByAnother(int remark) {
        Remark said = meeting.remarks().get(remark);
        int last = Math.min(meeting.turns() - 1, said.turn() + REACH);
        for (int turn = said.turn() + 1; turn <= last; turn++) {
            if (!speakerOf(turn).equals(said.speaker())) {
                return Optional.of(turn);
            }
        }
        return Optional.empty();
    }

    /** The first turn of {@code person} after the remark, within reach. */
    Optional<Integer> nextTurnOf(String person, int remark) {
        int turn = meeting.remarks().get(remark).turn();
        int last = Math.min(meeting.turns() - 1, turn + REACH);
        for (int next = turn + 1; next <= last; next++) {
            if (speakerOf(next).equals(person)) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    String speakerOf(int turn) {
        return meeting.transcript().utterances().get(turn).speaker();
    }

    /** How a turn answers what was asked before it, by its first words. */
    Answer answer(int turn) {
        int end = Math.min(meeting.firstOfTurn(turn + 1), meeting.firstOfTurn(turn) + 2);
        for (int i = meeting.firstOfTurn(turn); i < end; i++) {
            Remark remark = meeting.remarks().get(i);
            for (int at = 0; at < Math.min(3, remark.size()); at++) {
                if (remark.hasAt(Cue.REFUSE, at)) {
                    return Answer.REFUSES;
                }
                if (remark.hasAt(Cue.ACCEPT, at)) {
                    return remark.sentence().isQuestion() && !remark.has(Cue.WHEN) ? Answer.OTHER : Answer.ACCEPTS;
                }
            }
        }
        return Answer.OTHER;
    }

    /** Whether one of the others agrees with a remark in so many words, within {@code reach} turns. */
    boolean agreed(int remark, int reach) {
        Remark said = meeting.remarks().get(remark);
        int last = Math.min(meeting.turns() - 1, said.turn() + reach);
        for (int turn = said.turn() + 1; turn <= last; turn++) {
            if (!speakerOf(turn).equals(said.speaker())) {
                for (int i = meeting.firstOfTurn(turn); i < meeting.firstOfTurn(turn + 1); i++) {
                    if (meeting.remarks().get(i).has(Cue.AGREE)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
