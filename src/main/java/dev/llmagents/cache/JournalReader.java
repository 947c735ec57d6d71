package dev.llmagents.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;

/** Reads the records of a journal from the front to the end, and on from there when the file has grown. */
final class JournalReader {
    // Read at once: most records fit into it, and few reads are what makes the start fast.
    private static final int WINDOW = 256 << 10;

    private final FileChannel channel;
    private ByteBuffer window = ByteBuffer.allocate(0);
    private long windowStart;
    private long readUpTo;
    private long sizeSeen;
    private long skippedBytes;

    /** Where a record stands. */
    record Found(long offset, int length, int crc) {}

    /** Is told of each whole record. */
    @FunctionalInterface
    interface Visitor {
        void visit(JournalRecord.Entry entry, Found found);
    }

    JournalReader(FileChannel channel) {
        this.channel = channel;
    }

    /** Whether a file of {@code size} is shorter than what was read of it: somebody has cut it. */
    boolean hasShrunk(long size) {
        return size < sizeSeen;
    }

    /** Whether all of a file of {@code size} was read, to the end of its last record. */
    boolean isAt(long size) {
        return sizeSeen == size && readUpTo == size;
    }

    /** Takes note of a whole record that was appended where {@link #isAt} holds; the file ends with it. */
    void wentOnTo(long size) {
        sizeSeen = size;
        readUpTo = size;
    }

    long skippedBytes() {
        return skippedBytes;
    }

    /** Where the last whole record ends. */
    long readUpTo() {
        return readUpTo;
    }

    /** Reads what was appended since the last time, up to the {@code size} that the file has. */
    void readOn(long size, Visitor visitor) throws IOException {
        if (size == sizeSeen) {
            return;
        }
        sizeSeen = size;
        window = ByteBuffer.allocate(0);
        // Where the search for the next record after a damaged place has come to; the place itself is kept, since it
        // may
        // be a record that another process is writing just now.
        long at = readUpTo;
        while (at + JournalRecord.HEADER <= size) {
            Optional<Found> header = header(at, size);
            Optional<JournalRecord.Entry> entry = header.isEmpty() ? Optional.empty() : entry(header.get());
            if (entry.isPresent()) {
                visitor.visit(entry.get(), header.get());
                skippedBytes += at - readUpTo;
                at = header.get().offset() + header.get().length();
                readUpTo = at;
            } else {
                at++;
            }
        }
        window = ByteBuffer.allocate(0);
    }

    /** What the header at {@code at} speaks of, if there is one and the file is long enough. */
    private Optional<Found> header(long at, long size) throws IOException {
        fill(at, JournalRecord.HEADER, size);
        int start = Math.toIntExact(at - windowStart);
        if (window.getInt(start) != JournalRecord.MAGIC) {
            return Optional.empty();
        }
        int length = window.getInt(start + 4);
        long payload = at + JournalRecord.HEADER;
        boolean plausible = length > 0 && length <= JournalRecord.LARGEST_PAYLOAD && payload + length <= size;
        return plausible ? Optional.of(new Found(payload, length, window.getInt(start + 8))) : Optional.empty();
    }

    private Optional<JournalRecord.Entry> entry(Found found) throws IOException {
        boolean inWindow =
                found.offset() >= windowStart && found.offset() + found.length() <= windowStart + window.limit();
        if (inWindow) {
            int start = Math.toIntExact(found.offset() - windowStart);
            return JournalRecord.entryIn(window.array(), start, found.length(), found.crc());
        }
        byte[] payload = new byte[found.length()];
        return readFully(ByteBuffer.wrap(payload), found.offset())
                ? JournalRecord.entryIn(payload, 0, payload.length, found.crc())
                : Optional.empty();
    }

    /** The record at {@code found}; empty if it is not what was written there. */
    Optional<JournalRecord> read(Found found) throws IOException {
        byte[] payload = new byte[found.length()];
        return readFully(ByteBuffer.wrap(payload), found.offset())
                ? JournalRecord.fromPayload(payload, found.crc())
                : Optional.empty();
    }

    /** Has {@code length} bytes from {@code at} on in the window. */
    private void fill(long at, int length, long size) throws IOException {
        if (at >= windowStart && at + length <= windowStart + window.limit()) {
            return;
        }
        window = ByteBuffer.allocate((int) Math.min(WINDOW, size - at));
        windowStart = at;
        if (!readFully(window, at)) {
            throw new IOException("it became shorter while it was read");
        }
        window.flip();
    }

    private boolean readFully(ByteBuffer buffer, long position) throws IOException {
        long at = position;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, at);
            if (read < 0) {
                return false;
            }
            at += read;
        }
        return true;
    }
}
