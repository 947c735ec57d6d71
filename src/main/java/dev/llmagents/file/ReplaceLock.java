package dev.llmagents.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * Lets many processes append to the files of a folder, and now and then one replace a file: nobody appends meanwhile, so
 * no line goes into a file that is about to be gone. The lock of a process that is killed ends with it. For one thread at
 * a time.
 */
public final class ReplaceLock {
    private static final Duration POLL = Duration.ofMillis(2);

    private final Path file;

    /** @param file is created when it is first needed */
    public ReplaceLock(Path file) {
        this.file = file;
    }

    /** Work that fails as files do. */
    @FunctionalInterface
    public interface Work {
        void run() throws IOException;
    }

    /**
     * Does {@code work}, which appends, side by side with others that do so; begins after {@code longestWait} at the
     * latest, since one who replaces takes milliseconds, and one who has stopped in the middle must not stop the rest.
     */
    public void appending(Duration longestWait, Work work) throws IOException {
        hold(true, longestWait, work);
    }

    /**
     * Does {@code work}, which replaces a file, while nobody appends.
     *
     * @throws IOException if others have held the lock for so long; nothing was done then
     */
    public void replacing(Duration longestWait, Work work) throws IOException {
        hold(false, longestWait, work);
    }

    private void hold(boolean shared, Duration longestWait, Work work) throws IOException {
        PrivateFiles.createFile(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long begin = System.nanoTime();
            while (!isTaken(channel, shared)) {
                if (System.nanoTime() - begin > longestWait.toNanos()) {
                    if (shared) {
                        break;
                    }
                    throw new IOException("cannot lock " + file + ": another process has held it for "
                            + longestWait.toMillis() + " ms");
                }
                pause();
            }
            // Closing the channel gives the lock back.
            work.run();
        }
    }

    private static boolean isTaken(FileChannel channel, boolean shared) throws IOException {
        try {
            FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
            return lock != null;
        } catch (OverlappingFileLockException otherThread) {
            return false;
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.nio.channels.ClosedByInterruptException();
        }
    }
}
