package dev.llmagents.cache;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers that were read from the store lately, so that one that is asked for again need not be read again. Bounded. Not
 * safe for threads.
 */
final class LatestAnswers {
    private static final int MOST_ANSWERS = 500;
    private static final int MOST_CHARS = 4 << 20;

    private final Map<CacheKey, Kept> answers = new LinkedHashMap<>(16, 0.75f, true);
    private long chars;

    private record Kept(CachedAnswer answer, Instant expires) {
        private int chars() {
            return answer.content().length();
        }
    }

    /** The answer under {@code key} unless its time is over. */
    Optional<CachedAnswer> get(CacheKey key, Instant now) {
        return Optional.ofNullable(answers.get(key))
                .filter(kept -> now.isBefore(kept.expires()))
                .map(Kept::answer);
    }

    /** Keeps an answer; those that nobody has asked for the longest make room for it. */
    void put(CacheKey key, CachedAnswer answer, Instant expires) {
        remove(key);
        Kept kept = new Kept(answer, expires);
        answers.put(key, kept);
        chars += kept.chars();
        Iterator<Kept> oldest = answers.values().iterator();
        while (answers.size() > MOST_ANSWERS || chars > MOST_CHARS) {
            chars -= oldest.next().chars();
            oldest.remove();
        }
    }

    void remove(CacheKey key) {
        Kept kept = answers.remove(key);
        chars -= kept == null ? 0 : kept.chars();
    }

    void clear() {
        answers.clear();
        chars = 0;
    }
}
