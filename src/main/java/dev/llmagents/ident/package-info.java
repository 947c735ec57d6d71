/**
 * Numbers and addresses that stand for a person, an organisation or an account: whether one is valid, and where a text
 * holds them; and the calendars by which banks settle.
 *
 * <p>To find identifiers in a text start with {@link dev.llmagents.ident.Identifiers}; to judge one, with the class named
 * after it ({@link dev.llmagents.ident.Ibans}, {@link dev.llmagents.ident.Bics}, {@link dev.llmagents.ident.GiroNumbers},
 * {@link dev.llmagents.ident.SwedishAccount}, {@link dev.llmagents.ident.CreditorReferences}); for business days with
 * {@link dev.llmagents.ident.BusinessCalendar}. Everything here is a pure function and safe for threads. Own code rather
 * than a library: the libraries there are judge a string that holds nothing else, and what is wanted is to find one in
 * speech.
 */
package dev.llmagents.ident;
