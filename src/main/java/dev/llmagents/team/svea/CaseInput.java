package dev.llmagents.team.svea;

/**
 * One input of a case.
 *
 * @param name as the user gave it
 * @param kind what it is, Swedish: {@code SIE 4E-fil}, {@code UBL-faktura}
 * @param summary what it holds in a line, Swedish: company, period, counts
 * @param text its words where they are prose, for quotes; else empty
 */
public record CaseInput(String name, String kind, String summary, String text) {}
