/**
 * Journals in the format of hledger, a plain-text bookkeeping program: a third program, independent of this one, can then
 * say whether cash and shares add up after every movement.
 *
 * <p>Start with {@link dev.llmagents.team.felicia.ledger.Journal}.
 */
package dev.llmagents.team.felicia.ledger;
