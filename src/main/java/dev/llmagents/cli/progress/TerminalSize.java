package dev.llmagents.cli.progress;

/** How large a terminal is. */
public record TerminalSize(int columns, int rows) {
    /** What is assumed where nothing is known. */
    public static final TerminalSize USUAL = new TerminalSize(80, 24);

    public TerminalSize {
        if (columns < 1 || rows < 1) {
            throw new IllegalArgumentException("a terminal of " + columns + " x " + rows + " shows nothing");
        }
    }
}
