package dev.llmagents.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The three streams of a process, as the program uses them: bytes in, UTF-8 out.
 *
 * @param in standard input
 * @param out the result
 * @param err everything else
 */
record Streams(InputStream in, OutputStream out, OutputStream err) {

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
        try {
            err.write((Sentence.of(sentence) + "\n").getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException nowhereToSayIt) {
            // Standard error is closed.
        }
    }
}
