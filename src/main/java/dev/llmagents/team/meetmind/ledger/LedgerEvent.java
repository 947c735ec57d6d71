package dev.llmagents.team.meetmind.ledger;

import dev.llmagents.agent.Source;
import dev.llmagents.team.meetmind.Evidence;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Something a meeting says about a task.
 *
 * @param meeting index of the meeting in the ledger
 * @param item its name in the report of that meeting, for instance {@code A2}; empty for words that are no item there
 * @param owner who does it from then on
 * @param due when it is due from then on
 */
public record LedgerEvent(
        Kind kind,
        int meeting,
        Optional<String> item,
        Optional<String> owner,
        Optional<LocalDate> due,
        Evidence evidence,
        Source source) {

    /** What was said. */
    public enum Kind {
        /** Somebody took it on, or was given it. */
        RAISED,
        /** It came up again as a task, with nothing new. */
        REPEATED,
        /** It is not done yet. */
        STILL_OPEN,
        /** Somebody else does it now. */
        OWNER_CHANGED,
        /** It has got a later day, or a day at all where there was one before. */
        POSTPONED,
        /** It has got an earlier day. */
        BROUGHT_FORWARD,
        /** It is done. */
        DONE;

        /** The name in outputs, for instance {@code owner_changed}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
