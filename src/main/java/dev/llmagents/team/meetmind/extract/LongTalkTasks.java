package dev.llmagents.team.meetmind.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores the sentences of a long talk as action items. There "I'll …" is mostly talk, and what counts is who says it, when,
 * and whether work is being handed out around it.
 */
final class LongTalkTasks {
    static final int REACH = 8;

    private final MeetingText meeting;
    private final Map<Integer, Task> tasks = new HashMap<>();
    private final double[] names;
    private final Windows nextMeeting;
    private final Windows deliverable;
    private final Windows taskWord;
    private final Windows named;
    private final Windows lead;

    LongTalkTasks(MeetingText meeting, List<Task> found) {
        this.meeting = meeting;
        for (Task task : found) {
            tasks.merge(task.remark(), task, (one, two) -> one.confidence() >= two.confidence() ? one : two);
        }
        int size = meeting.remarks().size();
        names = new double[size];
        double[] someName = new double[size];
        double[] byLead = new double[size];
        for (int i = 0; i < size; i++) {
            Remark remark = meeting.remarks().get(i);
            for (int at = 0; at < remark.size() && names[i] < 2; at++) {
                names[i] += meeting.names().at(remark.words(), at).isPresent() ? 1 : 0;
            }
            someName[i] = Math.min(1, names[i]);
            byLead[i] = remark.speaker().equals(meeting.lead()) ? 1 : 0;
        }
        nextMeeting = new Windows(meeting.with(Cue.NEXT_MEETING));
        deliverable = new Windows(meeting.with(Cue.DELIVERABLE));
        taskWord = new Windows(meeting.with(Cue.TASK_WORD));
        named = new Windows(someName);
        lead = new Windows(byLead);
    }

    /** The probability, by the fitted weights, that the remark hands out a task. */
    double score(int index) {
        double[] values = values(index);
        double sum = 0;
        for (TaskSignal signal : TaskSignal.values()) {
            sum += signal.weight() * values[signal.ordinal()];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** Whether the remark can stand as an item: it is a task by its grammar, or speaks of work and of what it is about. */
    boolean isEligible(int index) {
        Remark remark = meeting.remarks().get(index);
        if (tasks.containsKey(index)) {
            return !meeting.content(tasks.get(index).text()).isEmpty();
        }
        boolean work = remark.has(Cue.TASK_WORD) || remark.has(Cue.DELIVERABLE) || remark.has(Cue.ACTION_VERB);
        return work
                && !remark.sentence().isQuestion()
                && remark.size() >= 6
                && meeting.contentOf(remark).size() >= 3;
    }

    /** The value of each signal, by ordinal. */
    double[] values(int index) {
        Remark remark = meeting.remarks().get(index);
        Task task = tasks.get(index);
        double position = meeting.position(remark.turn());
        double[] values = new double[TaskSignal.values().length];
        for (TaskSignal signal : TaskSignal.values()) {
            values[signal.ordinal()] = switch (signal) {
                case BIAS -> 1;
                case TOLD -> is(task != null && task.kind() == Task.Kind.TOLD);
                case SURE -> task == null ? 0 : task.confidence();
                case DUE -> is(task != null && task.due().isPresent());
                case LEAD -> is(remark.speaker().equals(meeting.lead()));
                case LATE -> Math.max(0, (position - 0.7) / 0.3);
                case END -> is(position > 0.9);
                case NEXT_MEETING -> is(remark.has(Cue.NEXT_MEETING));
                case NEXT_MEETING_NEAR -> Math.min(3, nextMeeting.sumAround(index, REACH));
                case DELIVERABLE -> is(remark.has(Cue.DELIVERABLE));
                case DELIVERABLE_NEAR -> Math.min(4, deliverable.sumAround(index, REACH));
                case TASK_WORD -> is(remark.has(Cue.TASK_WORD));
                case TASK_WORD_NEAR -> Math.min(4, taskWord.sumAround(index, REACH));
                case NAMES -> names[index];
                case NAMES_NEAR -> Math.min(4, named.sumAround(index, REACH));
                case LEAD_NEAR -> lead.mean(index, REACH);
            };
        }
        return values;
    }

    private static double is(boolean fact) {
        return fact ? 1 : 0;
    }
}
