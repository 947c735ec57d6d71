package dev.llmagents.file;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets one thread of this process at a time near a lock file, in the order in which they came.
 *
 * <p>POSIX gives locks to processes, not to threads or channels: a process that closes <em>any</em> channel of a file has
 * given back its lock on it (fcntl(2), "Advisory record locking"). So whoever may come to open the file has to know whether
 * somebody else in the process has, and what knows it has to be as wide as the process: this is why it is static. It
 * holds nothing but the files that are locked or waited for at the moment. Thread-safe.
 */
final class ProcessLocks {
    static final ProcessLocks OF_THIS_PROCESS = new ProcessLocks();

    private final ConcurrentHashMap<Path, Queue> queues = new ConcurrentHashMap<>();

    private static final class Queue {
        private final Semaphore turn = new Semaphore(1, true);
        // Changed only inside of the map's compute.
        private int interested;
    }

    /** One thread's turn; closing it, however often, lets the next one in. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits for a turn.
     *
     * @param file one name for one file: its real path
     * @param nanos how long to wait at most
     * @return empty if it did not come in time
     */
    Optional<Turn> enter(Path file, long nanos) throws InterruptedException {
        Queue queue = queues.compute(file, (name, known) -> {
            Queue joined = known == null ? new Queue() : known;
            joined.interested++;
            return joined;
        });
        boolean entered = false;
        try {
            entered = queue.turn.tryAcquire(nanos, TimeUnit.NANOSECONDS);
        } finally {
            if (!entered) {
                leave(file);
            }
        }
        if (!entered) {
            return Optional.empty();
        }
        AtomicBoolean over = new AtomicBoolean();
        return Optional.of(() -> {
            if (over.compareAndSet(false, true)) {
                queue.turn.release();
                leave(file);
            }
        });
    }

    private void leave(Path file) {
        queues.computeIfPresent(file, (name, queue) -> --queue.interested == 0 ? null : queue);
    }
}
