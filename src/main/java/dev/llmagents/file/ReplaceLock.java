package dev.llmagents.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
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
 * <p>One that is kept holds the lock file open between uses, for who appends often; closing any other in the same process
 * frees a lock that is held just then, as POSIX has it, so a process keeps one and uses others for what is rare.
 */
public final class ReplaceLock implements Closeable {
    private static final Duration POLL = Duration.ofMillis(2);

    private final Path file;
    private final boolean isKept;
    private Optional<Open> open = Optional.empty();

    private record Open(Object identity, RandomAccessFile data) {}

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

    private void hold(boolean shared, Duration longestWait, Work work) throws IOException {
        FileChannel channel = channel();
        Optional<FileLock> lock = Optional.empty();
        try {
            long begin = System.nanoTime();
            lock = taken(channel, shared);
            while (lock.isEmpty()) {
                if (System.nanoTime() - begin > longestWait.toNanos()) {
                    if (shared) {
                        break;
                    }
                    throw new IOException("cannot lock " + file + ": another process has held it for "
                            + longestWait.toMillis() + " ms");
                }
                pause();
                lock = taken(channel, shared);
            }
            work.run();
        } finally {
            if (lock.isPresent()) {
                lock.get().release();
            }
            if (!isKept) {
                close();
            }
        }
    }

    /** The lock file that goes by the name now; one that was removed while it was open locks nobody out. */
    private FileChannel channel() throws IOException {
        if (open.isPresent() && identity().equals(Optional.of(open.get().identity()))) {
            return open.get().data().getChannel();
        }
        close();
        PrivateFiles.createFile(file);
        Object key = identity().orElse("gone");
        RandomAccessFile data = new RandomAccessFile(file.toFile(), "rw");
        open = Optional.of(new Open(key, data));
        return data.getChannel();
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
            Thread.currentThread().interrupt();
            throw new java.nio.channels.ClosedByInterruptException();
        }
    }
}
