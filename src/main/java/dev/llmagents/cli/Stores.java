package dev.llmagents.cli;

import dev.llmagents.app.Folders;
import dev.llmagents.cache.CacheStore;
import dev.llmagents.record.Runs;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What commands over the stores of this machine share. */
final class Stores {
    private static final long KIB = 1 << 10;
    private static final long MIB = 1 << 20;
    private static final long GIB = 1 << 30;

    private Stores() {}

    /** The cache; empty if the environment names no home. */
    static Optional<CacheStore> cache(CommandContext context) {
        return Folders.of(context.environment())
                .cache()
                .map(folder -> new CacheStore(folder, context.time().clock()));
    }

    /** The folder of the usage log; empty if the environment names no home. */
    static Optional<Path> usage(CommandContext context) {
        return Folders.of(context.environment()).state().map(state -> state.resolve("usage"));
    }

    /** The kept runs; empty if the environment names no home. */
    static Optional<Runs> runs(CommandContext context) {
        return Folders.of(context.environment()).state().map(state -> new Runs(state.resolve("runs")));
    }

    /** {@code 1 answer}, {@code 3 answers}. */
    static String counted(long count, String one, String several) {
        return count + " " + (count == 1 ? one : several);
    }

    /** {@code 12.3 MiB}. */
    static String size(long bytes) {
        if (bytes < KIB) {
            return bytes + " B";
        }
        long unit = bytes < MIB ? KIB : bytes < GIB ? MIB : GIB;
        String name = bytes < MIB ? "KiB" : bytes < GIB ? "MiB" : "GiB";
        return String.format(Locale.ROOT, "%.1f %s", (double) bytes / unit, name);
    }
}
