package dev.llmagents.cli.repl;

import java.util.Optional;

/**
 * How the terminal is used.
 *
 * @param keys empty for those of {@code ~/.inputrc}, or else Emacs'
 * @param isHistoryKept whether what is typed is kept for later sessions
 */
public record TerminalSettings(Optional<Keys> keys, boolean isHistoryKept) {
    /** The keys a line is edited with. */
    public enum Keys {
        EMACS,
        VI
    }
}
