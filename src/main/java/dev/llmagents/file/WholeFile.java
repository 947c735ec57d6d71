package dev.llmagents.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Writes a file all or nothing: into a temporary name in the same folder, then renamed over the old one.
 *
 * <p>A reader sees the old content or the new, never a part; when writing fails the old file is as it was and the
 * temporary one is gone. A new file gets mode 0600, an existing one keeps its mode. A link is followed, so what it points
 * to is replaced and the link stays. Two threads may write different files at the same time.
 */
public final class WholeFile {
    private WholeFile() {}

    /** Writes {@code text} as UTF-8. */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes {@code content}; the folder must exist. */
    public static void write(Path file, byte[] content) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("cannot write " + file + ": it is a folder");
        }
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                // A pipe or a device such as /dev/stdout has no content to keep, and must not be replaced by a file.
                writeThrough(target, content, Set.of(StandardOpenOption.WRITE));
            } else {
                replace(target, content);
            }
        } catch (IOException | RuntimeException e) {
            throw FileProblem.explain("write", file, e);
        }
    }

    private static void replace(Path target, byte[] content) throws IOException {
        Path temporary = temporaryBeside(target);
        boolean renamed = false;
        try {
            Files.deleteIfExists(temporary);
            Files.createFile(temporary, PrivateFiles.fileAttributes(target));
            writeThrough(temporary, content, Set.of(StandardOpenOption.WRITE));
            if (Files.exists(target) && PrivateFiles.hasPosixPermissions(target)) {
                Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(target));
            }
            rename(temporary, target);
            renamed = true;
        } finally {
            if (!renamed) {
                Files.deleteIfExists(temporary);
            }
        }
    }

    /** One name per process and thread: nobody else writes to it, and one left by a crash is overwritten by its heir. */
    private static Path temporaryBeside(Path target) {
        return target.resolveSibling(".llm-agents-" + ProcessHandle.current().pid() + "-"
                + Thread.currentThread().getId() + ".tmp");
    }

    private static void writeThrough(Path file, byte[] content, Set<StandardOpenOption> options) throws IOException {
        try (FileChannel channel = FileChannel.open(file, options)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            if (Files.isRegularFile(file)) {
                // Before the rename: else a power cut can leave the new name on an empty file.
                channel.force(true);
            }
        }
    }

    private static void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
