package dev.llmagents.state;

import dev.llmagents.file.FileProblem;
import dev.llmagents.file.LockFile;
import dev.llmagents.file.PrivateFiles;
import dev.llmagents.file.Uninterrupted;
import dev.llmagents.state.SlotReader.Slot;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A text that processes share.
 *
 * <p>The file has two slots, each with a number and a checksum; the valid one with the higher number counts, and a change
 * is written into the other. So a process that is killed while it writes, or a full disk, spoils only what it was about to
 * say. Changes are made under a lock file that the system frees when its holder dies; reading needs no lock. The file is
 * private (0600) and made with the first change. Nothing is forced to the disk: a kill loses nothing, a power cut may.
 */
final class FileCell implements Cell {
    private static final int READS = 4;

    private final Path file;
    private final File name;
    private final Duration patience;
    private final Consumer<String> warnings;
    private final LockFile processes;
    private Optional<Opened> opened = Optional.empty();

    /**
     * @param patience how long a change waits for others if it does not say
     * @param warnings is told if the file was damaged
     */
    FileCell(Path file, Duration patience, Consumer<String> warnings) {
        this.file = file;
        this.name = file.toFile();
        this.patience = patience;
        this.warnings = warnings;
        this.processes = new LockFile(file.resolveSibling(file.getFileName() + ".lock"));
    }

    /**
     * The file while it is open for reading.
     *
     * @param identity what the file system knows it by; no other file is given it meanwhile
     */
    private record Opened(Object identity, RandomAccessFile in, SlotReader slots) {}

    @Override
    public String read() throws IOException {
        // Looked for in the old way, which throws nothing: most of the time there is no file.
        for (int i = 0; i < READS && name.exists(); i++) {
            try {
                Optional<Slot> newest = newest();
                if (newest.isPresent()) {
                    return newest.get().text();
                }
                // Written twice since it was looked at, or begun this moment.
            } catch (FileNotFoundException | NoSuchFileException none) {
                return "";
            }
        }
        return "";
    }

    /** The slot that counts, by way of the file that was open already if the name still means it. */
    private synchronized Optional<Slot> newest() throws IOException {
        Object identity = identity();
        if (opened.isEmpty() || identity == null || !opened.get().identity().equals(identity)) {
            forget();
            RandomAccessFile in = new RandomAccessFile(name, "r");
            if (identity == null || !identity.equals(identity())) {
                try (in) {
                    return new SlotReader(in).newest();
                }
            }
            opened = Optional.of(new Opened(identity, in, new SlotReader(in)));
        }
        return opened.get().slots().newest();
    }

    private Object identity() throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    @Override
    public synchronized void close() {
        try {
            forget();
        } catch (IOException alreadyGone) {
            // It was open for reading alone.
        }
    }

    private void forget() throws IOException {
        Optional<Opened> last = opened;
        opened = Optional.empty();
        if (last.isPresent()) {
            last.get().in().close();
        }
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
        try (RandomAccessFile data = new RandomAccessFile(name, "rw")) {
            Optional<Slot> newest = new SlotReader(data).newest();
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
        if (payload.length > SlotReader.SLOT - SlotReader.HEADER) {
            throw new IOException("it would grow beyond " + (SlotReader.SLOT >> 10) + " KiB");
        }
        int index = newest.map(slot -> 1 - slot.index()).orElse(0);
        long sequence = newest.map(slot -> slot.sequence() + 1).orElse(1L);
        HexFormat hex = HexFormat.of();
        String header = SlotReader.FORM + hex.toHexDigits(sequence) + " " + hex.toHexDigits(payload.length) + " "
                + hex.toHexDigits(SlotReader.checksum(sequence, payload)) + "\n";
        ByteBuffer bytes = ByteBuffer.allocate(SlotReader.HEADER + payload.length)
                .put(header.getBytes(StandardCharsets.US_ASCII))
                .put(payload);
        out.seek((long) index * SlotReader.SLOT);
        // A RandomAccessFile: an interrupt closes a channel in the middle of a write, and then nobody knows what was
        // written.
        out.write(bytes.array());
    }
}
