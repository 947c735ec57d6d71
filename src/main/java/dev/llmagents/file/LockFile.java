package dev.llmagents.file;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A lock that one holder has at a time, among the threads of this process and among the processes of this machine.
 *
 * <p>The operating system gives it back when a process dies, so there are no stale locks; the empty file stays. Who waits
 * is woken by the operating system the moment the lock is free: on a machine that is short of processor time, one who
 * sleeps and looks again finds it taken for seconds on end. Thread-safe, not reentrant; threads of this process have it in
 * the order in which they came, whichever instance they ask.
 */
public final class LockFile {
    private static final Duration AFTER_REFUSAL = Duration.ofMillis(5);

    private final Path file;

    /** A lock on {@code file}, which is created with the first {@link #acquire}. */
    public LockFile(Path file) {
        this.file = file;
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
     * @throws InterruptedIOException if it was not free in time, or the thread was interrupted
     * @throws IOException if the file cannot be opened or locked
     */
    public Held acquire(Duration timeout) throws IOException {
        Waiting waiting = new Waiting(System.nanoTime(), timeout);
        PrivateFiles.createFile(file);
        ProcessLocks.Turn turn = turn(waiting);
        boolean taken = false;
        try {
            FileChannel channel = lockedChannel(waiting);
            taken = true;
            return () -> {
                try {
                    channel.close();
                } finally {
                    turn.close();
                }
            };
        } finally {
            if (!taken) {
                turn.close();
            }
        }
    }

    private ProcessLocks.Turn turn(Waiting waiting) throws IOException {
        Path name;
        try {
            name = file.toRealPath();
        } catch (IOException e) {
            throw FileProblem.explain("lock", file, e);
        }
        try {
            return ProcessLocks.OF_THIS_PROCESS.enter(name, waiting.left()).orElseThrow(waiting::over);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private FileChannel lockedChannel(Waiting waiting) throws IOException {
        FileChannel channel = null;
        boolean locked = false;
        try {
            channel = FileChannel.open(file, StandardOpenOption.WRITE);
            while (channel.tryLock() == null && !isGranted(channel, waiting)) {
                // The system takes two processes that wait for two locks, each by another thread, for a deadlock.
                pause(waiting);
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

    /** Waits in the operating system, by a thread of its own, since there it can be left only by closing the channel. */
    private boolean isGranted(FileChannel channel, Waiting waiting) throws IOException {
        if (waiting.left() == 0) {
            throw waiting.over();
        }
        CompletableFuture<Boolean> granted = new CompletableFuture<>();
        Thread waiter = new Thread(
                () -> {
                    try {
                        granted.complete(channel.lock().isValid());
                    } catch (IOException | RuntimeException e) {
                        granted.completeExceptionally(e);
                    }
                },
                "llm-agents-lock");
        waiter.setDaemon(true);
        waiter.start();
        try {
            return granted.get(waiting.left(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException refused) {
            return false;
        } catch (TimeoutException late) {
            throw waiting.over();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private void pause(Waiting waiting) throws IOException {
        if (waiting.left() == 0) {
            throw waiting.over();
        }
        try {
            TimeUnit.NANOSECONDS.sleep(Math.min(waiting.left(), AFTER_REFUSAL.toNanos()));
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private WaitingOver interrupted() {
        Thread.currentThread().interrupt();
        return new WaitingOver("cannot lock " + file + ": interrupted while waiting");
    }

    private final class Waiting {
        private final long begin;
        private final Duration timeout;

        Waiting(long begin, Duration timeout) {
            this.begin = begin;
            this.timeout = timeout;
        }

        /** In nanoseconds, zero when it is over. */
        long left() {
            return Math.max(0, timeout.toNanos() - (System.nanoTime() - begin));
        }

        WaitingOver over() {
            return new WaitingOver("cannot lock " + file + ": another process or thread has held it for "
                    + timeout.toMillis() + " ms");
        }
    }

    private static final class WaitingOver extends InterruptedIOException {
        private static final long serialVersionUID = 1L;

        WaitingOver(String message) {
            super(message);
        }
    }
}
