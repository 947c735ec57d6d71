package dev.llmagents.team.meetmind.ledger;

import dev.llmagents.team.meetmind.MeetingReport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Meetings in the order of their days; one without a day stays behind the one that was named before it, and those of one day
 * stay as they were named.
 */
record MeetingOrder(List<MeetingReport> meetings, List<String> warnings) {
    private record Placed(MeetingReport meeting, LocalDate day) {}

    static MeetingOrder of(List<MeetingReport> reports) {
        List<Placed> placed = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        LocalDate before = LocalDate.MIN;
        for (MeetingReport report : reports) {
            Optional<LocalDate> day = report.transcript().date();
            if (day.isEmpty()) {
                warnings.add(report.transcript().name()
                        + " tells no date, so it was placed by the order of the files: put the date into its name, such"
                        + " as 2026-03-16, to have it placed by that.");
            }
            before = day.orElse(before);
            placed.add(new Placed(report, before));
        }
        placed.sort(Comparator.comparing(Placed::day));
        return new MeetingOrder(placed.stream().map(Placed::meeting).toList(), warnings);
    }

    Optional<LocalDate> lastDay() {
        Optional<LocalDate> last = Optional.empty();
        for (MeetingReport meeting : meetings) {
            Optional<LocalDate> day = meeting.transcript().date();
            if (day.isPresent() && (last.isEmpty() || day.get().isAfter(last.get()))) {
                last = day;
            }
        }
        return last;
    }
}
