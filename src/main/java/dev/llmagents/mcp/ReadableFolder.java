package dev.llmagents.mcp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The folder an assistant may have files read from. A text it was given may tell it to ask for any file of the machine, so
 * nothing outside is read, by whatever path.
 */
public final class ReadableFolder {
    private final Path root;

    /** @param root has to exist */
    public ReadableFolder(Path root) throws IOException {
        this.root = root.toRealPath();
    }

    /** The file that {@code path}, relative to the folder or absolute, leads to. */
    Path file(String path) throws ToolFailure {
        try {
            Path real = root.resolve(path).toRealPath();
            if (!real.startsWith(root)) {
                throw outside(path);
            }
            if (!Files.isRegularFile(real)) {
                throw new ToolFailure("'" + path + "' is no file.");
            }
            return real;
        } catch (InvalidPathException e) {
            throw new ToolFailure("'" + path + "' is no file name.", e);
        } catch (IOException e) {
            throw new ToolFailure("There is no file '" + path + "' in " + root + ".", e);
        }
    }

    /** The file or folder that {@code path}, relative to the folder or absolute, leads to, as arguments of a command name it. */
    Path fileOrFolder(String path) throws ToolFailure {
        try {
            Path real = root.resolve(path).toRealPath();
            if (!real.startsWith(root)) {
                throw outside(path);
            }
            return real;
        } catch (InvalidPathException e) {
            throw new ToolFailure("'" + path + "' is no file name.", e);
        } catch (IOException e) {
            throw new ToolFailure("There is no file or folder '" + path + "' in " + root + ".", e);
        }
    }

    /** Whether a path without links lies in the folder. */
    boolean holds(Path real) {
        return real.startsWith(root);
    }

    /** Whether {@code file} is one and lies in the folder, links followed. */
    boolean holdsFile(Path file) {
        try {
            return holds(file.toRealPath()) && Files.isRegularFile(file);
        } catch (IOException missing) {
            return false;
        }
    }

    private ToolFailure outside(String path) {
        return new ToolFailure("'" + path + "' is outside " + root
                + ", the only folder this server reads; start it with --root for another one.");
    }
}
