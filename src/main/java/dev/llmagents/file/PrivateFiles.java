package dev.llmagents.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files and folders that only their owner can read.
 *
 * <p>The permissions are given when the file is created, not after, so there is no moment in which others can open it.
 * Where the file system has no POSIX permissions the folder's own protection is all there is. What exists already keeps
 * the permissions somebody chose for it. Thread-safe.
 */
public final class PrivateFiles {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private PrivateFiles() {}

    /** Creates {@code folder} and the folders above it that are missing, each with mode 0700. */
    public static void createFolder(Path folder) throws IOException {
        try {
            Files.createDirectories(folder, folderAttributes(folder));
        } catch (IOException | RuntimeException e) {
            throw FileProblem.explain("create the folder", folder, e);
        }
    }

    /** Creates {@code file} empty with mode 0600, and its folders, unless it exists. */
    public static void createFile(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            createFolder(folder);
        }
        try {
            Files.createFile(file, fileAttributes(file));
        } catch (FileAlreadyExistsException e) {
            // Somebody was quicker, or it was there all along: both are what the caller wants.
            if (Files.isDirectory(file)) {
                throw new IOException("cannot create " + file + ": it is a folder", e);
            }
        } catch (IOException | RuntimeException e) {
            throw FileProblem.explain("create", file, e);
        }
    }

    static FileAttribute<?>[] folderAttributes(Path path) {
        return attributes(path, FOLDER);
    }

    static FileAttribute<?>[] fileAttributes(Path path) {
        return attributes(path, FILE);
    }

    static boolean hasPosixPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return hasPosixPermissions(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
