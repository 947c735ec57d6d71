package dev.llmagents.cache;

import dev.llmagents.file.FileProblem;
import dev.llmagents.file.LockFile;
import dev.llmagents.file.Uninterrupted;
import java.io.IOException;
import java.nio.file.Files;
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
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

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
                Optional<JournalRecord> kept = Uninterrupted.run(() -> journal.get(key, clock.instant()));
                Optional<CachedAnswer> answer = kept.flatMap(found -> CachedAnswer.fromBytes(found.value()));
                if (answer.isPresent()) {
                    return answer;
                }
            } catch (IOException trouble) {
                useMemory(trouble);
            }
        }
        return memory.get(key);
    }

    @Override
    public synchronized void put(CacheKey key, String tenant, CachedAnswer answer, Duration ttl) {
        byte[] value = answer.toBytes();
        if (usable && JournalRecord.fits(tenant, value)) {
            try {
                setAsideIfForeign();
                Instant now = clock.instant();
                JournalRecord kept = new JournalRecord(key, now, Expiry.of(now, ttl), tenant, value);
                Uninterrupted.run(() -> {
                    journal.append(kept);
                    return kept;
                });
                return;
            } catch (IOException trouble) {
                useMemory(trouble);
            }
        }
        memory.put(key, tenant, answer, ttl);
    }

    private void setAsideIfForeign() throws IOException {
        if (checked) {
            return;
        }
        if (Uninterrupted.run(() -> Journal.isForeign(file))) {
            LockFile lock = new LockFile(file.resolveSibling("lock"));
            LockFile.Held held = Uninterrupted.run(() -> lock.acquire(LONGEST_WAIT));
            try {
                // Another process may have done so meanwhile, and what it has begun must stay.
                if (Uninterrupted.run(() -> Journal.isForeign(file))) {
                    setAside();
                }
            } finally {
                held.close();
            }
        }
        checked = true;
    }

    private void setAside() throws IOException {
        Path aside = file.resolveSibling(JOURNAL + ".damaged-" + clock.instant().toEpochMilli());
        try {
            Files.move(file, aside);
        } catch (IOException failure) {
            throw FileProblem.explain("set aside", file, failure);
        }
        warnings.accept("The cache was damaged; it is kept as " + aside + " and a new one was started.");
    }

    private void useMemory(IOException trouble) {
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
