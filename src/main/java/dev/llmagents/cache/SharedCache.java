package dev.llmagents.cache;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The cache that all processes of a user share: an append-only journal in a folder.
 *
 * <p>A journal that is damaged is set aside and a new one started; a folder that cannot be used is replaced by memory for
 * this process. Either is said once and never stops a run. Safe for use by several threads.
 */
public final class SharedCache implements ResponseCache {
    private static final String JOURNAL = "journal-1.log";

    private final Path file;
    private final Clock clock;
    private final Consumer<String> warnings;
    private final ResponseCache memory;
    private final Journal journal;
    private boolean checked;
    private boolean usable = true;

    /**
     * @param folder the folder of the store, made if it is missing
     * @param warnings is told, in one sentence, what went wrong with the store
     */
    public SharedCache(Path folder, Clock clock, Consumer<String> warnings) {
        this.file = folder.resolve("v1").resolve(JOURNAL);
        this.clock = clock;
        this.warnings = warnings;
        this.memory = new MemoryCache(clock);
        this.journal = new Journal(file);
    }

    @Override
    public synchronized Optional<CachedAnswer> get(CacheKey key) {
        if (usable) {
            try {
                setAsideIfForeign();
                Optional<CachedAnswer> kept =
                        journal.get(key, clock.instant()).flatMap(found -> CachedAnswer.fromBytes(found.value()));
                if (kept.isPresent()) {
                    return kept;
                }
            } catch (IOException | RuntimeException trouble) {
                useMemory(trouble);
            }
        }
        return memory.get(key);
    }

    @Override
    public synchronized void put(CacheKey key, String tenant, CachedAnswer answer, Duration ttl) {
        if (usable) {
            try {
                setAsideIfForeign();
                Instant now = clock.instant();
                journal.append(new JournalRecord(key, now, now.plus(ttl), tenant, answer.toBytes()));
                return;
            } catch (IOException | RuntimeException trouble) {
                useMemory(trouble);
            }
        }
        memory.put(key, tenant, answer, ttl);
    }

    private void setAsideIfForeign() throws IOException {
        if (checked) {
            return;
        }
        checked = true;
        if (Journal.isForeign(file)) {
            Path aside =
                    file.resolveSibling(JOURNAL + ".damaged-" + clock.instant().toEpochMilli());
            try {
                Files.move(file, aside);
                warnings.accept("The cache was damaged; it is kept as " + aside + " and a new one was started.");
            } catch (NoSuchFileException | FileAlreadyExistsException otherProcessWasFaster) {
                // Then it is set aside already.
            }
        }
    }

    private void useMemory(Exception trouble) {
        usable = false;
        warnings.accept("The cache in " + file.getParent() + " cannot be used (" + trouble.getMessage()
                + "); answers are kept in memory for this run only.");
    }

    @Override
    public synchronized void close() {
        try {
            journal.close();
        } catch (IOException alreadyGone) {
            // Nothing is buffered, so nothing is lost.
        }
    }
}
