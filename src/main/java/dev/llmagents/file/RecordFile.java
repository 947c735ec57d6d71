package dev.llmagents.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of records, one to a line, that only ever grows.
 *
 * <p>A record is appended with a single write, so records of several processes do not mix on a local file system. A last
 * line that a killed process left without its end is closed first, so it spoils no record but itself. Thread-safe.
 */
public final class RecordFile {
    private final Path file;

    /** The record file at {@code file}; it and its folders are created, for the owner only, with the first record. */
    public RecordFile(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    /**
     * Appends one record.
     *
     * @throws IllegalArgumentException if the record has a line break in it
     * @throws IOException if it could not be written as a whole; what was written of it counts as a damaged line
     */
    public void append(String entry) throws IOException {
        if (entry.indexOf('\n') >= 0 || entry.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("a record is one line, but this one has a line break in it");
        }
        PrivateFiles.createFile(file);
        try {
            ByteBuffer bytes =
                    ByteBuffer.wrap(((endsInMidLine() ? "\n" : "") + entry + "\n").getBytes(StandardCharsets.UTF_8));
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
                channel.write(bytes);
            }
            if (bytes.hasRemaining()) {
                // A second write could land behind the record of another process; better one damaged line than two.
                throw new IOException("only " + bytes.position() + " of " + bytes.limit() + " bytes fitted");
            }
        } catch (IOException | RuntimeException e) {
            throw FileProblem.explain("append to", file, e);
        }
    }

    private boolean endsInMidLine() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size == 0) {
                return false;
            }
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.read(last, size - 1) == 1 && last.get(0) != '\n';
        }
    }
}
