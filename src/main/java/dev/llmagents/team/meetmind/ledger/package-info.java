/**
 * One list of tasks over many meetings: what was taken on, what a later meeting says of it, and which decisions were turned
 * around. Everything here is a function of the meetings' reports; there is no I/O but for own word lists.
 *
 * <p>Start with {@link dev.llmagents.team.meetmind.ledger.Ledger}. A link that is wrong hides an open task, so whatever is
 * in doubt stays apart: two entries for one task cost a reader less than one entry for two.
 */
package dev.llmagents.team.meetmind.ledger;
