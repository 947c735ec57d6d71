package dev.llmagents.file;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * A file of records, one to a line, that only ever grows and that this process writes to often: it stays open between
 * records, so that one costs a look at the file's name and a write.
 *
 * <p>What {@link RecordFile} promises holds here too: a record is appended with a single write, and a last line without its
 * end is closed first. The look at the name finds out whether the file is still the one that is open: if it was removed,
 * replaced or renamed, the one of that name is opened, or made. Not interruptible, since plain streams are not closed by an
 * interrupt. For one thread at a time.
 */
public final class OpenRecords implements Closeable {
    private static final int TRIES = 3;

    private final Path file;
    private Optional<Opened> opened = Optional.empty();

    /** The file at {@code file}; it and its folders are created, for the owner only, with the first record. */
    public OpenRecords(Path file) {
        this.file = file;
    }

    /** The file while it is open. The streams hold its identity: as long as they do, no other file is given it. */
    private static final class Opened {
        private final Object identity;
        private final FileOutputStream out;
        private final RandomAccessFile in;
        // Where the last line of ours ended; what is behind it others have written.
        private long known;

        private Opened(Object identity, FileOutputStream out, RandomAccessFile in) {
            this.identity = identity;
            this.out = out;
            this.in = in;
        }
    }

    /** Bytes in the file; 0 if there is none. */
    public long size() throws IOException {
        return attributes().map(BasicFileAttributes::size).orElse(0L);
    }

    /** As {@link #append(String, long)}, however large the file is. */
    public boolean append(String entry) throws IOException {
        return append(entry, Long.MAX_VALUE);
    }

    /**
     * Appends one record unless the file has {@code fullFrom} bytes or more.
     *
     * @return whether there was room
     * @throws IllegalArgumentException if the record has a line break in it
     * @throws IOException if it could not be written as a whole; what was written of it counts as a damaged line
     */
    public boolean append(String entry, long fullFrom) throws IOException {
        if (entry.indexOf('\n') >= 0 || entry.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("a record is one line, but this one has a line break in it");
        }
        boolean written = false;
        try {
            Optional<BasicFileAttributes> now = attributes();
            if (now.isPresent() && now.get().size() >= fullFrom) {
                return false;
            }
            Opened current = current(now);
            long size = now.map(BasicFileAttributes::size).orElse(0L);
            boolean torn = size != current.known && endsInMidLine(current.in);
            byte[] bytes = line(torn, entry);
            current.out.write(bytes);
            current.known = size + bytes.length;
            written = true;
            return true;
        } catch (IOException | RuntimeException e) {
            throw FileProblem.explain("append to", file, e);
        } finally {
            // Without an identity nothing tells whether the name still means this file; it is opened each time then.
            if (!written || opened.isPresent() && opened.get().identity.equals("")) {
                close();
            }
        }
    }

    /** A record and its end, behind the end of a line that has none. */
    private static byte[] line(boolean torn, String entry) {
        byte[] text = entry.getBytes(StandardCharsets.UTF_8);
        int from = torn ? 1 : 0;
        byte[] line = new byte[from + text.length + 1];
        line[0] = '\n';
        System.arraycopy(text, 0, line, from, text.length);
        line[line.length - 1] = '\n';
        return line;
    }

    private Opened current(Optional<BasicFileAttributes> now) throws IOException {
        if (opened.isPresent() && now.map(OpenRecords::identity).equals(Optional.of(opened.get().identity))) {
            return opened.get();
        }
        close();
        for (int tries = 0; tries < TRIES; tries++) {
            PrivateFiles.createFile(file);
            Object before = attributes().map(OpenRecords::identity).orElse("gone");
            try {
                RandomAccessFile in = new RandomAccessFile(file.toFile(), "r");
                opened = Optional.of(new Opened(before, append(in), in));
            } catch (FileNotFoundException removed) {
                if (Files.exists(file)) {
                    throw removed;
                }
                continue;
            }
            if (attributes().map(OpenRecords::identity).equals(Optional.of(before))) {
                // The length was asked before: whoever wrote since then is looked at all the same.
                opened.get().known = -1;
                return opened.get();
            }
            close();
        }
        throw new IOException("the file " + file + " is replaced again and again");
    }

    private FileOutputStream append(RandomAccessFile in) throws IOException {
        try {
            return new FileOutputStream(file.toFile(), true);
        } catch (IOException failure) {
            in.close();
            throw failure;
        }
    }

    private Optional<BasicFileAttributes> attributes() throws IOException {
        try {
            return Optional.of(Files.readAttributes(file, BasicFileAttributes.class));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    private static Object identity(BasicFileAttributes attributes) {
        return Optional.ofNullable(attributes.fileKey()).orElse("");
    }

    private static boolean endsInMidLine(RandomAccessFile in) throws IOException {
        long size = in.length();
        if (size == 0) {
            return false;
        }
        in.seek(size - 1);
        return in.read() != '\n';
    }

    /** Forgets the open file; the next record opens it again. */
    @Override
    public void close() throws IOException {
        Optional<Opened> last = opened;
        opened = Optional.empty();
        if (last.isPresent()) {
            last.get().in.close();
            last.get().out.close();
        }
    }
}
