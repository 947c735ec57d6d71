package dev.llmagents.app;

import dev.llmagents.file.WholeFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;

/** A folder that a command writes several files to. Files of other names that are there stay. */
public final class OutputFolder {
    private OutputFolder() {}

    /**
     * Looks whether {@code folder} can be written to, before work and money go into what is to be written; makes it.
     *
     * @throws IOException if it cannot; the message is a sentence that names it
     */
    public static void check(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException file) {
            throw new IOException("The output " + folder + " is a file: name a folder.", file);
        } catch (IOException e) {
            throw new IOException("The folder " + folder + " cannot be made: name another one.", e);
        }
        if (!Files.isWritable(folder)) {
            throw new IOException("The folder " + folder + " cannot be written to: permission denied; name another one.");
        }
    }

    /**
     * Writes every file whole, in the order of their names.
     *
     * @throws IOException if one cannot be written; the message names it
     */
    public static void write(Path folder, SortedMap<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            WholeFile.write(folder.resolve(file.getKey()), file.getValue());
        }
    }
}
