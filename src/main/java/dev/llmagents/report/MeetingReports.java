package dev.llmagents.report;

import dev.llmagents.team.meetmind.MeetingReport;
import java.util.List;

/**
 * The reports of a run, one for each meeting, in the order in which the inputs were named.
 *
 * @param meetings never empty
 */
public record MeetingReports(List<MeetingReport> meetings) {
    public MeetingReports {
        meetings = List.copyOf(meetings);
        if (meetings.isEmpty()) {
            throw new IllegalArgumentException("there is no meeting to report on");
        }
    }

    /** Whether the run was about one meeting alone, as most are. */
    public boolean isSingle() {
        return meetings.size() == 1;
    }
}
