package dev.llmagents.usage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.file.FileProblem;
import dev.llmagents.file.PrivateFiles;
import dev.llmagents.file.ReplaceLock;
import dev.llmagents.json.Json;
import dev.llmagents.usage.stats.LogFiles;
import dev.llmagents.usage.stats.LogFiles.DayFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Takes a tenant's lines out of the usage log while others write to it. A file is copied without those lines first; what
 * was appended meanwhile is copied, and the file replaced, while nobody appends, which takes milliseconds.
 */
public final class UsagePurge {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final int LONGEST_LINE = 16 << 20;

    private final Path folder;

    public UsagePurge(Path folder) {
        this.folder = folder;
    }

    /** @param files that had lines to remove */
    public record Removed(long lines, long files) {}

    /**
     * Removes lines.
     *
     * @param before only those written before; empty for all
     * @param dryRun counts only
     * @throws IOException if a file cannot be read or replaced; that file is as it was
     */
    public Removed remove(String tenant, Optional<Instant> before, boolean dryRun) throws IOException {
        long lines = 0;
        long files = 0;
        for (DayFile file : LogFiles.in(folder)) {
            LocalDate last = before.map(
                            moment -> moment.atOffset(ZoneOffset.UTC).toLocalDate())
                    .orElse(LocalDate.MAX);
            if (!file.day().isAfter(last)) {
                long removed = new OneFile(file.path(), tenant, before).remove(dryRun);
                lines += removed;
                files += removed > 0 ? 1 : 0;
            }
        }
        return new Removed(lines, files);
    }

    private final class OneFile {
        private final Path file;
        private final String tenant;
        private final Optional<Instant> before;
        private long removed;
        private long copiedUpTo;

        private OneFile(Path file, String tenant, Optional<Instant> before) {
            this.file = file;
            this.tenant = tenant;
            this.before = before;
        }

        private long remove(boolean dryRun) throws IOException {
            // Most files hold nothing of one tenant, and are not written anew for that.
            copy(OutputStream.nullOutputStream());
            if (removed == 0 || dryRun) {
                return removed;
            }
            removed = 0;
            copiedUpTo = 0;
            Path temporary = file.resolveSibling(file.getFileName() + ".purge");
            try {
                Files.deleteIfExists(temporary);
                PrivateFiles.createFile(temporary);
                try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
                        OutputStream out = new java.io.BufferedOutputStream(Channels.newOutputStream(channel))) {
                    copy(out);
                    // Here and not only under the lock: nobody waits for long for what takes long, and whoever does
                    // not wait may lose a line.
                    out.flush();
                    channel.force(true);
                    new ReplaceLock(folder.resolve("lock")).replacing(LONGEST_WAIT, () -> {
                        copy(out);
                        copyRest(out);
                        out.flush();
                        channel.force(true);
                        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
                    });
                }
                return removed;
            } catch (IOException failure) {
                throw FileProblem.explain("purge", file, failure);
            } finally {
                Files.deleteIfExists(temporary);
            }
        }

        /** Copies the whole lines that stay, from where the last copy ended. */
        private void copy(OutputStream out) throws IOException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                channel.position(copiedUpTo);
                InputStream in = new java.io.BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
                ByteArrayOutputStream line = new ByteArrayOutputStream();
                for (int next = in.read(); next >= 0; next = in.read()) {
                    line.write(next);
                    boolean whole = next == '\n';
                    if (whole || line.size() >= LONGEST_LINE) {
                        if (whole && goes(line.toString(StandardCharsets.UTF_8))) {
                            removed++;
                        } else {
                            line.writeTo(out);
                        }
                        copiedUpTo += line.size();
                        line.reset();
                    }
                }
            }
        }

        /** A last line that a killed process left unfinished stays as it is. */
        private void copyRest(OutputStream out) throws IOException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                channel.position(copiedUpTo);
                Channels.newInputStream(channel).transferTo(out);
            }
        }

        private boolean goes(String line) {
            // Before the line is parsed: most lines of a log are somebody else's.
            if (!line.contains("\"tenant\"")) {
                return false;
            }
            try {
                JsonNode fields = Json.parse(line);
                return fields.path("tenant").asText().equals(tenant)
                        && before.map(moment -> isBefore(fields.path("ts").asText(), moment))
                                .orElse(true);
            } catch (JsonProcessingException damaged) {
                return false;
            }
        }

        private static boolean isBefore(String timestamp, Instant moment) {
            try {
                return Instant.parse(timestamp).isBefore(moment);
            } catch (DateTimeParseException noTime) {
                return false;
            }
        }
    }
}
