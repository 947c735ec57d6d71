package dev.llmagents.cache;

import dev.llmagents.cache.StoreState.GenerationFacts;
import dev.llmagents.file.FileProblem;
import dev.llmagents.file.LockFile;
import dev.llmagents.file.PrivateFiles;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Moves what is in journals into generations, and takes out what is not to stay. One at a time does so in a store, under a
 * lock that ends with its process; nobody else ever waits for it.
 *
 * <p>The order of the steps is what makes it safe to be killed after any of them, and safe for writers that hold no lock:
 * first {@code CURRENT} names a new journal; then the old ones, which take nothing more that counts (a writer looks at
 * {@code CURRENT} again behind its append, and appends once more where it has changed), are copied; then {@code CURRENT}
 * names the copy in their place; then they go. Whoever still reads them holds them open.
 */
final class Fold {
    /** As much is merged into one generation as can be written in some hundred milliseconds. */
    static final long MERGED_BYTES = 16L << 20;

    private final StoreFiles files;
    private final LockFile lock;
    private final StoreObserver observer;
    private final long maxBytes;

    /**
     * What was taken out.
     *
     * @param entries of generations and journals; one that was renewed counts in each place it stood in
     */
    record Removed(long entries, long bytes) {}

    /** @param maxBytes what generations may take; the oldest go first */
    Fold(StoreFiles files, long maxBytes, StoreObserver observer) {
        this.files = files;
        this.lock = new LockFile(files.lock());
        this.maxBytes = maxBytes;
        this.observer = observer;
    }

    /** Folds, unless somebody else holds the lock; then false. */
    @SuppressWarnings("try") // The lock is held, not used.
    boolean run(Instant now) throws IOException {
        Optional<LockFile.Held> held = tryLock(Duration.ZERO);
        if (held.isEmpty()) {
            return false;
        }
        try (LockFile.Held unlocked = held.get()) {
            observer.done(StoreObserver.Step.LOCKED);
            StoreState before = rotate();
            if (before.sealed().isEmpty()) {
                List<GenerationFacts> within = withinLimits(before.generations(), now);
                if (!within.equals(before.generations())) {
                    switchTo(new StoreState(within, before.journals()));
                }
                return true;
            }
            // The youngest generations that together with the journals make a small one.
            long bytes = 0;
            for (long journal : before.sealed()) {
                bytes += size(files.journal(journal));
            }
            int kept = before.generations().size();
            while (kept > 0 && bytes + before.generations().get(kept - 1).bytes() <= MERGED_BYTES) {
                kept--;
                bytes += before.generations().get(kept).bytes();
            }
            List<GenerationFacts> after = new ArrayList<>(before.generations().subList(0, kept));
            List<GenerationFacts> merged =
                    before.generations().subList(kept, before.generations().size());
            long id = before.nextId();
            copy(id, before.sealed(), merged, record -> record.expires().isAfter(now))
                    .ifPresent(after::add);
            switchTo(new StoreState(withinLimits(after, now), List.of(before.active())));
        }
        return true;
    }

    /**
     * Takes out every record that {@code goes}; waits for the lock.
     *
     * @throws IOException if it could not; the message is a sentence
     */
    Removed remove(Predicate<JournalRecord> goes, Instant now, Duration longestWait) throws IOException {
        LockFile.Held held = lock.acquire(longestWait);
        try (held) {
            observer.done(StoreObserver.Step.LOCKED);
            StoreState before = rotate();
            Count count = new Count(goes);
            List<GenerationFacts> after = new ArrayList<>();
            long id = before.nextId();
            for (GenerationFacts facts : before.generations()) {
                long removed = count.entries;
                try (Generation generation = Generation.open(files.generation(facts.id()), facts)) {
                    generation.records().forEachRemaining(count::test);
                } catch (Generation.Damaged unreadable) {
                    // What cannot be read cannot be told apart, so it goes as a whole.
                    count.add(facts.entries(), facts.bytes());
                    continue;
                }
                if (count.entries == removed) {
                    after.add(facts);
                } else {
                    copy(id++, List.of(), List.of(facts), goes.negate()).ifPresent(after::add);
                }
            }
            Predicate<JournalRecord> stays =
                    record -> !count.test(record) && record.expires().isAfter(now);
            copy(id, before.sealed(), List.of(), stays).ifPresent(after::add);
            switchTo(new StoreState(after, List.of(before.active())));
            return count.removed();
        }
    }

