package dev.llmagents.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;

/**
 * Words for what went wrong with a file. The JDK's own messages are often the bare path, which tells a reader nothing.
 */
public final class FileProblem {
    private FileProblem() {}

    /**
     * The same failure with a message that is one sentence.
     *
     * @param doing what was tried, as a verb: {@code write}, {@code append to}
     * @param file what it was tried on
     */
    public static IOException explain(String doing, Path file, Exception cause) {
        return new IOException("cannot " + doing + " " + file + ": " + reason(file, cause), cause);
    }

    private static String reason(Path file, Exception cause) {
        if (cause instanceof NoSuchFileException missing) {
            return missing.getFile() == null || missing.getFile().equals(file.toString())
                    ? "it or its folder does not exist"
                    : missing.getFile() + " does not exist";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof NotDirectoryException || cause instanceof FileAlreadyExistsException) {
            return ((FileSystemException) cause).getFile() + " is in the way and is no folder";
        }
        if (cause instanceof ReadOnlyFileSystemException) {
            return "the file system is read-only";
        }
        if (cause instanceof FileSystemException failed && failed.getReason() != null) {
            return failed.getReason();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
