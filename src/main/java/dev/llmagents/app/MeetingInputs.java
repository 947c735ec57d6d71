package dev.llmagents.app;

import dev.llmagents.document.InputFile;
import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.document.UnreadableInputException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the transcripts that the arguments of a command name: files, the files of folders, and standard input. */
public final class MeetingInputs {
    private static final String STDIN = "-";
    private static final Set<String> ENDINGS =
            Set.of("txt", "text", "vtt", "srt", "md", "markdown", "json", "docx", "transcript", "log");

    private MeetingInputs() {}

    /**
     * An input.
     *
     * @param name for people; {@code stdin} for standard input
     * @param fromFolder whether it was found rather than named, so that it may well be no transcript
     */
    public record Input(String name, boolean fromFolder, Bytes bytes) {}

    /** Reads an input when it is its turn. */
    @FunctionalInterface
    public interface Bytes {
        byte[] read() throws UnreadableInputException;
    }

    /**
     * @param arguments as the user wrote them
     * @throws UnreadableInputException if one names nothing, or a folder holds no file that may be a transcript
     */
    public static List<Input> of(List<String> arguments, InputStream stdin) throws UnreadableInputException {
        List<Input> inputs = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.equals(STDIN)) {
                inputs.add(new Input("stdin", false, () -> InputFile.read("stdin", stdin, InputFile.DEFAULT_LIMIT)));
                continue;
            }
            Path path = path(argument);
            if (Files.isDirectory(path)) {
                inputs.addAll(folder(path));
            } else {
                inputs.add(new Input(
                        path.getFileName() == null
                                ? argument
                                : path.getFileName().toString(),
                        false,
                        () -> InputFile.read(path, InputFile.DEFAULT_LIMIT)));
            }
        }
        return inputs;
    }

    private static Path path(String argument) throws UnreadableInputException {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw new UnreadableInputException(Reason.NO_FILE, "'" + argument + "' is no file name.", e);
        }
    }

    private static List<Input> folder(Path folder) throws UnreadableInputException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(MeetingInputs::mayBeTranscript).sorted().forEach(files::add);
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new UnreadableInputException(
                    Reason.NO_FILE, "The folder " + folder + " cannot be read: " + e.getMessage() + ".", e);
        }
        if (files.isEmpty()) {
            throw new UnreadableInputException(
                    Reason.NO_CONTENT,
                    "The folder " + folder
                            + " holds no transcript: files ending in .txt, .vtt, .srt, .md, .json or .docx are looked at.");
        }
        return files.stream()
                .map(file -> new Input(
                        folder.relativize(file).toString(), true, () -> InputFile.read(file, InputFile.DEFAULT_LIMIT)))
                .toList();
    }

    private static boolean mayBeTranscript(Path file) {
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ENDINGS.contains(ending) && Files.isRegularFile(file);
    }
}
