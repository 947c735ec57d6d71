package dev.llmagents.cache;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** One of several processes of {@code scripts/bench/cache}: puts and gets 4 KiB answers and tells how long they took. */
public final class CacheBench {
    private CacheBench() {}

    /** @param arguments the folder, the process's number, how many processes, how many answers, bytes at which to fold */
    public static void main(String[] arguments) {
        int number = Integer.parseInt(arguments[1]);
        int processes = Integer.parseInt(arguments[2]);
        int entries = Integer.parseInt(arguments[3]);
        SharedCache.Limits limits =
                new SharedCache.Limits(1L << 30, Long.parseLong(arguments[4]), 1L << 20, Duration.ofDays(1));
        long[] puts = new long[entries];
        long[] gets = new long[entries];
        int misses = 0;
        long closing;
        try (SharedCache cache =
                new SharedCache(Path.of(arguments[0]), limits, Clock.systemUTC(), System.err::println)) {
            // Loading the classes of a cold process is no wait for others.
            cache.put(Samples.key("first" + number), "acme", Samples.answer("first"), Duration.ofHours(1));
            cache.get(Samples.key("first" + number));
            for (int i = 0; i < entries; i++) {
                String name = number + "-" + i;
                CachedAnswer answer = Samples.answer(CacheWriter.content(name));
                CacheKey key = Samples.key(name);
                long start = System.nanoTime();
                cache.put(key, "acme", answer, Duration.ofHours(1));
                puts[i] = System.nanoTime() - start;
                // Every other look-up is for an answer of the neighbour, who may not have put it yet.
                String wanted = i % 2 == 0 ? name : (number + 1) % processes + "-" + i / 2;
                CacheKey wantedKey = Samples.key(wanted);
                start = System.nanoTime();
                boolean found = cache.get(wantedKey).isPresent();
                gets[i] = System.nanoTime() - start;
                misses += i % 2 == 0 && !found ? 1 : 0;
            }
            closing = System.nanoTime();
        }
        System.out.println(String.format(
                Locale.ROOT,
                "| %d | %s | %s | %.0f | %d |",
                number,
                row(puts),
                row(gets),
                (System.nanoTime() - closing) / 1e6,
                misses));
    }

    /** Median, 99th percentile and worst, in milliseconds. */
    private static String row(long[] nanos) {
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "%.2f | %.1f | %.0f",
                nanos[nanos.length / 2] / 1e6,
                nanos[(int) Math.ceil(nanos.length * 0.99) - 1] / 1e6,
                nanos[nanos.length - 1] / 1e6);
    }
}
