package dev.llmagents.file;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/**
 * Does work on files to its end although the thread is interrupted. An interrupt closes a {@code FileChannel} under the
 * feet of the one who uses it; what was paid for or has to be logged would be lost with a cancelled call.
 */
public final class Uninterrupted {
    private Uninterrupted() {}

    /** Work that may be begun again from the start: it opens what it needs by itself. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException;
    }

    /** The result of {@code work}; an interrupt that came before or meanwhile is set when this returns. */
    public static <T> T run(Work<T> work) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                interrupted |= Thread.interrupted();
                try {
                    return work.run();
                } catch (IOException failure) {
                    if (!isFromInterrupt(failure)) {
                        throw failure;
                    }
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean isFromInterrupt(IOException failure) {
        return failure instanceof ClosedByInterruptException
                || failure.getCause() instanceof ClosedByInterruptException;
    }
}
