package dev.llmagents.app;

import dev.llmagents.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;

/** Writes what a user asked for to a file: all of it or nothing. */
public final class OutputFile {
    private OutputFile() {}

    /** @throws SettingsException if it cannot be written; what was there before is still there */
    public static void write(Path file, String text) {
        try {
            WholeFile.write(file, text);
        } catch (IOException e) {
            throw new SettingsException("The output " + e.getMessage() + ": name another file with -o.", e);
        }
    }
}
