package dev.llmagents.cli.repl;

/**
 * A stretch of text that an answer may rest on.
 *
 * @param where for people: {@code line 12, Anna, 00:01:03}, or a field of the report
 */
public record Passage(String where, String text) {}
