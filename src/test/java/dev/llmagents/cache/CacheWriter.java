package dev.llmagents.cache;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Another process that uses the cache: puts entries, says so line by line, and reads back what it and others put. */
public final class CacheWriter {
    private CacheWriter() {}

    /** @param arguments the folder, the writer's name, how many entries; without end if that is negative */
    public static void main(String[] arguments) {
        int entries = Integer.parseInt(arguments[2]);
        // Folds beside the run all the time, so that kills hit folds too.
        SharedCache.Limits limits = arguments.length > 3
                ? new SharedCache.Limits(1L << 30, Long.parseLong(arguments[3]), 0, Duration.ofDays(1))
                : SharedCache.Limits.DEFAULT;
        try (SharedCache cache =
                new SharedCache(Path.of(arguments[0]), limits, Clock.systemUTC(), System.err::println)) {
            for (int i = 0; entries < 0 || i < entries; i++) {
                String name = arguments[1] + "-" + i;
                cache.put(Samples.key(name), "acme", Samples.answer(content(name)), Duration.ofHours(1));
                System.out.println(name);
                System.out.flush();
                String own =
                        cache.get(Samples.key(name)).map(CachedAnswer::content).orElse("nothing");
                if (!own.equals(content(name))) {
                    System.err.println(name + " reads " + own);
                }
            }
        }
    }

    /** Long enough that a kill may well come in the middle of writing it. */
    static String content(String name) {
        return name + " ".repeat(4000) + name;
    }
}
