package dev.llmagents.cache;

import static dev.llmagents.cache.Samples.NOW;
import static dev.llmagents.cache.Samples.answer;
import static dev.llmagents.cache.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The race between appends, folds, removals and kills, step by step: the program's own code runs as several processes of
 * which one moves at a time, from one step of the store to the next. A seeded random generator chooses who, and who is
 * killed where. A model knows what was acknowledged.
 *
 * <p>{@code -Dllmagents.race.seeds=5000} runs as many more.
 */
@Timeout(300)
class StoreRaceTest {
    private static final int PROCESSES = 4;
    private static final int OPERATIONS = 40;
    private static final int OWN_KEYS = 3;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final SharedCache.Limits EAGER = new SharedCache.Limits(1L << 30, 1L << 30, 0, Duration.ofDays(1));

    @TempDir
    Path folder;

    private final Map<String, Integer> acknowledged = new HashMap<>();
    private final Map<String, Integer> begun = new HashMap<>();
    private final List<String> violations = new ArrayList<>();
    private final Map<StoreObserver.Step, Integer> kills = new EnumMap<>(StoreObserver.Step.class);
    private final Map<StoreObserver.Step, Integer> switches = new EnumMap<>(StoreObserver.Step.class);
    private final List<String> warnings = new ArrayList<>();
    private int removals;

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** One process: a thread that waits for its turn at each step. */
    private final class Actor implements StoreObserver {
        private final int number;
        private final Path store;
        private final Random random;
        private final Semaphore turn = new Semaphore(0);
        private final Semaphore paused = new Semaphore(0);
        private final AtomicLong moment = new AtomicLong();
        private Optional<StoreObserver.Step> at = Optional.empty();
        private boolean doomed;
        private volatile boolean over;
        private SharedCache cache;

        private Actor(int number, Path store, long seed) {
            this.number = number;
            this.store = store;
            this.random = new Random(seed * 31 + number);
            this.cache = open();
        }

        private SharedCache open() {
            // Time flies: what was looked up a moment ago is never trusted.
            return new SharedCache(
                    store,
                    EAGER,
                    Clock.fixed(NOW, ZoneOffset.UTC),
                    () -> moment.addAndGet(Duration.ofHours(1).toNanos()),
                    warnings::add,
                    this);
        }

        @Override
        public void done(StoreObserver.Step step) {
            if (over) {
                return;
            }
            at = Optional.of(step);
            switches.merge(step, 1, Integer::sum);
            pause();
            if (doomed) {
                doomed = false;
                kills.merge(step, 1, Integer::sum);
                throw new Killed();
            }
        }

        private void pause() {
            paused.release();
            turn.acquireUninterruptibly();
        }

        private void work() {
            turn.acquireUninterruptibly();
            try {
                for (int i = 0; i < OPERATIONS; i++) {
                    try {
                        operate(i);
                    } catch (Killed killed) {
                        cache = open();
                    }
                    at = Optional.empty();
                    pause();
                }
            } catch (IOException | RuntimeException failure) {
                violations.add(failure.toString());
            } finally {
                over = true;
                paused.release();
            }
        }

        private void operate(int i) throws IOException {
            switch (random.nextInt(8)) {
                case 0, 1 -> put("new-" + number + "-" + i);
                case 2 -> put("own-" + number + "-" + random.nextInt(OWN_KEYS));
                case 3, 4, 5 -> lookAtOne();
                case 6 -> {
                    // The end of a run, with its fold, and the next run.
                    cache.close();
                    cache = open();
                }
                default -> {
                    if (random.nextInt(4) == 0) {
                        removeTenant("gone-" + number + "-" + i);
                    } else {
                        cache.close();
                        cache = open();
                    }
                }
            }
        }

        private void put(String name) {
            int version = begun.merge(name, 1, Integer::sum);
            cache.put(key(name), "acme", answer(name + "=" + version), HOUR);
            acknowledged.merge(name, version, Math::max);
        }

        private void lookAtOne() {
            List<String> names = acknowledged.keySet().stream().sorted().toList();
            if (names.isEmpty()) {
                return;
            }
            String name = names.get(random.nextInt(names.size()));
            int atLeast = acknowledged.get(name);
            expect(cache, name, atLeast);
        }

        /** An answer of another tenant goes, and with it nothing else. */
        private void removeTenant(String name) throws IOException {
            cache.put(key(name), "gone" + number, answer(name + "=1"), HOUR);
            try (StoreFiles files = new StoreFiles(store.resolve("v1"))) {
                new Fold(files, EAGER.maxBytes(), this)
                        .remove(record -> record.tenant().equals("gone" + number), NOW, Duration.ZERO);
            } catch (IOException lockIsTaken) {
                return;
            }
            removals++;
            if (cache.get(key(name)).isPresent()) {
                violations.add(name + " was removed and is still there");
            }
        }
    }

    private void expect(SharedCache cache, String name, int atLeast) {
        Optional<String> content = cache.get(key(name)).map(CachedAnswer::content);
        if (content.isEmpty()) {
            violations.add(name + "=" + atLeast + " was acknowledged and is lost");
            return;
        }
        String[] parts = content.get().split("=", -1);
        int version = Integer.parseInt(parts[1]);
        if (!parts[0].equals(name) || version < atLeast || version > begun.get(name)) {
            violations.add(name + "=" + atLeast + " was acknowledged, but there is " + content.get());
        }
    }

    private void race(long seed) throws InterruptedException {
        acknowledged.clear();
        begun.clear();
        Random random = new Random(seed);
        Path store = folder.resolve("store-" + seed);
        List<Actor> actors = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            Actor actor = new Actor(i, store, seed);
            actors.add(actor);
            Thread thread = new Thread(actor::work, "actor-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        List<Actor> alive = new ArrayList<>(actors);
        while (!alive.isEmpty()) {
            Actor next = alive.get(random.nextInt(alive.size()));
            // Some stand still for long, as a process that the system has put aside.
            int steps = 1 + random.nextInt(4);
            for (int step = 0; step < steps && !next.over; step++) {
                next.doomed = next.at.isPresent() && random.nextInt(25) == 0;
                next.turn.release();
                next.paused.acquire();
            }
            alive.removeIf(actor -> actor.over);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        try (SharedCache last = new SharedCache(store, Clock.fixed(NOW, ZoneOffset.UTC), warnings::add)) {
            acknowledged.forEach((name, version) -> expect(last, name, version));
        }
        assertEquals(List.of(), violations, "seed " + seed);
        assertEquals(List.of(), warnings, "seed " + seed);
        actors.forEach(actor -> actor.cache.close());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1001, 2001})
    void nothing_acknowledged_is_lost_or_wrong_whoever_moves_and_whoever_is_killed(long first)
            throws InterruptedException {
        int seeds = Integer.getInteger("llmagents.race.seeds", 8);
        for (long seed = first; seed < first + seeds; seed++) {
            race(seed);
        }
        Set<StoreObserver.Step> all = new HashSet<>(Set.of(StoreObserver.Step.values()));
        assertEquals(all, switches.keySet(), "steps at which another moved on");
        assertTrue(kills.size() >= all.size() - 2, "killed only at " + kills);
        assertTrue(removals > 0, "nothing was ever removed");
    }
}
