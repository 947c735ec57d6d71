/**
 * SIE files, the Swedish exchange format of bookkeeping (SIE-gruppen, utgåva 4B, and SIE 5): one model, a reader for each of
 * the two notations, a writer, and what is made of a file beside checks: JSON, CSV, CP437, the difference of two exports.
 *
 * <p>Start at {@link dev.llmagents.team.svea.sie.SieReader} and {@link dev.llmagents.team.svea.sie.SieFile}. Amounts are
 * whole öre in a {@code long}; the reader lets in no more than what no sum of a file can overflow
 * ({@link dev.llmagents.team.svea.sie.Ore#MOST}).
 */
package dev.llmagents.team.svea.sie;
