package dev.llmagents.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * The first eight bytes of every key of a generation, sorted: tells in microseconds, and without MapDB, that a key is not
 * there. Eight bytes for each key, and behind them their CRC-32. Immutable.
 */
final class KeyFilter {
    private static final int PREFIX_DIGITS = 16;

    private final long[] prefixes;

    private KeyFilter(long[] prefixes) {
        this.prefixes = prefixes;
    }

    private static long prefix(CacheKey key) {
        // Shifted, so that the order of signed numbers is that of the digits.
        return Long.parseUnsignedLong(key.hex(), 0, PREFIX_DIGITS, 16) + Long.MIN_VALUE;
    }

    /** Collects keys that come sorted. For one thread. */
    static final class Writer {
        private long[] prefixes = new long[64];
        private int count;

        void add(CacheKey key) {
            if (count == prefixes.length) {
                prefixes = Arrays.copyOf(prefixes, count * 2);
            }
            prefixes[count++] = prefix(key);
        }

        void write(Path file) throws IOException {
            ByteBuffer bytes = ByteBuffer.allocate(count * Long.BYTES + Integer.BYTES);
            for (int i = 0; i < count; i++) {
                bytes.putLong(prefixes[i]);
            }
            bytes.putInt(crc(bytes.array(), bytes.position())).flip();
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        }
    }

    /** @throws IOException if the file cannot be read or is not what was written */
    static KeyFilter read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int length = bytes.length - Integer.BYTES;
        if (length < 0 || length % Long.BYTES != 0 || ByteBuffer.wrap(bytes).getInt(length) != crc(bytes, length)) {
            throw new IOException(file + " is damaged");
        }
        LongBuffer numbers = ByteBuffer.wrap(bytes, 0, length).asLongBuffer();
        long[] prefixes = new long[length / Long.BYTES];
        numbers.get(prefixes);
        return new KeyFilter(prefixes);
    }

    /** Whether the key may be there; no is certain. */
    boolean mayHold(CacheKey key) {
        return Arrays.binarySearch(prefixes, prefix(key)) >= 0;
    }

    private static int crc(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
