package dev.llmagents.team.meetmind.extract;

import dev.llmagents.team.meetmind.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the questions that the meeting left without an answer. Stateless. */
public final class OpenQuestions {
    /** An admission of ignorance answers a question at most this many turns before it. */
    private static final int REACH = 3;

    private static final Set<String> INDIRECT = Set.of(
            "who", "whether", "how", "what", "when", "where", "which", "why", "if", "vem", "om", "hur", "vad", "när",
            "var", "vilken", "vilket", "vilka", "varför");

    private OpenQuestions() {}

    /** The open questions of a meeting, by line. */
    public static List<Finding> in(MeetingText meeting) {
        Findings findings = new Findings(meeting);
        Wording wording = new Wording(meeting);
        for (int i = 0; i < meeting.remarks().size(); i++) {
            Remark remark = meeting.remarks().get(i);
            Optional<Integer> label = Labels.after(remark, Labels.Kind.QUESTION);
            if (label.isPresent() && label.get() < remark.size()) {
                findings.add(i, wording.from(remark, label.get()), 0.95);
            } else if (remark.has(Cue.UNKNOWN) && !remark.sentence().isQuestion() && !remark.has(Cue.COMMIT)) {
                int question = questionBefore(meeting, i);
                if (question >= 0) {
                    findings.add(question, wording.of(meeting.remarks().get(question)), 0.8);
                } else if (!meeting.isLongTalk() && saysWhatIsUnknown(meeting, remark)) {
                    findings.add(i, wording.of(remark), 0.6);
                }
            } else if (isLeftHanging(meeting, i)) {
                findings.add(i, wording.of(remark), 0.5);
            }
        }
        return findings.list();
    }

    private static int questionBefore(MeetingText meeting, int index) {
        Remark answer = meeting.remarks().get(index);
        for (int i = index - 1; i >= 0; i--) {
            Remark remark = meeting.remarks().get(i);
            if (answer.turn() - remark.turn() > REACH) {
                return -1;
            }
            boolean another = !remark.speaker().equals(answer.speaker());
            if (remark.sentence().isQuestion() && another) {
                boolean answered = !meeting.isLongTalk() && isAnsweredFirst(meeting, remark, index);
                return !answered && isOfSubstance(meeting, remark) ? i : -1;
            }
        }
        return -1;
    }

    /** "Roughly two weeks, if they help. Without them I don't know": the first sentence of the reply tells it. */
    private static boolean isAnsweredFirst(MeetingText meeting, Remark question, int index) {
        Remark unknown = meeting.remarks().get(index);
        int first = meeting.firstOfTurn(unknown.turn());
        Remark reply = meeting.remarks().get(first);
        return first < index
                && unknown.turn() == question.turn() + 1
                && !reply.has(Cue.UNKNOWN)
                && !reply.asks()
                && !reply.has(Cue.REFUSE)
                && reply.size() >= 4
                && meeting.contentOf(reply).size() >= 2;
    }

    /** Whether it asks about a matter, and not whether there are questions or who goes first. */
    private static boolean isOfSubstance(MeetingText meeting, Remark remark) {
        boolean longTalk = meeting.isLongTalk();
        if (remark.size() < (longTalk ? 5 : 3)
                || meeting.contentOf(remark).size() < (longTalk ? 2 : remark.size() < 5 ? 1 : 0)) {
            return false;
        }
        return !remark.has(Cue.LEAD) && !remark.has(Cue.REQUEST);
    }

    private static boolean saysWhatIsUnknown(MeetingText meeting, Remark remark) {
        int end = remark.first(Cue.UNKNOWN).get().end();
        boolean indirect =
                end < remark.size() && INDIRECT.contains(remark.word(end).lower());
        return indirect && meeting.contentOf(remark).size() >= 2;
    }

    /** Asked into the room in a short meeting, and nobody else said a word before it ended or the asker went on. */
    private static boolean isLeftHanging(MeetingText meeting, int index) {
        Remark remark = meeting.remarks().get(index);
        if (meeting.isLongTalk() || !remark.asks() || !isOfSubstance(meeting, remark)) {
            return false;
        }
        int next = index + 1;
        boolean last = next >= meeting.remarks().size();
        return last
                || meeting.remarks().get(next).speaker().equals(remark.speaker())
                        && meeting.remarks().get(next).turn() > remark.turn();
    }
}
