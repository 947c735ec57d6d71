/**
 * Numbers and addresses that stand for a person, an organisation or an account: whether one is valid, and where a text
 * holds them.
 *
 * <p>Start with {@link dev.llmagents.ident.Identifiers}. Everything here is a pure function and safe for threads. Own code
 * rather than a library: the libraries there are judge a string that holds nothing else, and what is wanted is to find one
 * in speech.
 */
package dev.llmagents.ident;
