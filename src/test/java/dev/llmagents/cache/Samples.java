package dev.llmagents.cache;

import dev.llmagents.json.Sha256;
import dev.llmagents.llm.TokenUsage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Entries for tests: each value says which key it belongs to. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private Samples() {}

    static CacheKey key(String name) {
        return new CacheKey(Sha256.of(name));
    }

    static CachedAnswer answer(String content) {
        return new CachedAnswer("id", content, "gpt-4o-mini", "openai", new TokenUsage(5, 1, 2, 4, 3));
    }

    static JournalRecord entry(String name, int version) {
        return new JournalRecord(key(name), NOW, NOW.plusSeconds(3600), "acme", value(name, version));
    }

    static byte[] value(String name, int version) {
        return (name + "=" + version).getBytes(StandardCharsets.UTF_8);
    }
}
