package dev.llmagents.cache;

import dev.llmagents.file.FileProblem;
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
import java.util.OptionalLong;

/**
 * A file that many processes append records to and read each other's records from.
 *
 * <p>A record is appended with one write, so records of several processes never mix and a killed process leaves at most
 * one torn record, which readers step over by looking for the next one whose checksum holds. Not safe for threads.
 */
final class Journal implements Closeable {
    private final Path file;
    private final Map<CacheKey, Place> index = new HashMap<>();
    private Optional<Reader> reader = Optional.empty();
    private Optional<FileChannel> appender = Optional.empty();
    private Object identity = "none";
    private long changes;

    private record Place(JournalReader.Found found, Instant expires) {}

    private record Reader(FileChannel channel, JournalReader records) {}

    /** The journal in {@code file}, which is created, private to the user, with the first record. */
    Journal(Path file) {
        this.file = file;
    }

    /**
     * The newest record under {@code key}, also one that another process wrote a moment ago.
     *
     * @throws IOException if the file cannot be read; the message is a sentence
     */
    Optional<JournalRecord> get(CacheKey key, Instant now) throws IOException {
        try {
            Optional<JournalReader> records = readOn(now);
            if (records.isEmpty()) {
                return Optional.empty();
            }
            Place place = index.get(key);
            if (place == null || !now.isBefore(place.expires())) {
                return Optional.empty();
            }
            return records.get()
                    .read(place.found())
                    .filter(record -> record.key().equals(key));
        } catch (IOException failure) {
            close();
            throw FileProblem.explain("read", file, failure);
        }
    }

    private Optional<JournalReader> readOn(Instant now) throws IOException {
        Look look = look();
        long size = look.size();
        if (reader.isEmpty()) {
            if (look.isGone()) {
                return Optional.empty();
            }
            // Looked at before the file is opened: if another process replaces it in between, the next look finds out.
            identity = look.identity();
            FileChannel channel;
            try {
                channel = FileChannel.open(file, StandardOpenOption.READ);
            } catch (NoSuchFileException removed) {
                return Optional.empty();
            }
            reader = Optional.of(new Reader(channel, new JournalReader(channel)));
            size = channel.size();
        }
        JournalReader records = reader.get().records();
        records.readOn(size, (entry, found) -> index(entry, found, now));
        return Optional.of(records);
    }

    /**
     * A number that grows with each record that is found in the file, whoever wrote it, and when the file is another one.
     *
     * @throws IOException if the file cannot be read; the message is a sentence
     */
    long changes(Instant now) throws IOException {
        try {
            readOn(now);
            return changes;
        } catch (IOException failure) {
            close();
            throw FileProblem.explain("read", file, failure);
        }
    }

    private void index(JournalRecord.Entry entry, JournalReader.Found found, Instant now) {
        changes++;
        if (now.isBefore(entry.expires())) {
            index.put(entry.key(), new Place(found, entry.expires()));
        } else {
            // Also then the newest record counts, and there is no use in remembering one whose time is over.
            index.remove(entry.key());
        }
    }

    /**
     * Appends {@code record}, and begins the file if there is none.
     *
     * @return length of the file then; empty if somebody removed it just now, and nothing was written
     * @throws IOException if it could not be written whole; the message is a sentence
     */
    OptionalLong append(JournalRecord record) throws IOException {
        return append(record, true);
    }

    /** The same, but nothing is written if there is no file. */
    OptionalLong appendIfThere(JournalRecord record) throws IOException {
        return append(record, false);
    }

    private OptionalLong append(JournalRecord record, boolean mayBegin) throws IOException {
        ByteBuffer bytes = record.toBytes();
        int length = bytes.remaining();
        int crc = bytes.getInt(JournalRecord.CRC_AT);
        try {
            Look before = look();
            if (before.isGone() && !mayBegin) {
                return OptionalLong.empty();
            }
            if (appender.isEmpty() && !openToAppend(before)) {
                return OptionalLong.empty();
            }
            appender.get().write(bytes);
            long size = appender.get().size();
            // Only then nobody else has written meanwhile, and what stands at the end need not be read.
            if (size == before.size() + length
                    && reader.isPresent()
                    && reader.get().records().isAt(before.size())) {
                reader.get().records().wentOnTo(size);
                index(
                        new JournalRecord.Entry(record.key(), record.created(), record.expires()),
                        new JournalReader.Found(
                                before.size() + JournalRecord.HEADER, length - JournalRecord.HEADER, crc),
                        record.created());
            }
            if (!bytes.hasRemaining()) {
                return OptionalLong.of(size);
            }
        } catch (IOException failure) {
            close();
            throw FileProblem.explain("append to", file, failure);
        }
        throw new IOException("cannot append to " + file + ": the disk is full");
    }

    /** Opens the file, made if it is missing; false if somebody removed it just now. */
    private boolean openToAppend(Look before) throws IOException {
        Look look = before;
        if (before.isGone()) {
            PrivateFiles.createFile(file);
            look = look();
            if (look.isGone()) {
                return false;
            }
        }
        if (reader.isEmpty()) {
            identity = look.identity();
        }
        try {
            appender = Optional.of(FileChannel.open(file, StandardOpenOption.APPEND));
            return true;
        } catch (NoSuchFileException removed) {
            return false;
        }
    }

    /** Bytes of the file that belong to no whole record, as far as it was read. */
    long skippedBytes() {
        return reader.map(open -> open.records().skippedBytes()).orElse(0L);
    }

    /** Whether the file begins with something that no version of this program has written. */
    static boolean isForeign(Path file) throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer start = ByteBuffer.allocate(2 * Integer.BYTES);
            int length = Math.max(0, in.read(start, 0));
            if (length < Integer.BYTES) {
                return false;
            }
            // A killed process may have left the first bytes of a record, behind which the next one begins.
            for (int torn = 0; torn < Integer.BYTES && torn + Integer.BYTES <= length; torn++) {
                int shift = Integer.SIZE - torn * Byte.SIZE;
                boolean begun = torn == 0 || start.getInt(0) >>> shift == JournalRecord.MAGIC >>> shift;
                if (begun && start.getInt(torn) == JournalRecord.MAGIC) {
                    return false;
                }
            }
            return true;
        } catch (NoSuchFileException none) {
            return false;
        } catch (IOException failure) {
            throw FileProblem.explain("read", file, failure);
        }
    }

    /** What the file's name means now. */
    private record Look(Object identity, long size) {
        private static final Look GONE = new Look("gone", 0);

        private boolean isGone() {
            return equals(GONE);
        }
    }

    /** Looks at the name, and forgets what is open if it means another file now. */
    private Look look() throws IOException {
        Look look;
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            look = new Look(
                    Objects.requireNonNullElse(attributes.fileKey(), attributes.creationTime()), attributes.size());
        } catch (NoSuchFileException gone) {
            look = Look.GONE;
        }
        boolean open = reader.isPresent() || appender.isPresent();
        boolean cut = reader.isPresent() && reader.get().records().hasShrunk(look.size());
        if (open && (cut || !identity.equals(look.identity()))) {
            close();
        }
        return look;
    }

    /** Forgets what was read; the next use opens the file again. */
    @Override
    public void close() throws IOException {
        changes++;
        index.clear();
        Optional<Reader> openReader = reader;
        Optional<FileChannel> openAppender = appender;
        reader = Optional.empty();
        appender = Optional.empty();
        if (openReader.isPresent()) {
            openReader.get().channel().close();
        }
        if (openAppender.isPresent()) {
            openAppender.get().close();
        }
    }
}
