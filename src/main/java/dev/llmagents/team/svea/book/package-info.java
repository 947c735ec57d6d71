/**
 * The checks of a company's books: form of the file, bookkeeping, annual accounts, VAT and representation, and the figures
 * that come of it. Plain Java, no model, no clock.
 *
 * <p>Start at {@link dev.llmagents.team.svea.book.BookAudit}. The texts and grounds of the rules stand in the catalogue of
 * {@code team.svea.rule}.
 */
package dev.llmagents.team.svea.book;
