package dev.llmagents.cli;

import dev.llmagents.cli.progress.RunEvents;
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
 */
record Streams(InputStream in, OutputStream out, OutputStream err, Optional<RunEvents> events) {
    Streams(InputStream in, OutputStream out, OutputStream err) {
        this(in, out, err, Optional.empty());
    }

    /** The same streams with whoever says everything else. */
    Streams with(Optional<RunEvents> other) {
        return new Streams(in, out, err, other);
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
            err.write((Sentence.of(sentence) + "\n").getBytes(StandardCharsets.UTF_8));
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
