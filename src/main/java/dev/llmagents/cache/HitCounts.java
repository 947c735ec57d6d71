package dev.llmagents.cache;

import dev.llmagents.file.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * How often the cache had an answer, over all processes: each appends its own two sums when it ends, sixteen bytes in one
 * write. A process that is killed leaves none, so the sums are close and not exact.
 */
record HitCounts(long hits, long misses) {
    private static final int RECORD = 2 * Long.BYTES;
    private static final long LARGEST = 1 << 20;

    /** Adds these to the sums in {@code file}. */
    void addTo(Path file) throws IOException {
        PrivateFiles.createFile(file);
        ByteBuffer bytes =
                ByteBuffer.allocate(RECORD).putLong(hits).putLong(misses).flip();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
            if (channel.write(bytes) < RECORD) {
                throw new IOException("the disk is full");
            }
        }
    }

    /** The sums; zero where nothing was counted. */
    static HitCounts of(Path file) throws IOException {
        try {
            if (Files.size(file) > LARGEST) {
                return new HitCounts(0, 0);
            }
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            long hits = 0;
            long misses = 0;
            while (bytes.remaining() >= RECORD) {
                hits += Math.max(0, bytes.getLong());
                misses += Math.max(0, bytes.getLong());
            }
            return new HitCounts(hits, misses);
        } catch (NoSuchFileException none) {
            return new HitCounts(0, 0);
        }
    }

    /** Makes one of many records, for the one who holds the store's lock; what is added meanwhile is not counted. */
    static void shorten(Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) > LARGEST / 4) {
            HitCounts sums = of(file);
            Files.delete(file);
            sums.addTo(file);
        }
    }
}
