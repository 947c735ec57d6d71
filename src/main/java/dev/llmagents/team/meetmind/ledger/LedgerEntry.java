package dev.llmagents.team.meetmind.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One task over all meetings.
 *
 * @param id its name in the ledger: {@code L} and a number, in the order in which tasks first came up
 * @param text the task as the meeting that raised it says it
 * @param owner who was the last to have it
 * @param due the last day that was set
 * @param dueText the last words about the time, even where they give no date
 * @param history what meetings say of it, in order; the first is that it was raised
 */
public record LedgerEntry(
        String id,
        String text,
        Optional<String> owner,
        Optional<LocalDate> due,
        Optional<String> dueText,
        State state,
        List<LedgerEvent> history) {
    public LedgerEntry {
        history = List.copyOf(history);
        if (history.isEmpty()) {
            throw new IllegalArgumentException(id + " was never raised");
        }
    }

    /** How a task stands. */
    public enum State {
        /** Open, and due before the day the ledger is drawn up for. */
        OVERDUE,
        OPEN,
        /** A later meeting says that it is done. */
        DONE;

        /** The name in outputs, for instance {@code overdue}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public LedgerEvent raised() {
        return history.get(0);
    }

    /** The last thing that was said of it. */
    public LedgerEvent last() {
        return history.get(history.size() - 1);
    }

    /** Whether something of the kind was said of it. */
    public boolean has(LedgerEvent.Kind kind) {
        return history.stream().anyMatch(event -> event.kind() == kind);
    }
}
