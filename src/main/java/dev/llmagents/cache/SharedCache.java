package dev.llmagents.cache;

import dev.llmagents.file.Uninterrupted;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The cache that all processes of a user share: journals that are appended to, and generations that journals are folded
 * into.
 *
 * <p>Nobody who looks up or keeps an answer waits for a lock. A file that is damaged is set aside; a folder that cannot be
 * used is replaced by memory for this process. Either is said once and never stops a run. Safe for use by several threads.
 */
public final class SharedCache implements ResponseCache {
    // For so long an answer in memory is served without a look at the files, and one that another process has removed
    // or
    // replaced may still be served; an answer that is not in memory is always looked for.
    private static final Duration UNSEEN = Duration.ofMillis(20);
    // Each time the store was folded in between; nobody is that unlucky.
    private static final int MOST_TRIES = 20;
    private static final int MOST_MISSES = 10_000;

    private final StoreFiles files;
    private final Clock clock;
    private final Consumer<String> warnings;
    private final Limits limits;
    private final StoreObserver observer;
    private final ResponseCache memory;
    private final StoreRepair repair;
    private final Folding folding;
    private final Map<Long, Journal> journals = new HashMap<>();
    private final Set<Long> checked = new HashSet<>();
    private final OpenGenerations generations;
    private final LatestAnswers latest = new LatestAnswers();
    private final LongSupplier nanos;
    private final Set<CacheKey> missed = new HashSet<>();
    private long hits;
    private long misses;
    // What the latest answers were read from, and when that was looked at.
    private StoreState seen = StoreState.FIRST;
    private long seenChanges = -1;
    private long seenAt;
    private Optional<StoreState> lastState = Optional.empty();
    private boolean usable = true;

    /**
     * When the store is folded, and how large it may get.
     *
     * @param maxBytes what the generations take at most; the oldest go first
     * @param journalBytes a journal larger than this is folded at once, beside the run
     * @param journalBytesAtExit one larger than this when a run is over
     * @param journalAge one that is older, too
     */
    public record Limits(long maxBytes, long journalBytes, long journalBytesAtExit, Duration journalAge) {
        public static final Limits DEFAULT = of(512L << 20);

        /** The usual ones, with room for {@code maxBytes}. */
        public static Limits of(long maxBytes) {
            return new Limits(maxBytes, 16L << 20, 1L << 20, Duration.ofDays(1));
        }
    }

    /** A cache with the usual limits. */
    public SharedCache(Path folder, Clock clock, Consumer<String> warnings) {
        this(folder, Limits.DEFAULT, clock, warnings);
    }

    /**
     * @param folder the folder of the store, made if it is missing
     * @param warnings is told, in one sentence, what went wrong with the store
     */
    public SharedCache(Path folder, Limits limits, Clock clock, Consumer<String> warnings) {
        this(folder, limits, clock, warnings, StoreObserver.NONE);
    }

    SharedCache(Path folder, Limits limits, Clock clock, Consumer<String> warnings, StoreObserver observer) {
        this(folder, limits, clock, System::nanoTime, warnings, observer);
    }

    SharedCache(
            Path folder,
            Limits limits,
            Clock clock,
            LongSupplier nanos,
            Consumer<String> warnings,
            StoreObserver observer) {
        this.files = new StoreFiles(folder.resolve("v1"));
        this.limits = limits;
        this.clock = clock;
        this.nanos = nanos;
        this.warnings = warnings;
        this.observer = observer;
        this.memory = new MemoryCache(clock);
        this.repair = new StoreRepair(files, clock, warnings);
        this.folding = new Folding(files, limits, clock, observer);
        this.generations = new OpenGenerations(files, repair::setAside);
    }

    @Override
    public synchronized Optional<CachedAnswer> get(CacheKey key) {
        Optional<CachedAnswer> answer = kept(key).or(() -> memory.get(key));
        if (answer.isPresent()) {
            hits++;
        } else if (missed.size() < MOST_MISSES && missed.add(key)) {
            // A question is looked up twice before it is asked, and missed once.
            misses++;
        }
        return answer;
    }

    private Optional<CachedAnswer> kept(CacheKey key) {
        if (usable) {
            try {
                return Uninterrupted.run(() -> answer(key));
            } catch (IOException trouble) {
                useMemory(trouble);
            }
        }
        return Optional.empty();
    }

    private Optional<CachedAnswer> answer(CacheKey key) throws IOException {
        Instant now = clock.instant();
        Optional<CachedAnswer> known = latest.get(key, now);
        if (known.isPresent() && isAsSeen(now)) {
            return known;
        }
        Optional<JournalRecord> record = found(key);
        Optional<CachedAnswer> answer = record.flatMap(found -> CachedAnswer.fromBytes(found.value()));
        // What was not looked at as a whole before the answer was read may have changed between the two.
        if (answer.isPresent() && isAsSeen(now)) {
            latest.put(key, answer.get(), record.get().expires());
        }
        return answer;
    }

