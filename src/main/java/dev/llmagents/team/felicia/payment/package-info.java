/**
 * Payment files: drafts of customer credit transfers, ISO 20022 pain.001.001.09, and the check that reads one again.
 *
 * <p>Start with {@link dev.llmagents.team.felicia.payment.PaymentFile} to write and with
 * {@link dev.llmagents.team.felicia.payment.Pain001Check} to read. The check stands apart from the writer on purpose and
 * shares no code with it: the schema of the message takes a wrong IBAN, a wrong sum and kronor in a SEPA file, so what the
 * schema cannot see is looked at here.
 */
package dev.llmagents.team.felicia.payment;
