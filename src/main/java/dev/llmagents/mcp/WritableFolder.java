package dev.llmagents.mcp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The folder an assistant may have files written below. Nothing outside is written, by whatever path or link. */
public final class WritableFolder {
    private final Path root;

    /**
     * @param folder has to exist
     * @param readable has to hold it
     * @throws IllegalArgumentException if {@code folder} is outside {@code readable}
     */
    public WritableFolder(Path folder, ReadableFolder readable) throws IOException {
        root = folder.toRealPath();
        if (!readable.holds(root)) {
            throw new IllegalArgumentException(folder + " is outside the folder for --root");
        }
    }

    /** The folder that {@code name}, relative to this one, leads to; it need not exist. */
    Path folder(String name) throws ToolFailure {
        try {
            Path folder = root.resolve(name).normalize();
            if (!folder.startsWith(root) || !nearest(folder).toRealPath().startsWith(root)) {
                throw new ToolFailure("'" + name + "' is outside " + root + ", the only folder this server writes to.");
            }
            return folder;
        } catch (InvalidPathException e) {
            throw new ToolFailure("'" + name + "' is no folder name.", e);
        } catch (IOException e) {
            throw new ToolFailure("The folder '" + name + "' cannot be used in " + root + ".", e);
        }
    }

    /** What is there of {@code folder}: itself, or the first folder above it that exists. */
    private static Path nearest(Path folder) {
        Path there = folder;
        while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
            there = there.getParent();
        }
        return there;
    }
}
