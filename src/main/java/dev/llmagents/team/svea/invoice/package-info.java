/**
 * Invoices: UBL and Svefaktura read into {@link dev.llmagents.team.svea.invoice.Invoice}, and what Swedish law, EN 16931
 * and Peppol say about one. An invoice that comes as a plain text is searched for the words that have to stand in it.
 * Start at {@link dev.llmagents.team.svea.invoice.InvoiceChecks}.
 */
package dev.llmagents.team.svea.invoice;
