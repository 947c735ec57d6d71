package dev.llmagents.report;

/**
 * Lines of text that fit a terminal's width. Texts must have been cleaned: each is one line, without controls. For one
 * thread.
 */
public final class TextPage {
    /** What a report needs at least to be laid out at all. */
    public static final int NARROWEST = 40;

    private final StringBuilder out = new StringBuilder(4096);
    private final int width;
    private final boolean colour;

    /** @param colour whether ANSI codes may be written */
    public TextPage(int width, boolean colour) {
        this.width = Math.max(NARROWEST, width);
        this.colour = colour;
    }

    /** Columns. */
    public int width() {
        return width;
    }

    public boolean hasColour() {
        return colour;
    }

    /** An empty line, but not at the beginning. */
    public void blank() {
        if (!out.isEmpty()) {
            out.append('\n');
        }
    }

    /** Words over as many lines as they need, each set in by {@code indent}. */
    public void prose(int indent, String text, Ink ink) {
        hanging("", 0, indent, text, ink);
    }

    /**
     * A lead with words beside it; the words' further lines begin below their first.
     *
     * @param lead what the first line begins with
     * @param leadColumns the columns {@code lead} takes, its codes not counted
     * @param indent where the words begin
     */
    public void hanging(String lead, int leadColumns, int indent, String text, Ink ink) {
        int room = Math.max(1, width - indent);
        int from = 0;
        boolean first = true;
        while (first || from < text.length()) {
            int end = endOfLine(text, from, room);
            String line = text.substring(from, end).stripTrailing();
            int pad = first ? indent - leadColumns : indent;
            out.append(first ? lead : "");
            if (!line.isEmpty()) {
                out.append(" ".repeat(Math.max(0, pad))).append(inked(line, ink));
            }
            trimEnd();
            out.append('\n');
            from = end;
            while (from < text.length() && text.charAt(from) == ' ') {
                from++;
            }
            first = false;
        }
    }

    /** Where the line that begins at {@code from} ends: behind a word if one fits, else in the middle of one. */
    private static int endOfLine(String text, int from, int room) {
        int columns = 0;
        int lastBlank = -1;
        int at = from;
        while (at < text.length()) {
            int letter = text.codePointAt(at);
            columns += Columns.of(letter);
            if (letter == ' ' && columns <= room + 1) {
                lastBlank = at;
            }
            if (columns > room) {
                return lastBlank > from ? lastBlank : Math.max(at, from + Character.charCount(letter));
            }
            at += Character.charCount(letter);
        }
        return at;
    }

    private void trimEnd() {
        int length = out.length();
        while (length > 0 && out.charAt(length - 1) == ' ') {
            length--;
        }
        out.setLength(length);
    }

    /** The text with the codes of {@code ink}, where they may be written. */
    public String inked(String text, Ink ink) {
        return colour ? ink.on(text) : text;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
