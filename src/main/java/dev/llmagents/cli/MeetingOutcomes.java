package dev.llmagents.cli;

import dev.llmagents.app.MeetingRun;
import dev.llmagents.team.meetmind.MeetingReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What came of the meetings of a command line.
 *
 * @param unreadable whether one that was named could not be read
 */
record MeetingOutcomes(List<MeetingReport> reports, boolean unreadable) {

    /** @param tell hears of every input that could not be read, also with {@code --quiet} */
    static MeetingOutcomes of(List<MeetingRun.Outcome> outcomes, Consumer<String> tell) {
        List<MeetingReport> reports = new ArrayList<>();
        boolean unreadable = false;
        for (MeetingRun.Outcome outcome : outcomes) {
            outcome.result().ifPresent(result -> reports.add(result.report()));
            outcome.problem().ifPresent(tell);
            unreadable |= outcome.problem().isPresent() && !outcome.isOptional();
        }
        return new MeetingOutcomes(reports, unreadable);
    }
}
