package dev.llmagents.team.svea.text;

/**
 * A sentence, heading, list item or table row of a text.
 *
 * @param heading the heading it stands under; empty if none
 * @param isHeading whether it is one itself
 * @param text white space as single blanks; what a finding quotes
 * @param folded {@code text} as {@link PhraseBook} looks things up in it; characters keep their places
 * @param line where it begins, from 1
 */
public record Passage(String heading, boolean isHeading, String text, String folded, int line) {
    private static final int LONGEST_QUOTE = 200;

    /** The passage, cut to what a report can show. */
    public String quote() {
        return quoteAt(0);
    }

    /** Some of the passage around a place in it. */
    public String quoteAt(int at) {
        if (text.length() <= LONGEST_QUOTE) {
            return text;
        }
        int from = Math.max(0, Math.min(at - LONGEST_QUOTE / 2, text.length() - LONGEST_QUOTE));
        int to = from + LONGEST_QUOTE;
        // No half of a surrogate pair at either end.
        from += Character.isLowSurrogate(text.charAt(from)) ? 1 : 0;
        to -= Character.isHighSurrogate(text.charAt(to - 1)) ? 1 : 0;
        return (from > 0 ? "…" : "") + text.substring(from, to).strip() + (to < text.length() ? "…" : "");
    }
}
