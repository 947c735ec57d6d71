package dev.llmagents.cache;

import dev.llmagents.cache.StoreState.GenerationFacts;
import dev.llmagents.file.FileProblem;
import dev.llmagents.file.LockFile;
import dev.llmagents.file.Uninterrupted;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_FOLD = Duration.ofSeconds(1);
    // For so long an answer in memory is served without a look at the files, and one that another process has removed
    // or
    // replaced may still be served; an answer that is not in memory is always looked for.
    private static final Duration UNSEEN = Duration.ofMillis(20);
    // Each time the store was folded in between; nobody is that unlucky.
    private static final int MOST_TRIES = 20;
    private static final int MOST_MISSES = 10_000;
    private static final int CREATED_AT = JournalRecord.HEADER + 32;

    private final StoreFiles files;
    private final Clock clock;
    private final Consumer<String> warnings;
    private final Limits limits;
    private final StoreObserver observer;
    private final ResponseCache memory;
    private final Map<Long, Journal> journals = new HashMap<>();
    private final Set<Long> checked = new HashSet<>();
    private final OpenGenerations generations;
    private final LatestAnswers latest = new LatestAnswers();
    private final LongSupplier nanos;
    private final Set<CacheKey> missed = new HashSet<>();
    private Optional<Thread> folding = Optional.empty();
    private long hits;
    private long misses;
    // What the latest answers were read from, and when that was looked at.
    private StoreState seen = StoreState.FIRST;
    private long seenChanges = -1;
    private long seenAt;
    private Optional<StoreState> lastState = Optional.empty();
    private long lastLook;
    private boolean saidDamaged;
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
        this.generations = new OpenGenerations(files, this::setAside);
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
        StoreState state = recentState();
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
                    foldBeside();
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
        StoreState state = recentState();
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            observer.done(StoreObserver.Step.STATE_READ);
            long size = journal(state.active()).append(record);
            observer.done(StoreObserver.Step.APPENDED);
            StoreState after = state();
            if (after.active() == state.active()) {
                return size;
            }
            // A fold may have read that journal already: what is in it twice does no harm, what is in it late is lost.
            state = after;
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
            setAsideIfForeign(id);
        }
        return journal;
    }

    /** What counted a moment ago: for who asks for {@link #state} behind it, before anything comes of it. */
    private StoreState recentState() throws IOException {
        return lastState.isPresent() && nanos.getAsLong() - lastLook < UNSEEN.toNanos() ? lastState.get() : state();
    }

    /** What counts now; closes what does not. */
    private StoreState state() throws IOException {
        StoreState state;
        try {
            state = files.state();
        } catch (StoreFiles.Damaged damaged) {
            state = repaired();
        }
        if (journals.size() > state.journals().size()) {
            for (Long id : List.copyOf(journals.keySet())) {
                if (!state.journals().contains(id)) {
                    checked.remove(id);
                    journals.remove(id).close();
                }
            }
        }
        lastState = Optional.of(state);
        lastLook = nanos.getAsLong();
        return state;
    }

    /** A store whose {@code CURRENT} is no more: the journals are read again, what was folded is given up. */
    @SuppressWarnings("try") // The lock is held, not used.
    private StoreState repaired() throws IOException {
        try (LockFile.Held held = new LockFile(files.lock()).acquire(LONGEST_WAIT)) {
            try {
                return files.state();
            } catch (StoreFiles.Damaged still) {
                List<Long> ids = new ArrayList<>(files.journalsFound());
                ids.add(files.highestFound() + 1);
                if (Files.exists(files.current())) {
                    sayDamaged(moveAside(files.current()));
                } else {
                    sayDamaged(files.current());
                }
                StoreState state = new StoreState(List.of(), ids);
                files.write(state);
                return state;
            }
        }
    }

    @SuppressWarnings("try") // The lock is held, not used.
    private void setAsideIfForeign(long id) throws IOException {
        Path file = files.journal(id);
        if (!Journal.isForeign(file)) {
            return;
        }
        try (LockFile.Held held = new LockFile(files.folder().resolve("lock-aside")).acquire(LONGEST_WAIT)) {
            // Another process may have done so meanwhile, and what it has begun must stay.
            if (Journal.isForeign(file)) {
                sayDamaged(moveAside(file));
            }
        }
    }

    /** A generation that cannot be read; where somebody folds just now, that one leaves it out. */
    @SuppressWarnings("try") // The lock is held, not used.
    private void setAside(GenerationFacts facts) {
        try (LockFile.Held held = new LockFile(files.lock()).acquire(Duration.ZERO)) {
            StoreState state = files.state();
            if (state.generations().contains(facts)) {
                List<GenerationFacts> rest = new ArrayList<>(state.generations());
                rest.remove(facts);
                files.write(new StoreState(rest, state.journals()));
                Files.deleteIfExists(files.keys(facts.id()));
                sayDamaged(moveAside(files.generation(facts.id())));
            }
        } catch (IOException laterThen) {
            sayDamaged(files.generation(facts.id()));
        }
    }

    private Path moveAside(Path file) throws IOException {
        Path aside = file.resolveSibling(
                file.getFileName() + StoreFiles.DAMAGED + clock.instant().toEpochMilli());
        try {
            Files.move(file, aside);
            return aside;
        } catch (IOException failure) {
            throw FileProblem.explain("set aside", file, failure);
        }
    }

    private void sayDamaged(Path kept) {
        if (!saidDamaged) {
            saidDamaged = true;
            warnings.accept("The cache was damaged; it is kept as " + kept + " and a new one was started.");
        }
    }

    private void useMemory(IOException trouble) {
        usable = false;
        warnings.accept("The cache in " + files.folder() + " cannot be used (" + trouble.getMessage()
                + "); answers are kept in memory for this run only.");
    }

    /** By a thread of its own, so that no answer waits; it ends with the process, which does no harm. */
    private void foldBeside() {
        if (folding.isEmpty() || !folding.get().isAlive()) {
            Thread thread = new Thread(this::fold, "llm-agents-cache-fold");
            thread.setDaemon(true);
            folding = Optional.of(thread);
            thread.start();
        }
    }

    /** Whether a fold was made; trouble with it leaves the journals as they are. */
    private boolean fold() {
        try (StoreFiles own = new StoreFiles(files.folder())) {
            HitCounts.shorten(own.counts());
            return new Fold(own, limits.maxBytes(), observer).run(clock.instant());
        } catch (IOException | RuntimeException nextTime) {
            return false;
        }
    }

    private boolean isFoldDue() throws IOException {
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

    /** Folds if that is due: when a run is over, its result is out and nobody waits for the next answer. */
    @Override
    public void close() {
        Optional<Thread> beside;
        synchronized (this) {
            beside = folding;
        }
        try {
            if (beside.isPresent()) {
                beside.get().join(LONGEST_FOLD.toMillis());
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            try {
                if (usable && hits + misses > 0) {
                    new HitCounts(hits, misses).addTo(files.counts());
                    hits = 0;
                    misses = 0;
                }
                if (usable && beside.isEmpty() && !Thread.currentThread().isInterrupted() && isFoldDue()) {
                    fold();
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
