package dev.llmagents.ident;

/**
 * An identifier in a text.
 *
 * @param from index of its first character
 * @param to index behind its last
 * @param value the same for every spelling of it: without separators, in one case, with one form of prefix
 */
public record Identifier(IdentifierKind kind, int from, int to, String value) {}
