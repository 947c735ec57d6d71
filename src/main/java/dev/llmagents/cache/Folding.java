package dev.llmagents.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a process folds its store: beside its calls if a journal has grown large, or at the end. Safe for use by several threads. */
final class Folding {
    private static final Duration LONGEST_FOLD = Duration.ofSeconds(1);
    private static final int CREATED_AT = JournalRecord.HEADER + 32;

    private final StoreFiles files;
    private final SharedCache.Limits limits;
    private final Clock clock;
    private final StoreObserver observer;
    private Optional<Thread> beside = Optional.empty();

    Folding(StoreFiles files, SharedCache.Limits limits, Clock clock, StoreObserver observer) {
        this.files = files;
        this.limits = limits;
        this.clock = clock;
        this.observer = observer;
    }

    /** By a thread of its own, so that no answer waits; it ends with the process, which does no harm. */
    synchronized void beginBeside() {
        if (beside.isEmpty() || !beside.get().isAlive()) {
            Thread thread = new Thread(this::run, "llm-agents-cache-fold");
            thread.setDaemon(true);
            beside = Optional.of(thread);
            thread.start();
        }
    }

    /** Waits a moment for one that was begun beside; whether there was any. */
    boolean awaitBeside() {
        Optional<Thread> begun;
        synchronized (this) {
            begun = beside;
        }
        try {
            if (begun.isPresent()) {
                begun.get().join(LONGEST_FOLD.toMillis());
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        return begun.isPresent();
    }

    /** Whether a fold was made; trouble with it leaves the journals as they are. */
    boolean run() {
        try (StoreFiles own = new StoreFiles(files.folder())) {
            HitCounts.shorten(own.counts());
            return new Fold(own, limits.maxBytes(), observer).run(clock.instant());
        } catch (IOException | RuntimeException nextTime) {
            return false;
        }
    }

    /** Whether the journal is large or old enough when a run is over. */
    boolean isDue() throws IOException {
        StoreState state = files.state();
        Path active = files.journal(state.active());
        long bytes = Files.exists(active) ? Files.size(active) : 0;
        if (bytes == 0) {
            return false;
        }
        return bytes > limits.journalBytesAtExit()
                || !state.sealed().isEmpty()
                || firstCreated(active)
                        .map(first -> first.plus(limits.journalAge()).isBefore(clock.instant()))
                        .orElse(false);
    }

    private static Optional<Instant> firstCreated(Path journal) throws IOException {
        try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES);
            return channel.read(bytes, CREATED_AT) == Long.BYTES
                    ? Optional.of(Instant.ofEpochMilli(bytes.getLong(0)))
                    : Optional.empty();
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }
}
