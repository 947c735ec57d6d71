package dev.llmagents.app;

import dev.llmagents.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;

/** A folder that a command writes several files to. Files of other names that are there stay. */
public final class OutputFolder {
    private OutputFolder() {}

    /**
     * Looks whether {@code folder} can be written to, or be made, before work and money go into what is to be written. Leaves
     * everything as it is.
     *
     * @throws IOException if it cannot; the message is a sentence that names it
     */
    public static void check(Path folder) throws IOException {
        Path there = folder.toAbsolutePath().normalize();
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there)) {
            throw new IOException(
                    "The output " + folder + " cannot be made, since " + there + " is a file: name another folder.");
        }
        if (!Files.isWritable(there)) {
            throw new IOException("The folder " + folder + " cannot be written to: permission denied for " + there
                    + "; name another one.");
        }
    }

    /**
     * Makes {@code folder} if it is not there.
     *
     * @throws IOException if it cannot be made; the message is a sentence that names it
     */
    static void make(Path folder) throws IOException {
        check(folder);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException("The folder " + folder + " cannot be made: name another one.", e);
        }
    }

    /**
     * Writes every file whole, in the order of their names.
     *
     * @throws IOException if one cannot be written; the message names it
     */
    public static void write(Path folder, SortedMap<String, byte[]> files) throws IOException {
        make(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            WholeFile.write(folder.resolve(file.getKey()), file.getValue());
        }
    }
}
