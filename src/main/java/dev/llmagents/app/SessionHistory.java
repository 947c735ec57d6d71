package dev.llmagents.app;

import dev.llmagents.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;

/** Where the interactive mode keeps what was typed: a private file under the state folder. */
public final class SessionHistory {
    private SessionHistory() {}

    /**
     * The file, made with mode 0600 if it is not there.
     *
     * @param state the folder of the program's state
     * @throws IOException if it cannot be made
     */
    public static Path file(Path state) throws IOException {
        Path file = state.resolve("repl").resolve("history");
        PrivateFiles.createFile(file);
        return file;
    }
}
