package dev.llmagents.document;

import dev.llmagents.document.UnreadableInputException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads the bytes of an input, never more than a limit. A file that is larger is refused by its size before a byte is
 * read; a stream is read up to the limit and then given up.
 */
public final class InputFile {
    /** What an input may weigh when nobody says otherwise: 64 MiB, some 700 hours of transcript. */
    public static final long DEFAULT_LIMIT = 64L << 20;

    private InputFile() {}

    /** The bytes of {@code file}, at most {@code limit} of them. */
    public static byte[] read(Path file, long limit) throws UnreadableInputException {
        String name = file.toString();
        if (Files.isDirectory(file)) {
            throw new UnreadableInputException(Reason.NO_FILE, name + " is a folder: name a file in it.");
        }
        try {
            long size = Files.size(file);
            if (size > limit) {
                throw tooLarge(name, inMebibytes(size) + " large", limit);
            }
            try (InputStream stream = Files.newInputStream(file)) {
                // The size may lie: the file can grow meanwhile, and a pipe has none.
                return read(name, stream, limit);
            }
        } catch (UnreadableInputException e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw new UnreadableInputException(
                    Reason.NO_FILE, name + " does not exist: check the name and the folder.", e);
        } catch (AccessDeniedException e) {
            throw new UnreadableInputException(Reason.NO_FILE, name + " cannot be read: permission denied.", e);
        } catch (IOException e) {
            throw cannotRead(name, e);
        }
    }

    /** The bytes of {@code stream}, at most {@code limit} of them; the stream is left open. */
    public static byte[] read(String name, InputStream stream, long limit) throws UnreadableInputException {
        int most = (int) Math.min(limit, Integer.MAX_VALUE - 16);
        try {
            byte[] bytes = stream.readNBytes(most + 1);
            if (bytes.length > most) {
                throw tooLarge(name, "larger than that", limit);
            }
            return bytes;
        } catch (UnreadableInputException e) {
            throw e;
        } catch (IOException e) {
            throw cannotRead(name, e);
        }
    }

    private static UnreadableInputException cannotRead(String name, IOException cause) {
        return new UnreadableInputException(
                Reason.NO_FILE, name + " cannot be read: " + cause.getMessage() + ".", cause);
    }

    private static UnreadableInputException tooLarge(String name, String size, long limit) {
        return new UnreadableInputException(
                Reason.TOO_LARGE,
                name + " is too large: at most " + inMebibytes(limit) + " are read and it is " + size
                        + "; split it or check that it is the right file.");
    }

    private static String inMebibytes(long bytes) {
        return bytes < 10L << 20 ? bytes + " bytes" : (bytes >> 20) + " MiB";
    }
}
