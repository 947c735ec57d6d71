package dev.llmagents.cache;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps the latest answers of this process in memory, for runs whose store on disk cannot be used. */
public final class MemoryCache implements ResponseCache {
    private static final int MOST_ANSWERS = 1000;

    private final Clock clock;
    private final Map<CacheKey, Kept> answers = new LinkedHashMap<>();

    private record Kept(CachedAnswer answer, Instant expires) {}

    public MemoryCache(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<CachedAnswer> get(CacheKey key) {
        return Optional.ofNullable(answers.get(key))
                .filter(kept -> clock.instant().isBefore(kept.expires()))
                .map(Kept::answer);
    }

    @Override
    public synchronized void put(CacheKey key, String tenant, CachedAnswer answer, Duration ttl) {
        answers.remove(key);
        answers.put(key, new Kept(answer, Expiry.of(clock.instant(), ttl)));
        if (answers.size() > MOST_ANSWERS) {
            answers.remove(answers.keySet().iterator().next());
        }
    }
}
