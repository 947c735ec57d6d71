package dev.llmagents.app;

import dev.llmagents.file.PrivateFiles;
import dev.llmagents.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A folder that is filled for the first time. */
public final class NewFolder {
    private NewFolder() {}

    /**
     * Writes files below {@code folder}, by their paths seen from it.
     *
     * @throws IOException if one of them is there already, so that nothing was written, or if one cannot be written
     */
    public static void write(Path folder, Map<String, byte[]> files) throws IOException {
        for (String name : files.keySet()) {
            if (Files.exists(folder.resolve(name))) {
                throw new IOException("The file " + folder.resolve(name)
                        + " is there already and is not overwritten: name a new folder.");
            }
        }
        OutputFolder.make(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            PrivateFiles.createFolder(target.getParent());
            WholeFile.write(target, file.getValue());
        }
    }
}
