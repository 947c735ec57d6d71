package dev.llmagents.team.meetmind.ledger;

import dev.llmagents.team.meetmind.MeetingReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The tasks and reversed decisions of a series of meetings.
 *
 * @param meetings in the order in which they were held
 * @param asOf the day from which it is told what is overdue; empty if no meeting has a date and none was given
 * @param entries in the order in which they were raised
 * @param warnings what a reader should know about the order of the meetings, a sentence each
 */
public record Ledger(
        List<MeetingReport> meetings,
        Optional<LocalDate> asOf,
        List<LedgerEntry> entries,
        List<Reversal> reversals,
        List<String> warnings) {
    public Ledger {
        meetings = List.copyOf(meetings);
        entries = List.copyOf(entries);
        reversals = List.copyOf(reversals);
        warnings = List.copyOf(warnings);
    }

    /**
     * The ledger of a series.
     *
     * @param reports at least one, in the order of the inputs
     * @param asOf empty for the day of the last meeting
     */
    public static Ledger of(List<MeetingReport> reports, Optional<LocalDate> asOf) {
        MeetingOrder order = MeetingOrder.of(reports);
        Optional<LocalDate> day = asOf.or(order::lastDay);
        Subjects subjects = new Subjects(order.meetings());
        TaskHistory history = new TaskHistory(order.meetings(), subjects);
        return new Ledger(
                order.meetings(),
                day,
                history.entries(day),
                new DecisionReversals(order.meetings(), subjects).find(),
                order.warnings());
    }

    /** How many tasks stand so. */
    public long count(LedgerEntry.State state) {
        return entries.stream().filter(entry -> entry.state() == state).count();
    }
}
