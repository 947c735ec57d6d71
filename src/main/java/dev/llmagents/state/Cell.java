package dev.llmagents.state;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A small text that many read and one at a time changes. Safe for use by several threads. */
interface Cell extends AutoCloseable {

    /** The text as it was a moment ago; empty if there is none yet. */
    String read() throws IOException;

    /**
     * Lets {@code edit} see the text and put another in its place; nobody else changes it meanwhile. The edit may be made
     * more than once, and the last time counts.
     *
     * @throws java.io.InterruptedIOException if the others did not let go of it in time
     */
    <T> T update(Edit<T> edit) throws IOException;

    /** The same by one who waits for others for so long at most, where they can be waited for. */
    default <T> T update(Edit<T> edit, Duration patience) throws IOException {
        return update(edit);
    }

    /** Gives back what was kept open; who comes later opens it again. */
    @Override
    default void close() {}

    /** A change. */
    @FunctionalInterface
    interface Edit<T> {
        Edited<T> of(String text);
    }

    /** @param text empty to leave it as it is */
    record Edited<T>(Optional<String> text, T result) {}
}
