package dev.llmagents.report;

import dev.llmagents.team.meetmind.ActionItem;
import dev.llmagents.team.meetmind.MeetingReport;
import java.util.ArrayList;
import java.util.List;

/**
 * An action item together with the meeting it comes from.
 *
 * @param meeting index of the meeting in the run
 * @param id its name in that meeting, for instance {@code A2}
 */
record MeetingTask(int meeting, String id, ActionItem item) {

    /** The action items of all meetings: what is due first comes first, what has no date last, else in input order. */
    static List<MeetingTask> byDue(MeetingReports reports) {
        List<MeetingTask> tasks = inOrder(reports);
        tasks.sort((one, other) -> {
            boolean dated = one.item.due().isPresent();
            if (!dated || other.item.due().isEmpty()) {
                return Boolean.compare(!dated, other.item.due().isEmpty());
            }
            return one.item.due().get().compareTo(other.item.due().get());
        });
        return tasks;
    }

    /** The same, meeting by meeting. */
    static List<MeetingTask> inOrder(MeetingReports reports) {
        List<MeetingTask> tasks = new ArrayList<>();
        List<MeetingReport> meetings = reports.meetings();
        for (int meeting = 0; meeting < meetings.size(); meeting++) {
            List<ActionItem> items = meetings.get(meeting).minutes().actionItems();
            for (int at = 0; at < items.size(); at++) {
                tasks.add(new MeetingTask(meeting, "A" + (at + 1), items.get(at)));
            }
        }
        return tasks;
    }
}
