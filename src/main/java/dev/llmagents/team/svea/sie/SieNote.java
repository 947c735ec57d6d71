package dev.llmagents.team.svea.sie;

/**
 * Something the reader met that is not as the format wants it.
 *
 * @param rule id of the rule, for instance {@code SIE-009}
 * @param value what stands there
 * @param detail what is wrong with it or where it stands, Swedish
 */
public record SieNote(String rule, int line, String value, String detail) {}
