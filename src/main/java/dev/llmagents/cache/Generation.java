package dev.llmagents.cache;

import dev.llmagents.cache.StoreState.GenerationFacts;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.CRC32;
import org.mapdb.DBException;
import org.mapdb.Serializer;
import org.mapdb.SortedTableMap;
import org.mapdb.volume.FileChannelVol;
import org.mapdb.volume.Volume;

/**
 * Many answers in one file that never changes: a sorted table of MapDB, written from front to end and then only read, by
 * as many processes as like. A record is kept as it stands in a journal, in pieces of {@link #PIECE} bytes under its key
 * and a number, since a page of the table holds no more than 1 MiB.
 *
 * <p>The class loads MapDB, which costs as much as a short run: whoever only may need it asks {@link KeyFilter} first.
 * Not safe for threads.
 */
final class Generation implements Closeable {
    private static final int PIECE = 32 << 10;
    private static final int PAGE = 1 << 20;
    private static final int NODE = 4;
    private static final int KEY = 32;
    private static final int WINDOW = 1 << 20;

    private final Volume volume;
    private final SortedTableMap<byte[], byte[]> pieces;

    private Generation(Volume volume, SortedTableMap<byte[], byte[]> pieces) {
        this.volume = volume;
        this.pieces = pieces;
    }

    /** The file is not what was written, or the table in it makes no sense. */
    static final class Damaged extends IOException {
        private static final long serialVersionUID = 1L;

        Damaged(Path file, Throwable cause) {
            super(file + " is damaged", cause);
        }
    }

