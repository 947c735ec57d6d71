package dev.llmagents.report;

/**
 * A line of text over as many lines of a terminal as it needs, broken between words. A word that is longer than a line stays
 * whole, so that a path can be copied from the terminal.
 */
public final class FilledText {
    private FilledText() {}

    /**
     * @param text one line, without controls
     * @param columns of the terminal; 0 or less for no end
     * @param indent how far further lines are set in
     * @return the lines, without an end behind the last
     */
    public static String of(String text, int columns, int indent) {
        if (columns <= 0 || Columns.of(text) <= columns) {
            return text;
        }
        StringBuilder filled = new StringBuilder(text.length() + 16);
        int taken = 0;
        boolean hasWord = false;
        int from = 0;
        while (from < text.length()) {
            int word = from;
            while (word < text.length() && text.charAt(word) == ' ') {
                word++;
            }
            int end = text.indexOf(' ', word) < 0 ? text.length() : text.indexOf(' ', word);
            int room = word - from + Columns.of(text.substring(word, end));
            if (hasWord && taken + room > columns) {
                filled.append('\n').append(" ".repeat(indent)).append(text, word, end);
                taken = indent + room - (word - from);
            } else {
                filled.append(text, from, end);
                taken += room;
            }
            hasWord = true;
            from = end;
        }
        return filled.toString();
    }
}
