package dev.llmagents.ident;

/**
 * A number in a text with the word in front that says what it is.
 *
 * @param from index of the number's first character
 * @param to index behind its last
 * @param written as it stands in the text
 */
public record LabelledNumber(NumberKind kind, int from, int to, String written, NumberVerdict verdict) {}