    /** Whether the store is the one that the latest answers came from, as of {@link #UNSEEN} ago at most. */
    private boolean isAsSeen(Instant now) throws IOException {
        long moment = nanos.getAsLong();
        if (seenChanges >= 0 && moment - seenAt < UNSEEN.toNanos()) {
            return true;
        }
        StoreState state = state();
        long changes = 0;
        for (Long id : state.journals()) {
            changes += journal(id).changes(now);
        }
        boolean same = changes == seenChanges && state.equals(seen);
        if (!same) {
            latest.clear();
        }
        seen = state;
        seenChanges = changes;
        seenAt = moment;
        return same;
    }

    private Optional<JournalRecord> found(CacheKey key) throws IOException {
        Instant now = clock.instant();
        StoreState state = lastState();
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            observer.done(StoreObserver.Step.STATE_READ);
            Optional<JournalRecord> found = foundIn(state, key, now);
            StoreState after = state();
            if (after.equals(state)) {
                return found;
            }
            // What was looked through has been folded meanwhile.
            state = after;
        }
        return Optional.empty();
    }

    private Optional<JournalRecord> foundIn(StoreState state, CacheKey key, Instant now) throws IOException {
        List<Long> ids = state.journals();
        for (int i = ids.size() - 1; i >= 0; i--) {
            Optional<JournalRecord> found = journal(ids.get(i)).get(key, now);
            if (found.isPresent()) {
                return found;
            }
        }
        return generations.get(state, key, now);
    }

    @Override
    public synchronized void put(CacheKey key, String tenant, CachedAnswer answer, Duration ttl) {
        missed.remove(key);
        latest.remove(key);
        byte[] value = answer.toBytes();
        if (usable && JournalRecord.fits(tenant, value)) {
            try {
                Instant now = clock.instant();
                JournalRecord kept = new JournalRecord(key, now, Expiry.of(now, ttl), tenant, value);
                long journalBytes = Uninterrupted.run(() -> append(kept));
                if (journalBytes > limits.journalBytes()) {
                    folding.beginBeside();
                }
                return;
            } catch (IOException trouble) {
                useMemory(trouble);
            }
        }
        memory.put(key, tenant, answer, ttl);
    }

    /** Appends until the journal that took the record still was the one that counts; the length of that journal. */
    private long append(JournalRecord record) throws IOException {
        StoreState state = lastState();
        boolean isSure = false;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            observer.done(StoreObserver.Step.STATE_READ);
            Journal journal = journal(state.active());
            // One that is gone may have been folded since the last look: then it must not be begun anew.
            OptionalLong size = isSure ? journal.append(record) : journal.appendIfThere(record);
            observer.done(StoreObserver.Step.APPENDED);
            StoreState after = state();
            if (size.isPresent() && after.active() == state.active()) {
                return size.getAsLong();
            }
            // A fold may have read that journal already: what is in it twice does no harm, what is in it late is lost.
            state = after;
            isSure = true;
        }
        throw new IOException("the store in " + files.folder() + " changes all the time");
    }

    private Journal journal(long id) throws IOException {
        Journal journal = journals.get(id);
        if (journal == null) {
            journal = new Journal(files.journal(id));
            journals.put(id, journal);
        }
        if (checked.add(id)) {
            repair.setAsideIfForeign(id);
        }
        return journal;
    }

    /** What counted at the last look: for who looks at {@link #state} behind it, before anything comes of it. */
    private StoreState lastState() throws IOException {
        return lastState.isPresent() ? lastState.get() : state();
    }

    /** What counts now; closes what does not. */
    private StoreState state() throws IOException {
        StoreState state;
        try {
            state = files.state();
        } catch (StoreFiles.Damaged damaged) {
            state = repair.repaired();
        }
        if (journals.size() > state.journals().size()) {
            for (Long id : List.copyOf(journals.keySet())) {
                if (!state.journals().contains(id)) {
                    checked.remove(id);
                    journals.remove(id).close();
                    // One of the same number would begin to count anew.
                    seenChanges = -1;
                }
            }
        }
        lastState = Optional.of(state);
        return state;
    }

    private void useMemory(IOException trouble) {
        usable = false;
        warnings.accept("The cache in " + files.folder() + " cannot be used (" + trouble.getMessage()
                + "); answers are kept in memory for this run only.");
    }

    /** Folds if that is due: when a run is over, its result is out and nobody waits for the next answer. */
    @Override
    public void close() {
        boolean beside = folding.awaitBeside();
        synchronized (this) {
            try {
                if (usable && hits + misses > 0) {
                    new HitCounts(hits, misses).addTo(files.counts());
                    hits = 0;
                    misses = 0;
                }
                if (usable && !beside && !Thread.currentThread().isInterrupted() && folding.isDue()) {
                    folding.run();
                }
            } catch (IOException notNow) {
                // Neither the sums nor the fold are worth a word: the next run does it.
            } finally {
                release();
            }
        }
    }

    private void release() {
        generations.close();
        latest.clear();
        seenChanges = -1;
        try {
            for (Journal journal : journals.values()) {
                journal.close();
            }
            files.close();
        } catch (IOException alreadyGone) {
            // Nothing is buffered, so nothing is lost.
        }
        journals.clear();
        checked.clear();
    }
}
