package dev.llmagents.usage;

import dev.llmagents.file.OpenRecords;
import dev.llmagents.file.ReplaceLock;
import dev.llmagents.file.Uninterrupted;
import dev.llmagents.usage.stats.LogFiles;
import dev.llmagents.usage.stats.LogFiles.DayFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Usage records as lines of JSON, a file for each day of Universal Time and further ones where a day fills it, shared by
 * all processes of a user. Files are removed as a whole when their day is long past. Safe for use by several threads.
 *
 * <p>The file of the day and the lock stay open between lines: a line costs a lock, two looks at names and one write.
 */
public final class JsonlUsageLog implements UsageLog, Closeable {
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

    private final Path folder;
    private final Limits limits;
    private final Consumer<String> warnings;
    private final ReplaceLock lock;
    private OpenRecords records;
    private LocalDate day = LocalDate.EPOCH;
    private long number;
    private boolean warned;

    /**
     * How large a file gets and how long it stays.
     *
     * @param fileBytes from this size on lines go to the next file of the day; a few may still come when it is reached
     * @param keptDays how many days files are kept for
     */
    public record Limits(long fileBytes, Period keptDays) {
        /** A year and the weeks it takes to close its books. */
        public static final Limits DEFAULT = new Limits(256L << 20, Period.ofDays(400));
    }

    public JsonlUsageLog(Path folder, Consumer<String> warnings) {
        this(folder, Limits.DEFAULT, warnings);
    }

    /** @param warnings is told once, in one sentence, if lines cannot be kept */
    public JsonlUsageLog(Path folder, Limits limits, Consumer<String> warnings) {
        this.folder = folder;
        this.limits = limits;
        this.warnings = warnings;
        this.lock = ReplaceLock.kept(folder.resolve("lock"));
        this.records = new OpenRecords(file());
    }

    @Override
    public void append(UsageRecord usage) {
        append(usage.timestamp(), usage::toJsonLine);
    }

    /** Notes that rules answered in place of a model. */
    public void append(RulesRecord rules) {
        append(rules.timestamp(), rules::toJsonLine);
    }

    private void append(Instant time, Supplier<String> text) {
        try {
            // Outside of the lock: threads write one after the other, and need not wait for each other's words.
            write(time.atOffset(ZoneOffset.UTC).toLocalDate(), text.get());
        } catch (IOException | RuntimeException trouble) {
            warn(trouble);
        }
    }

    private synchronized void write(LocalDate today, String line) throws IOException {
        // A cancelled call is logged by the very thread that was interrupted.
        Uninterrupted.run(() -> {
            turnTo(today);
            lock.appending(LONGEST_WAIT, () -> {
                while (!records.append(line, limits.fileBytes())) {
                    number++;
                    open();
                }
            });
            return line;
        });
    }

    private synchronized void warn(Exception trouble) {
        if (!warned) {
            warned = true;
            warnings.accept("The usage log lost a line: " + trouble.getMessage() + ".");
        }
    }

    private void turnTo(LocalDate today) throws IOException {
        if (!today.equals(day)) {
            day = today;
            number = 0;
            open();
            if (!Files.exists(file())) {
                // Once a day, by whoever begins it.
                removeOld(today);
            }
        }
    }

    private void open() throws IOException {
        records.close();
        records = new OpenRecords(file());
    }

    /** Gives the files back; a line that comes later opens them again. */
    @Override
    public synchronized void close() throws IOException {
        records.close();
        lock.close();
    }

    private Path file() {
        return folder.resolve(LogFiles.name(day, number));
    }

    private void removeOld(LocalDate today) {
        LocalDate first = today.minus(limits.keptDays());
        try {
            for (DayFile old : LogFiles.in(folder)) {
                if (old.day().isBefore(first)) {
                    Files.deleteIfExists(old.path());
                }
            }
        } catch (IOException staysForNow) {
            // No reason to lose today's line; whoever begins the next day tries again.
        }
    }
}
