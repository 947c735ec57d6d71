package dev.llmagents.cache;

import dev.llmagents.cache.StoreState.GenerationFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is to be said and done about the shared cache as a whole, while other processes go on using it. Safe for use by
 * several threads.
 */
public final class CacheStore {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final Path folder;
    private final Clock clock;

    /** @param folder the folder of the store; it need not exist */
    public CacheStore(Path folder, Clock clock) {
        this.folder = folder.resolve("v1");
        this.clock = clock;
    }

    /**
     * How large the store is.
     *
     * @param entries answers in it; one that was renewed counts in each file it stands in, and one whose time is over counts
     *     until it is folded away
     * @param bytes what all files take
     * @param oldest when the oldest answer was made, as far as known without reading all
     * @param hits how often an answer was there, close to the truth: a killed process does not tell
     */
    public record Summary(
            Path folder,
            long entries,
            long bytes,
            long generations,
            long generationBytes,
            long journals,
            long journalBytes,
            long setAside,
            Optional<Instant> oldest,
            long hits,
            long misses) {

        /** Hits of all questions, 0 to 1; empty without any. */
        public Optional<Double> hitRate() {
            return hits + misses == 0 ? Optional.empty() : Optional.of((double) hits / (hits + misses));
        }
    }

    /**
     * Which answers are meant; all of them without a restriction.
     *
     * @param tenant only this tenant's
     * @param before only those made before
     */
    public record Selection(Optional<String> tenant, Optional<Instant> before) {
        boolean isAll() {
            return tenant.isEmpty() && before.isEmpty();
        }

        private boolean holds(JournalRecord record) {
            return tenant.map(record.tenant()::equals).orElse(true)
                    && before.map(record.created()::isBefore).orElse(true);
        }
    }

    /**
     * What was removed, or would be.
     *
     * @param setAside damaged files, which nobody can tell tenants apart in and which go with every removal
     */
    public record Removed(long entries, long bytes, long setAside) {}

    /**
     * What was read to the end.
     *
     * @param damaged a sentence for each file that is not what was written
     */
    public record Verdict(long records, long files, List<String> damaged) {
        public Verdict {
            damaged = List.copyOf(damaged);
        }
    }

    public Summary summary() throws IOException {
        try (StoreFiles files = new StoreFiles(folder)) {
            StoreState state = files.state();
            long entries = 0;
            Optional<Instant> oldest = Optional.empty();
            for (GenerationFacts facts : state.generations()) {
                entries += facts.entries();
                oldest = Optional.of(oldest.filter(facts.oldest()::isAfter).orElse(facts.oldest()));
            }
            try (SortedJournals journals = journals(files, state)) {
                entries += journals.distinct();
                Optional<Instant> first = journals.oldest();
                if (first.isPresent() && oldest.map(first.get()::isBefore).orElse(true)) {
                    oldest = first;
                }
            }
            long journalBytes = 0;
            for (long id : state.journals()) {
                journalBytes += size(files.journal(id));
            }
            long bytes = journalBytes + state.generationBytes();
            for (GenerationFacts facts : state.generations()) {
                bytes += size(files.keys(facts.id()));
            }
            HitCounts counts = HitCounts.of(files.counts());
            return new Summary(
                    folder,
                    entries,
                    bytes,
                    state.generations().size(),
                    state.generationBytes(),
                    state.journals().size(),
                    journalBytes,
                    files.setAside().size(),
                    oldest,
                    counts.hits(),
                    counts.misses());
        }
    }

    /**
     * Removes what is meant from the disk.
     *
     * @throws IOException if it could not, for instance since another process has been folding for long
     */
    public Removed remove(Selection selection) throws IOException {
        if (!Files.isDirectory(folder)) {
            return new Removed(0, 0, 0);
        }
        try (StoreFiles files = new StoreFiles(folder)) {
            Predicate<JournalRecord> goes = selection::holds;
            Fold.Removed removed =
                    new Fold(files, Long.MAX_VALUE, StoreObserver.NONE).remove(goes, clock.instant(), LONGEST_WAIT);
            List<Path> aside = files.setAside();
            for (Path file : aside) {
                Files.deleteIfExists(file);
            }
            if (selection.isAll()) {
                Files.deleteIfExists(files.counts());
            }
            return new Removed(removed.entries(), removed.bytes(), aside.size());
        }
    }

    /** What {@link #remove} would remove. */
    public Removed wouldRemove(Selection selection) throws IOException {
        try (StoreFiles files = new StoreFiles(folder)) {
            StoreState state = files.state();
            Fold.Count count = new Fold.Count(selection::holds);
            for (GenerationFacts facts : state.generations()) {
                try (Generation generation = Generation.open(files.generation(facts.id()), facts)) {
                    generation.records().forEachRemaining(count::test);
                } catch (Generation.Damaged unreadable) {
                    count.add(facts.entries(), facts.bytes());
                }
            }
            try (SortedJournals journals = journals(files, state)) {
                journals.records().forEachRemaining(count::test);
            }
            return new Removed(
                    count.removed().entries(),
                    count.removed().bytes(),
                    files.setAside().size());
        }
    }

    /** Reads every record there is. */
    public Verdict verify() throws IOException {
        List<String> damaged = new ArrayList<>();
        long records = 0;
        long read = 0;
        try (StoreFiles files = new StoreFiles(folder)) {
            StoreState state;
            try {
                state = files.state();
            } catch (StoreFiles.Damaged unreadable) {
                return new Verdict(0, 1, List.of(unreadable.getMessage() + ": the next run starts a new store."));
            }
            for (GenerationFacts facts : state.generations()) {
                read++;
                Path file = files.generation(facts.id());
                try (Generation generation = Generation.open(file, facts)) {
                    Generation.Records all = generation.records();
                    long whole = count(all);
                    records += whole;
                    if (whole != facts.entries()) {
                        damaged.add(file + ": " + whole + " of " + facts.entries() + " answers are whole.");
                    }
                } catch (Generation.Damaged | NoSuchFileException unreadable) {
                    damaged.add(
                            file + ": the file is not what was written; its " + facts.entries() + " answers are lost.");
                }
                try {
                    KeyFilter.read(files.keys(facts.id()));
                } catch (IOException unreadable) {
                    damaged.add(files.keys(facts.id()) + ": the file is not what was written; no answer is lost.");
                }
            }
            for (long id : state.journals()) {
                Path file = files.journal(id);
                if (Files.exists(file)) {
                    read++;
                    try (SortedJournals journal = SortedJournals.read(List.of(file))) {
                        records += count(journal.records());
                        if (journal.skippedBytes() > 0) {
                            damaged.add(file + ": " + journal.skippedBytes() + " bytes belong to no whole answer.");
                        }
                    }
                }
            }
            for (Path aside : files.setAside()) {
                damaged.add(aside + ": was damaged and set aside; 'cache clear' removes it.");
            }
        }
        return new Verdict(records, read, damaged);
    }

    private static long count(Iterator<JournalRecord> records) {
        long count = 0;
        while (records.hasNext()) {
            records.next();
            count++;
        }
        return count;
    }

    private static SortedJournals journals(StoreFiles files, StoreState state) throws IOException {
        return SortedJournals.read(state.journals().stream().map(files::journal).toList());
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }
}
