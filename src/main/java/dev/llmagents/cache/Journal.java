package dev.llmagents.cache;

import dev.llmagents.file.PrivateFiles;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that many processes append records to and read each other's records from.
 *
 * <p>A record is appended with one write, so records of several processes never mix and a killed process leaves at most
 * one torn record, which readers step over by looking for the next one whose checksum holds. Not safe for threads.
 */
final class Journal implements Closeable {
    private final Path file;
    private FileChannel channel;
    private FileChannel appender;
    private Object identity;
    private long readUpTo;
    private final Map<CacheKey, Place> index = new HashMap<>();
    private long skippedBytes;

    private record Place(long payloadOffset, int length, int crc, Instant expires) {}

    /** The journal in {@code file}, which is created, private to the user, with the first record. */
    Journal(Path file) {
        this.file = file;
    }

    /**
     * The newest record under {@code key}, also one that another process wrote a moment ago.
     *
     * @throws IOException if the file cannot be read
     */
    Optional<JournalRecord> get(CacheKey key, Instant now) throws IOException {
        if (!open(false)) {
            return Optional.empty();
        }
        readNewRecords();
        Place place = index.get(key);
        if (place == null || !now.isBefore(place.expires())) {
            return Optional.empty();
        }
        ByteBuffer payload = ByteBuffer.allocate(place.length());
        readFully(payload, place.payloadOffset());
        return JournalRecord.fromPayload(payload.array(), place.crc())
                .filter(found -> found.key().equals(key));
    }

    /**
     * Appends {@code record}.
     *
     * @throws IOException if it could not be written whole
     */
    void append(JournalRecord record) throws IOException {
        open(true);
        ByteBuffer bytes = record.toBytes();
        appender.write(bytes);
        if (bytes.hasRemaining()) {
            throw new IOException("cannot write " + file + ": the disk is full");
        }
    }

    /** Bytes of the file that belong to no whole record, as far as it was read. */
    long skippedBytes() {
        return skippedBytes;
    }

    /** Whether the file begins with something that no version of this program has written. */
    static boolean isForeign(Path file) throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer magic = ByteBuffer.allocate(Integer.BYTES);
            return in.read(magic, 0) == Integer.BYTES && magic.getInt(0) != JournalRecord.MAGIC;
        } catch (NoSuchFileException none) {
            return false;
        }
    }

    /** Opens the file, again if another process has replaced it; false if there is none and none is wanted. */
    private boolean open(boolean create) throws IOException {
        if (channel != null && identity.equals(identityOf(file))) {
            return true;
        }
        close();
        if (!Files.exists(file)) {
            if (!create) {
                return false;
            }
            PrivateFiles.createFile(file);
        }
        // One channel cannot do both: a position to read from and the end to append to.
        channel = FileChannel.open(file, StandardOpenOption.READ);
        appender = FileChannel.open(file, StandardOpenOption.APPEND);
        identity = identityOf(file);
        return true;
    }

    private static Object identityOf(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Objects.requireNonNullElse(attributes.fileKey(), attributes.creationTime());
        } catch (NoSuchFileException gone) {
            return "gone";
        }
    }

    private void readNewRecords() throws IOException {
        long size = channel.size();
        if (size <= readUpTo) {
            return;
        }
        ByteBuffer header = ByteBuffer.allocate(JournalRecord.HEADER);
        while (readUpTo + JournalRecord.HEADER <= size) {
            readFully(header.clear(), readUpTo);
            int length = header.getInt(4);
            boolean plausible =
                    header.getInt(0) == JournalRecord.MAGIC && length > 0 && length <= JournalRecord.LARGEST_PAYLOAD;
            if (plausible && readUpTo + JournalRecord.HEADER + length <= size && take(length, header.getInt(8))) {
                readUpTo += JournalRecord.HEADER + length;
                continue;
            }
            long next = nextRecord(readUpTo + 1, size);
            if (next < 0) {
                // Perhaps a record another process is writing just now: look again next time, from here.
                return;
            }
            skippedBytes += next - readUpTo;
            readUpTo = next;
        }
    }

    private boolean take(int length, int crc) throws IOException {
        ByteBuffer payload = ByteBuffer.allocate(length);
        readFully(payload, readUpTo + JournalRecord.HEADER);
        Optional<JournalRecord> record = JournalRecord.fromPayload(payload.array(), crc);
        record.ifPresent(found ->
                index.put(found.key(), new Place(readUpTo + JournalRecord.HEADER, length, crc, found.expires())));
        return record.isPresent();
    }

    /** Where the next whole record begins at or after {@code from}; -1 if there is none. */
    private long nextRecord(long from, long size) throws IOException {
        if (size - from < JournalRecord.HEADER) {
            return -1;
        }
        ByteBuffer rest = ByteBuffer.allocate(Math.toIntExact(size - from));
        readFully(rest, from);
        for (int i = 0; i + JournalRecord.HEADER <= rest.capacity(); i++) {
            if (rest.getInt(i) != JournalRecord.MAGIC) {
                continue;
            }
            int length = rest.getInt(i + 4);
            if (length > 0 && length <= rest.capacity() - i - JournalRecord.HEADER) {
                byte[] payload = new byte[length];
                rest.get(i + JournalRecord.HEADER, payload);
                if (JournalRecord.fromPayload(payload, rest.getInt(i + 8)).isPresent()) {
                    return from + i;
                }
            }
        }
        return -1;
    }

    private void readFully(ByteBuffer buffer, long position) throws IOException {
        long at = position;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, at);
            if (read < 0) {
                throw new IOException("cannot read " + file + ": it became shorter while it was read");
            }
            at += read;
        }
        buffer.flip();
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
        if (appender != null) {
            appender.close();
            appender = null;
        }
        index.clear();
        readUpTo = 0;
        skippedBytes = 0;
    }
}
