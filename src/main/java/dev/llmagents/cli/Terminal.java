package dev.llmagents.cli;

import java.util.List;
import java.util.Map;

/**
 * What is known of the terminal. The launcher finds it out, since Java cannot tell one stream from the other.
 *
 * @param in whether standard input is a terminal
 * @param out whether standard output is a terminal
 * @param err whether standard error is one
 * @param columns its width
 * @param colour whether it shows colours and the user wants them
 */
record Terminal(boolean in, boolean out, boolean err, int columns, boolean colour) {
    private static final int DEFAULT_COLUMNS = 80;
    private static final int FEWEST = 40;
    private static final int MOST = 400;

    /** Standard input is a file, a pipe or nothing. */
    Terminal(boolean out, boolean err, int columns, boolean colour) {
        this(false, out, err, columns, colour);
    }

    /** Whether somebody sits there and can be asked. */
    boolean isConversation() {
        return in && out;
    }

    /**
     * @param streams {@code in}, {@code out}, {@code err} with commas between, those that are terminals; from the launcher
     * @param columns the terminal's width, from the launcher; may be empty
     */
    static Terminal of(String streams, String columns, Map<String, String> environment) {
        List<String> terminals = List.of(streams.split(",", -1));
        boolean out = terminals.contains("out");
        boolean dumb = environment.getOrDefault("TERM", "dumb").equals("dumb");
        // https://no-color.org: set to anything but nothing.
        boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(
                terminals.contains("in"), out, terminals.contains("err"), columns(columns), out && !dumb && !refused);
    }

    /** The same terminal with another width. */
    Terminal resized(int newColumns) {
        return new Terminal(in, out, err, bounded(newColumns), colour);
    }

    private static int bounded(int columns) {
        return columns <= 0 ? DEFAULT_COLUMNS : Math.max(FEWEST, Math.min(MOST, columns));
    }

    /** Whether standard error is a terminal that lines can be drawn on again and again, and not the log of a build. */
    boolean isLive(Map<String, String> environment) {
        boolean dumb = environment.getOrDefault("TERM", "dumb").equals("dumb");
        String build = environment.getOrDefault("CI", "");
        boolean isBuild = !build.isEmpty() && !build.equals("false") && !build.equals("0");
        return err && !dumb && !isBuild;
    }

    private static int columns(String text) {
        try {
            return bounded(Integer.parseInt(text.strip()));
        } catch (NumberFormatException unknown) {
            return DEFAULT_COLUMNS;
        }
    }
}