    /**
     * Writes {@code records}, sorted by key and at least one, and has them on the disk when it returns.
     *
     * @param keys where their keys are noted down
     */
    static GenerationFacts write(long id, Path file, Path keys, Iterator<JournalRecord> records) throws IOException {
        long entries = 0;
        Instant oldest = Instant.MAX;
        Instant over = Instant.MIN;
        KeyFilter.Writer filter = new KeyFilter.Writer();
        try {
            Volume volume = FileChannelVol.FACTORY.makeVolume(file.toString(), false);
            try {
                SortedTableMap.Sink<byte[], byte[]> sink = SortedTableMap.Companion.create(
                                volume, Serializer.BYTE_ARRAY, Serializer.BYTE_ARRAY)
                        .pageSize(PAGE)
                        .nodeSize(NODE)
                        .createFromSink();
                while (records.hasNext()) {
                    JournalRecord next = records.next();
                    byte[] key = HexFormat.of().parseHex(next.key().hex());
                    byte[] bytes = next.toBytes().array();
                    for (int from = 0, number = 0; from < bytes.length; from += PIECE, number++) {
                        sink.put(
                                pieceKey(key, number),
                                Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE)));
                    }
                    filter.add(next.key());
                    entries++;
                    oldest = next.created().isBefore(oldest) ? next.created() : oldest;
                    over = next.expires().isAfter(over) ? next.expires() : over;
                }
                sink.create();
                volume.sync();
            } finally {
                volume.close();
            }
        } catch (DBException failure) {
            throw cause(failure);
        }
        filter.write(keys);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return new GenerationFacts(id, Files.size(file), crc(file), entries, oldest, over);
    }

    /** @throws Damaged if the file is not the one that was written */
    static Generation open(Path file, GenerationFacts facts) throws IOException {
        // All of it at once: MapDB follows whatever numbers stand in a page, and one of them may ask for all memory.
        if (Files.size(file) != facts.bytes() || crc(file) != facts.crc()) {
            throw new Damaged(file, null);
        }
        try {
            Volume volume = FileChannelVol.FACTORY.makeVolume(file.toString(), true);
            return new Generation(
                    volume, SortedTableMap.Companion.open(volume, Serializer.BYTE_ARRAY, Serializer.BYTE_ARRAY));
        } catch (DBException failure) {
            throw cause(failure);
        } catch (RuntimeException | AssertionError nonsense) {
            throw new Damaged(file, nonsense);
        }
    }

    /** The record under {@code key}; empty if there is none, or if it is not what was written. */
    Optional<JournalRecord> get(CacheKey key) throws IOException {
        byte[] keyBytes = HexFormat.of().parseHex(key.hex());
        try {
            byte[] first = pieces.get(pieceKey(keyBytes, 0));
            if (first == null) {
                return Optional.empty();
            }
            int length = JournalRecord.lengthOf(first);
            if (length < first.length) {
                return Optional.empty();
            }
            byte[] whole = Arrays.copyOf(first, length);
            int filled = first.length;
            for (int number = 1; filled < length; number++) {
                byte[] next = pieces.get(pieceKey(keyBytes, number));
                if (next == null || next.length == 0 || filled + next.length > length) {
                    return Optional.empty();
                }
                System.arraycopy(next, 0, whole, filled, next.length);
                filled += next.length;
            }
            return JournalRecord.ofBytes(whole).filter(record -> record.key().equals(key));
        } catch (DBException failure) {
            throw cause(failure);
        } catch (RuntimeException | AssertionError nonsense) {
            return Optional.empty();
        }
    }

    /** All records, sorted by key; those that are not what was written are left out and counted. */
    Records records() {
        return new Records(pieces.entryIterator());
    }

    /** Walks along a generation once. */
    static final class Records implements Iterator<JournalRecord> {
        private final Iterator<Map.Entry<byte[], byte[]>> pieces;
        private Optional<Map.Entry<byte[], byte[]>> ahead = Optional.empty();
        private Optional<JournalRecord> next = Optional.empty();
        private long damaged;

        private Records(Iterator<Map.Entry<byte[], byte[]>> pieces) {
            this.pieces = pieces;
        }

        /** How many records were left out so far. */
        long damaged() {
            return damaged;
        }

        @Override
        public boolean hasNext() {
            while (next.isEmpty() && (ahead.isPresent() || pieces.hasNext())) {
                next = assembled();
                damaged += next.isEmpty() ? 1 : 0;
            }
            return next.isPresent();
        }

        @Override
        public JournalRecord next() {
            if (!hasNext()) {
                throw new NoSuchElementException("the generation is over");
            }
            JournalRecord record = next.orElseThrow();
            next = Optional.empty();
            return record;
        }

        private Optional<JournalRecord> assembled() {
            Map.Entry<byte[], byte[]> first = ahead.orElseGet(pieces::next);
            ahead = Optional.empty();
            int length = Math.max(first.getValue().length, JournalRecord.lengthOf(first.getValue()));
            byte[] whole = Arrays.copyOf(first.getValue(), length);
            int filled = first.getValue().length;
            while (pieces.hasNext()) {
                Map.Entry<byte[], byte[]> piece = pieces.next();
                if (!Arrays.equals(piece.getKey(), 0, KEY, first.getKey(), 0, KEY)) {
                    ahead = Optional.of(piece);
                    break;
                }
                int room = Math.min(piece.getValue().length, length - filled);
                System.arraycopy(piece.getValue(), 0, whole, filled, room);
                filled += room;
            }
            return JournalRecord.ofBytes(whole);
        }
    }

    private static byte[] pieceKey(byte[] key, int number) {
        return ByteBuffer.allocate(KEY + Short.BYTES)
                .put(key)
                .putShort((short) number)
                .array();
    }

    private static int crc(Path file) throws IOException {
        CRC32 crc = new CRC32();
        ByteBuffer window = ByteBuffer.allocate(WINDOW);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (channel.read(window.clear()) > 0) {
                crc.update(window.flip());
            }
        }
        return (int) crc.getValue();
    }

    /** What MapDB wraps, if it is trouble with the disk or an interrupt. */
    private static IOException cause(DBException failure) {
        if (failure.getCause() instanceof ClosedByInterruptException interrupt) {
            return interrupt;
        }
        return failure.getCause() instanceof IOException disk
                ? disk
                : new IOException(
                        "the file cannot be used: " + failure.getClass().getSimpleName(), failure);
    }

    @Override
    public void close() {
        volume.close();
    }
}
