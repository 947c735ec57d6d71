package dev.llmagents.app;

import dev.llmagents.file.PrivateFiles;
import dev.llmagents.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;

/**
 * A folder that holds the files of one run and, of those names, of no other: a payment draft left over from yesterday beside
 * the plan of today would be a trap. Files of other names stay.
 */
public final class ArtefactFolder {
    private ArtefactFolder() {}

    /**
     * Writes all files or none: they are written beside the folder first and moved in when all are there.
     *
     * @param names of all files such a run may write; those it does not write are removed
     * @throws IOException if one cannot be written; the message names it
     */
    public static void write(Path folder, Map<String, byte[]> files, Set<String> names) throws IOException {
        OutputFolder.make(folder);
        Path staged = folder.toAbsolutePath().resolve(".llm-agents-new");
        try {
            clear(staged);
            PrivateFiles.createFolder(staged);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                if (Files.isDirectory(folder.resolve(file.getKey()))) {
                    throw new IOException(
                            "The output " + folder.resolve(file.getKey()) + " is a folder: name another --out.");
                }
                WholeFile.write(staged.resolve(file.getKey()), file.getValue());
            }
            for (String name : names) {
                if (!files.containsKey(name)) {
                    Files.deleteIfExists(folder.resolve(name));
                }
            }
            for (String name : files.keySet()) {
                Files.move(
                        staged.resolve(name),
                        folder.resolve(name),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            clear(staged);
        }
    }

    private static void clear(Path staged) throws IOException {
        if (!Files.isDirectory(staged)) {
            return;
        }
        try (var left = Files.list(staged)) {
            for (Path file : left.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(staged);
    }
}
