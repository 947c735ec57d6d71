package dev.llmagents.team.meetmind.extract;

import dev.llmagents.agent.Source;
import dev.llmagents.team.meetmind.ActionItem;
import dev.llmagents.team.meetmind.Evidence;
import dev.llmagents.team.meetmind.date.DuePhrase;
import dev.llmagents.team.meetmind.transcript.Utterance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what somebody is to do after the meeting: who, what, by when. Stateless. */
public final class ActionItems {
    /** Below it a task is more likely talk. */
    private static final double LEAST = 0.5;

    private ActionItems() {}

    /**
     * The action items of a meeting, by line.
     *
     * @param anchor the day of the meeting, against which "by Friday" is resolved; without it only full dates have a day
     */
    public static List<ActionItem> in(MeetingText meeting, Optional<LocalDate> anchor) {
        TaskFinder finder = new TaskFinder(meeting, anchor);
        List<Task> found = new ArrayList<>();
        for (int i = 0; i < meeting.remarks().size(); i++) {
            found.addAll(finder.in(i));
        }
        List<ActionItem> items = new ArrayList<>();
        for (Task task : new TaskMerger(meeting).merge(found)) {
            if (task.confidence() >= LEAST) {
                items.add(item(meeting, task));
            }
        }
        items.sort((one, two) -> Integer.compare(one.evidence().line(), two.evidence().line()));
        return items;
    }

    private static ActionItem item(MeetingText meeting, Task task) {
        Remark remark = meeting.remarks().get(task.remark());
        return new ActionItem(
                task.text(),
                task.owner().filter(owner -> !owner.equals(Utterance.UNKNOWN)),
                task.due().flatMap(DuePhrase::date),
                task.due().map(DuePhrase::words),
                Evidence.of(remark.sentence().utterance(), remark.text()),
                Math.round(task.confidence() * 100) / 100.0,
                Source.RULES);
    }
}
