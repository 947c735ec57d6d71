package dev.llmagents.cli.repl;

import java.util.Optional;

/** Where the lines of a session come from. Use from one thread. */
interface LineSource extends AutoCloseable {

    /** The next input, several lines if they belong together; empty at the end. */
    Optional<String> next(String prompt);

    /** Text for a command that reads standard input, up to a line of a single point or the end; empty if it was broken off. */
    Optional<String> text();

    /** Columns of the terminal; 0 if not known. */
    int columns();

    /** What Ctrl-C does while a command is running; where there is no terminal it ends the process. */
    void whenInterrupted(Runnable action);

    /** Whether somebody sits there. */
    boolean isConversation();

    @Override
    void close();
}
