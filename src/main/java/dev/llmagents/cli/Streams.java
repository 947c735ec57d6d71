package dev.llmagents.cli;

import dev.llmagents.cli.progress.RunEvents;
import dev.llmagents.report.FilledText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The three streams of a process, as the program uses them: bytes in, UTF-8 out.
 *
 * @param in standard input
 * @param out the result
 * @param err everything else
 * @param events says everything else as events, where they were asked for
 * @param columns of the terminal that {@code err} is; 0 if it is none
 */
record Streams(InputStream in, OutputStream out, OutputStream err, Optional<RunEvents> events, int columns) {
    Streams(InputStream in, OutputStream out, OutputStream err) {
        this(in, out, err, Optional.empty(), 0);
    }

    /** The same streams with whoever says everything else. */
    Streams with(Optional<RunEvents> other) {
        return new Streams(in, out, err, other, columns);
    }

    /** The same streams, with sentences broken between words where standard error is a terminal. */
    Streams on(Terminal terminal) {
        return new Streams(in, out, err, events, terminal.err() ? terminal.columns() : 0);
    }

    /**
     * Writes the result.
     *
     * @throws CommandFailure if it cannot be written; a reader that went away, as {@code head} does, is no failure
     */
    void result(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            boolean readerIsGone = e.getMessage() != null && e.getMessage().contains("Broken pipe");
            if (!readerIsGone) {
                throw new CommandFailure(
                        ExitCode.INTERNAL,
                        "The result could not be written to standard output: " + e.getMessage() + ".");
            }
        }
    }

    /** Tells the user something on a line of its own. Trouble with the stream is nobody's to hear of. */
    void tell(String sentence) {
        if (events.isPresent()) {
            events.get().warning(sentence);
            return;
        }
        try {
            err.write((FilledText.of(Sentence.of(sentence), columns, 0) + "\n").getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException nowhereToSayIt) {
            // Standard error is closed.
        }
    }

    /** Tells the user why the command failed. */
    void fail(ExitCode exitCode, String sentence) {
        if (events.isPresent()) {
            events.get().failure(exitCode.code(), sentence);
        } else {
            tell(sentence);
        }
    }
}
