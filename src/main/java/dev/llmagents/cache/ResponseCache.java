package dev.llmagents.cache;

import java.time.Duration;
import java.util.Optional;

/** Keeps answers for a while. Safe for use by several threads; trouble with the store never reaches the caller. */
public interface ResponseCache extends AutoCloseable {

    /** The answer kept under {@code key}, unless its time is over. */
    Optional<CachedAnswer> get(CacheKey key);

    /**
     * Keeps {@code answer} for {@code ttl}.
     *
     * @param tenant whose it is, for removal by tenant
     */
    void put(CacheKey key, String tenant, CachedAnswer answer, Duration ttl);

    @Override
    default void close() {}
}
