package dev.llmagents.team.meetmind.ledger;

import dev.llmagents.team.meetmind.Finding;

/** A decision that a later meeting turned around. */
public record Reversal(Decision earlier, Decision later) {

    /**
     * A decision and where it was taken.
     *
     * @param meeting index of the meeting in the ledger
     * @param item its name in the report of that meeting, for instance {@code D1}
     */
    public record Decision(int meeting, String item, Finding finding) {}
}
