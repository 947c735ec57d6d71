package dev.llmagents.state;

import dev.llmagents.file.FileProblem;
import dev.llmagents.file.LockFile;
import dev.llmagents.file.PrivateFiles;
import dev.llmagents.file.Uninterrupted;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A text that processes share.
 *
 * <p>The file has two slots, each with a number and a checksum; the valid one with the higher number counts, and a change
 * is written into the other. So a process that is killed while it writes, or a full disk, spoils only what it was about to
 * say. Changes are made under a lock file that the system frees when its holder dies; reading needs no lock. The file is
 * private (0600) and made with the first change. Nothing is forced to the disk: a kill loses nothing, a power cut may.
 */
final class FileCell implements Cell {
    static final int SLOT = 1 << 20;
    // Readable, for whoever looks into the file: form, number, length, checksum. The rest of a slot is zeros or old
    // text.
    private static final Pattern HEADER_FORM =
            Pattern.compile("llm-agents-state-1 ([0-9a-f]{16}) ([0-9a-f]{8}) ([0-9a-f]{8})\\n");
    private static final int HEADER = "llm-agents-state-1 ".length() + 16 + 1 + 8 + 1 + 8 + 1;
    private static final int READS = 4;

    private final Path file;
    private final Duration patience;
    private final Consumer<String> warnings;
    private final LockFile processes;

    /**
     * @param patience how long a change waits for others if it does not say
     * @param warnings is told if the file was damaged
     */
    FileCell(Path file, Duration patience, Consumer<String> warnings) {
        this.file = file;
        this.patience = patience;
        this.warnings = warnings;
        this.processes = new LockFile(file.resolveSibling(file.getFileName() + ".lock"));
    }

    /** @param index 0 or 1 */
    private record Slot(int index, long sequence, String text) {}

    @Override
    public String read() throws IOException {
        for (int i = 0; i < READS; i++) {
            try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
                Optional<Slot> newest = newest(in);
                if (newest.isPresent()) {
                    return newest.get().text();
                }
                // Written twice since it was opened, or begun this moment.
            } catch (FileNotFoundException none) {
                return "";
            }
        }
        return "";
    }

    @Override
    public <T> T update(Edit<T> edit) throws IOException {
        return update(edit, patience);
    }

    /** Not interruptible: whoever comes here holds money or a turn and has to say what became of it. */
    @Override
    @SuppressWarnings("try") // The lock is held, not used.
    public <T> T update(Edit<T> edit, Duration longestWait) throws IOException {
        boolean interrupted = Thread.interrupted();
        try (LockFile.Held held = lockedForProcesses(longestWait)) {
            return change(edit);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private LockFile.Held lockedForProcesses(Duration longestWait) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return Uninterrupted.run(() -> processes.acquire(longestWait));
                } catch (InterruptedIOException waiting) {
                    if (!Thread.interrupted()) {
                        throw waiting;
                    }
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private <T> T change(Edit<T> edit) throws IOException {
        if (!Files.exists(file)) {
            PrivateFiles.createFile(file);
        }
        try (RandomAccessFile data = new RandomAccessFile(file.toFile(), "rw")) {
            Optional<Slot> newest = newest(data);
            if (newest.isEmpty() && data.length() > 0) {
                warnings.accept("The file " + file + " was damaged and begins anew.");
            }
            Edited<T> edited = edit.of(newest.map(Slot::text).orElse(""));
            if (edited.text().isPresent()) {
                write(data, newest, edited.text().get());
            }
            return edited.result();
        } catch (IOException trouble) {
            throw FileProblem.explain("write", file, trouble);
        }
    }

    private static void write(RandomAccessFile out, Optional<Slot> newest, String text) throws IOException {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        if (payload.length > SLOT - HEADER) {
            throw new IOException("it would grow beyond " + (SLOT >> 10) + " KiB");
        }
        int index = newest.map(slot -> 1 - slot.index()).orElse(0);
        long sequence = newest.map(slot -> slot.sequence() + 1).orElse(1L);
        HexFormat hex = HexFormat.of();
        String header = "llm-agents-state-1 " + hex.toHexDigits(sequence) + " " + hex.toHexDigits(payload.length) + " "
                + hex.toHexDigits(checksum(sequence, payload)) + "\n";
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + payload.length)
                .put(header.getBytes(StandardCharsets.US_ASCII))
                .put(payload);
        out.seek((long) index * SLOT);
        // A RandomAccessFile: an interrupt closes a channel in the middle of a write, and then nobody knows what was
        // written.
        out.write(bytes.array());
    }

    /** The text of the other slot is not even read where the higher number's is whole. */
    private static Optional<Slot> newest(RandomAccessFile in) throws IOException {
        List<Header> headers = new ArrayList<>(2);
        for (int index = 0; index < 2; index++) {
            header(in, index).ifPresent(headers::add);
        }
        headers.sort(Comparator.comparingLong(Header::sequence).reversed());
        for (Header header : headers) {
            Optional<Slot> whole = slot(in, header);
            if (whole.isPresent()) {
                return whole;
            }
        }
        return Optional.empty();
    }

    private record Header(int index, long sequence, int length, int checksum) {}

    /** Empty if the slot was never written. */
    private static Optional<Header> header(RandomAccessFile in, int index) throws IOException {
        byte[] header = new byte[HEADER];
        try {
            in.seek((long) index * SLOT);
            in.readFully(header);
        } catch (EOFException shorter) {
            return Optional.empty();
        }
        Matcher fields = HEADER_FORM.matcher(new String(header, StandardCharsets.ISO_8859_1));
        if (!fields.matches()) {
            return Optional.empty();
        }
        int length = HexFormat.fromHexDigits(fields.group(2));
        if (length < 0 || length > SLOT - HEADER) {
            return Optional.empty();
        }
        long sequence = HexFormat.fromHexDigitsToLong(fields.group(1));
        return Optional.of(new Header(index, sequence, length, HexFormat.fromHexDigits(fields.group(3))));
    }

    /** Empty if it was not written to its end. */
    private static Optional<Slot> slot(RandomAccessFile in, Header header) throws IOException {
        byte[] payload = new byte[header.length()];
        try {
            in.seek((long) header.index() * SLOT + HEADER);
            in.readFully(payload);
        } catch (EOFException shorter) {
            return Optional.empty();
        }
        return header.checksum() == checksum(header.sequence(), payload)
                ? Optional.of(
                        new Slot(header.index(), header.sequence(), new String(payload, StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    private static int checksum(long sequence, byte[] payload) {
        CRC32 crc = new CRC32();
        crc.update(ByteBuffer.allocate(Long.BYTES).putLong(sequence).array());
        crc.update(payload);
        return (int) crc.getValue();
    }
}
