package dev.llmagents.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets many processes append to the files of a folder, and now and then one replace a file: nobody appends meanwhile, so
 * no line goes into a file that is about to be gone. The lock of a process that is killed ends with it. For one thread at
 * a time.
 *
 * <p>One that is kept holds the lock file open between uses, for who appends often. In one process one use comes after the
 * other, whichever instances they are of ({@link ProcessLocks} says why). Processes look again every few milliseconds while
 * one of them replaces, which is rare and short; those that append do not wait for each other.
 */
public final class ReplaceLock implements Closeable {
    private static final Duration POLL = Duration.ofMillis(2);

    private final Path file;
    private final boolean isKept;
    private Optional<Open> open = Optional.empty();

    private record Open(Object identity, Path name, RandomAccessFile data) {}

    /** @param file is created when it is first needed, and opened with each use */
    public ReplaceLock(Path file) {
        this(file, false);
    }

    private ReplaceLock(Path file, boolean isKept) {
        this.file = file;
        this.isKept = isKept;
    }

    /** One that stays open until it is closed. */
    public static ReplaceLock kept(Path file) {
        return new ReplaceLock(file, true);
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

    @SuppressWarnings("try") // The turn is held, not used.
    private void hold(boolean shared, Duration longestWait, Work work) throws IOException {
        long begin = System.nanoTime();
        // A lock file that was removed while it was open locks nobody out.
        boolean isOpen =
                open.isPresent() && identity().equals(Optional.of(open.get().identity()));
        Path name = isOpen ? open.get().name() : created();
        Optional<ProcessLocks.Turn> turn = turn(name, longestWait);
        if (turn.isEmpty()) {
            if (!shared) {
                throw held(longestWait);
            }
            // Not even opened: closing it would free the lock of the one whose turn it is.
            work.run();
            return;
        }
        try (ProcessLocks.Turn mine = turn.get()) {
            if (!isOpen) {
                open(name);
            }
            try {
                hold(open.orElseThrow().data().getChannel(), shared, longestWait, begin, work);
            } finally {
                if (!isKept) {
                    close();
                }
            }
        }
    }

    private void hold(FileChannel channel, boolean shared, Duration longestWait, long begin, Work work)
            throws IOException {
        Optional<FileLock> lock = taken(channel, shared);
        try {
            while (lock.isEmpty() && System.nanoTime() - begin <= longestWait.toNanos()) {
                pause();
                lock = taken(channel, shared);
            }
            if (lock.isEmpty() && !shared) {
                throw held(longestWait);
            }
            work.run();
        } finally {
            if (lock.isPresent()) {
                lock.get().release();
            }
        }
    }

    private IOException held(Duration longestWait) {
        return new IOException("cannot lock " + file + ": another process or thread has held it for "
                + longestWait.toMillis() + " ms");
    }

    private static Optional<ProcessLocks.Turn> turn(Path name, Duration longestWait) throws IOException {
        try {
            return ProcessLocks.OF_THIS_PROCESS.enter(name, longestWait.toNanos());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private Path created() throws IOException {
        PrivateFiles.createFile(file);
        return file.toRealPath();
    }

    private void open(Path name) throws IOException {
        close();
        PrivateFiles.createFile(file);
        Object key = identity().orElse("gone");
        open = Optional.of(new Open(key, name, new RandomAccessFile(file.toFile(), "rw")));
    }

    private Optional<Object> identity() throws IOException {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        Optional<Open> last = open;
        open = Optional.empty();
        if (last.isPresent()) {
            last.get().data().close();
        }
    }

    private static Optional<FileLock> taken(FileChannel channel, boolean shared) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock(0, Long.MAX_VALUE, shared));
        } catch (OverlappingFileLockException otherThread) {
            return Optional.empty();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new ClosedByInterruptException();
    }
}
