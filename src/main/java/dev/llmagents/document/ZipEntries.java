package dev.llmagents.document;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The entries of a zip archive in memory, one after another, with a limit to what they may unpack to: a few kilobytes can
 * hold gigabytes of nothing. Not thread-safe.
 */
final class ZipEntries {
    /** Word's own files unpack to 10 to 40 times their size; deflate can do 1,032. */
    private static final int MOST_RATIO = 200;
    /** Below this size a high ratio does no harm. */
    private static final long HARMLESS = 4L << 20;

    private static final int MOST_ENTRIES = 10_000;

    private final ZipInputStream zip;
    private final long packedSize;
    private final long limit;
    private long unpacked;
    private int entries;

    ZipEntries(byte[] archive, long limit) {
        this.zip = new ZipInputStream(new ByteArrayInputStream(archive));
        this.packedSize = archive.length;
        this.limit = limit;
    }

    /** The name of the next entry, with {@link #content} standing at its start. */
    Optional<String> next() throws IOException {
        // The JDK skips an unread rest by unpacking it; done here, it is counted.
        byte[] scratch = new byte[8192];
        if (entries > 0) {
            InputStream rest = content();
            while (rest.read(scratch) >= 0) {
                // Only counting.
            }
        }
        ZipEntry entry = zip.getNextEntry();
        if (entry == null) {
            return Optional.empty();
        }
        if (++entries > MOST_ENTRIES) {
            throw new TooMuch();
        }
        return Optional.of(entry.getName());
    }

    /** What the current entry unpacks to; need not be closed. */
    InputStream content() {
        return new FilterInputStream(zip) {
            @Override
            public int read() throws IOException {
                int value = zip.read();
                count(value < 0 ? 0 : 1);
                return value;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int size = zip.read(target, offset, length);
                count(Math.max(size, 0));
                return size;
            }

            @Override
            public void close() {
                // The archive goes on behind this entry.
            }
        };
    }

    private void count(int size) throws TooMuch {
        unpacked += size;
        if (unpacked > limit || (unpacked > HARMLESS && unpacked > MOST_RATIO * packedSize)) {
            throw new TooMuch();
        }
    }

    /** The archive unpacks to more than is allowed. */
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