    /** Counts what goes. */
    static final class Count implements Predicate<JournalRecord> {
        private final Predicate<JournalRecord> goes;
        private long entries;
        private long bytes;

        Count(Predicate<JournalRecord> goes) {
            this.goes = goes;
        }

        @Override
        public boolean test(JournalRecord record) {
            boolean removed = goes.test(record);
            if (removed) {
                entries++;
                bytes += record.value().length;
            }
            return removed;
        }

        void add(long moreEntries, long moreBytes) {
            entries += moreEntries;
            bytes += moreBytes;
        }

        Removed removed() {
            return new Removed(entries, bytes);
        }
    }

    Optional<LockFile.Held> tryLock(Duration longestWait) {
        try {
            return Optional.of(lock.acquire(longestWait));
        } catch (IOException takenOrNotPossible) {
            return Optional.empty();
        }
    }

    /** The journals so far take nothing more; a journal without a record is left as it is. */
    private StoreState rotate() throws IOException {
        StoreState state = files.state();
        if (size(files.journal(state.active())) > 0) {
            state = state.rotated();
            files.write(state);
        }
        observer.done(StoreObserver.Step.ROTATED);
        return state;
    }

    private Optional<GenerationFacts> copy(
            long id, List<Long> journals, List<GenerationFacts> generations, Predicate<JournalRecord> stays)
            throws IOException {
        Path file = files.generation(id);
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        Path keys = files.keys(id);
        List<Closeable> open = new ArrayList<>();
        try {
            // The newest first: what is in it counts.
            List<Iterator<JournalRecord>> sources = new ArrayList<>();
            if (!journals.isEmpty()) {
                SortedJournals sorted = SortedJournals.read(
                        journals.stream().map(files::journal).toList());
                open.add(sorted);
                sources.add(sorted.records());
            }
            List<GenerationFacts> newestFirst = new ArrayList<>(generations);
            Collections.reverse(newestFirst);
            for (GenerationFacts facts : newestFirst) {
                try {
                    Generation generation = Generation.open(files.generation(facts.id()), facts);
                    open.add(generation);
                    sources.add(generation.records());
                } catch (Generation.Damaged unreadable) {
                    // Its answers are lost already; the next question makes them anew.
                }
            }
            Iterator<JournalRecord> records = new MergedRecords(sources, stays);
            if (!records.hasNext()) {
                return Optional.empty();
            }
            for (Path made : List.of(temporary, keys)) {
                Files.deleteIfExists(made);
                PrivateFiles.createFile(made);
            }
            GenerationFacts facts = Generation.write(id, temporary, keys, records);
            observer.done(StoreObserver.Step.COPIED);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            observer.done(StoreObserver.Step.NAMED);
            return Optional.of(facts);
        } catch (IOException | UncheckedIOException failure) {
            Files.deleteIfExists(temporary);
            Files.deleteIfExists(keys);
            throw FileProblem.explain("fold the cache into", file, failure);
        } finally {
            for (Closeable source : open) {
                source.close();
            }
        }
    }

    private List<GenerationFacts> withinLimits(List<GenerationFacts> generations, Instant now) {
        List<GenerationFacts> kept = new ArrayList<>(generations);
        kept.removeIf(facts -> !facts.over().isAfter(now));
        long bytes = kept.stream().mapToLong(GenerationFacts::bytes).sum();
        while (bytes > maxBytes && !kept.isEmpty()) {
            bytes -= kept.remove(0).bytes();
        }
        return kept;
    }

    private void switchTo(StoreState state) throws IOException {
        files.write(state);
        observer.done(StoreObserver.Step.SWITCHED);
        for (Path rest : files.leftOver(state)) {
            Files.deleteIfExists(rest);
        }
        observer.done(StoreObserver.Step.DELETED);
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }
}
