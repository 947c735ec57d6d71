package dev.llmagents.app;

import dev.llmagents.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what a user asked for to a file: all of it or nothing. */
public final class OutputFile {
    private OutputFile() {}

    /**
     * Looks whether {@code file} can be written, before work and money go into what is to be written.
     *
     * @throws IOException if it cannot; the message is a sentence that names it
     */
    public static void check(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null) {
            throw new IOException("The output " + file + " is a folder: name a file with -o.");
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException("The output " + file + " cannot be written, since there is no folder " + folder
                    + ": make it, or name another file with -o.");
        }
        boolean writable = Files.exists(file) ? Files.isWritable(file) : Files.isWritable(folder);
        if (!writable) {
            throw new IOException(
                    "The output " + file + " cannot be written: permission denied; name another file with -o.");
        }
    }

    /** @throws IOException if it cannot be written; what was there before is still there */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IOException if it cannot be written; what was there before is still there */
    public static void write(Path file, byte[] content) throws IOException {
        try {
            WholeFile.write(file, content);
        } catch (IOException e) {
            throw new IOException("The output was not written: " + e.getMessage() + "; name another file with -o.", e);
        }
    }
}
