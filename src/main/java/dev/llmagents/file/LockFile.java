package dev.llmagents.file;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/**
 * A lock that one holder has at a time, among the threads of this process and among the processes of this machine.
 *
 * <p>The operating system gives it back when a process dies, so there are no stale locks; the empty file stays. Use one
 * instance per file and process: POSIX drops a process's lock when <em>any</em> channel of it to that file is closed, so
 * the threads are kept apart by the instance before the file is touched. Thread-safe, not reentrant, not fair.
 */
public final class LockFile {
    private static final Duration POLL = Duration.ofMillis(5);

    private final Path file;
    private final LongSupplier nanoTime;
    private final Sleeper sleeper;
    private final Semaphore threads = new Semaphore(1);

    /** A lock on {@code file} that waits by the machine's own clock. */
    public LockFile(Path file) {
        this(file, System::nanoTime, Sleeper.THREAD);
    }

    /**
     * A lock on {@code file}, which is created with the first {@link #acquire}.
     *
     * @param nanoTime a steadily rising clock, in nanoseconds
     * @param sleeper how to wait between two tries
     */
    public LockFile(Path file, LongSupplier nanoTime, Sleeper sleeper) {
        this.file = file;
        this.nanoTime = nanoTime;
        this.sleeper = sleeper;
    }

    /** The lock while it is held; closing gives it back. */
    public interface Held extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    /**
     * Takes the lock, waiting while another holds it.
     *
     * @param timeout how long to wait at most; zero tries once
     * @throws IOException if it was not free in time, the file cannot be opened, or the thread was interrupted
     */
    public Held acquire(Duration timeout) throws IOException {
        long begin = nanoTime.getAsLong();
        while (!threads.tryAcquire()) {
            waitUnlessOver(begin, timeout);
        }
        boolean taken = false;
        try {
            FileChannel channel = lockedChannel(begin, timeout);
            taken = true;
            return () -> {
                try {
                    channel.close();
                } finally {
                    threads.release();
                }
            };
        } finally {
            if (!taken) {
                threads.release();
            }
        }
    }

    private FileChannel lockedChannel(long begin, Duration timeout) throws IOException {
        PrivateFiles.createFile(file);
        FileChannel channel = null;
        boolean locked = false;
        try {
            channel = FileChannel.open(file, StandardOpenOption.WRITE);
            while (!tryLock(channel)) {
                waitUnlessOver(begin, timeout);
            }
            locked = true;
            return channel;
        } catch (WaitingOver e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw FileProblem.explain("lock", file, e);
        } finally {
            if (!locked && channel != null) {
                channel.close();
            }
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // A second instance in this very process holds it.
            return false;
        }
    }

    private void waitUnlessOver(long begin, Duration timeout) throws IOException {
        if (nanoTime.getAsLong() - begin >= timeout.toNanos()) {
            throw new WaitingOver("cannot lock " + file + ": another process or thread has held it for "
                    + timeout.toMillis() + " ms");
        }
        try {
            sleeper.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitingOver("cannot lock " + file + ": interrupted while waiting");
        }
    }

    private static final class WaitingOver extends InterruptedIOException {
        private static final long serialVersionUID = 1L;

        WaitingOver(String message) {
            super(message);
        }
    }
}
