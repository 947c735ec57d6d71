/**
 * What Felicia's Finance came to, as files and pages. Start with {@link dev.llmagents.report.felicia.TradeFiles} for what
 * is written to a folder and with {@link dev.llmagents.report.felicia.TradeFormats} for what is printed. The same result
 * gives the same bytes: no clock, no measured time.
 */
package dev.llmagents.report.felicia;
