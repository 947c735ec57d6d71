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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what the arguments of a command name: files, the files of folders, and standard input. */
public final class Inputs {
    private static final String STDIN = "-";

    private Inputs() {}

    /**
     * What a team reads.
     *
     * @param what one input in a word, for messages: {@code transcript}
     * @param endings of the files that are looked at in a folder, lower case, without the point; files that are named
     *     may end in anything
     */
    public record Kind(String what, Set<String> endings) {
        public static final Kind TRANSCRIPTS = new Kind(
                "transcript",
                Set.of("txt", "text", "vtt", "srt", "md", "markdown", "json", "docx", "transcript", "log"));

        public Kind {
            endings = Set.copyOf(endings);
        }

        private boolean matches(Path file) {
            String name = file.getFileName().toString();
            String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            return !name.startsWith(".") && endings.contains(ending) && Files.isRegularFile(file);
        }
    }

    /**
     * An input.
     *
     * @param name for people; {@code stdin} for standard input
     * @param fromFolder whether it was found rather than named, so that it may well be something else
     */
    public record Input(String name, boolean fromFolder, Bytes bytes) {
        /** Standard input can be read once only. */
        boolean isStandardInput() {
            return bytes instanceof StandardInput;
        }
    }

    private record StandardInput(InputStream stream) implements Bytes {
        @Override
        public byte[] read() throws UnreadableInputException {
            return InputFile.read("stdin", stream, InputFile.DEFAULT_LIMIT);
        }
    }

    /** Reads an input when it is its turn. */
    @FunctionalInterface
    public interface Bytes {
        byte[] read() throws UnreadableInputException;
    }

    /**
     * @param arguments as the user wrote them
     * @throws UnreadableInputException if one names nothing, or a folder holds no file of the kind
     */
    public static List<Input> of(List<String> arguments, InputStream stdin, Kind kind) throws UnreadableInputException {
        return of(arguments, stdin, kind, file -> true);
    }

    /**
     * The same where not every file may be read.
     *
     * @param mayRead whether a file found in a folder may be; those that may not are passed over
     */
    public static List<Input> of(List<String> arguments, InputStream stdin, Kind kind, Predicate<Path> mayRead)
            throws UnreadableInputException {
        List<Input> inputs = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.equals(STDIN)) {
                inputs.add(new Input("stdin", false, new StandardInput(stdin)));
                continue;
            }
            Path path = path(argument);
            if (Files.isDirectory(path)) {
                inputs.addAll(folder(path, kind, mayRead));
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

    private static List<Input> folder(Path folder, Kind kind, Predicate<Path> mayRead) throws UnreadableInputException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(kind::matches).filter(mayRead).sorted().forEach(files::add);
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new UnreadableInputException(
                    Reason.NO_FILE, "The folder " + folder + " cannot be read: " + e.getMessage() + ".", e);
        }
        if (files.isEmpty()) {
            throw new UnreadableInputException(
                    Reason.NO_CONTENT,
                    "The folder " + folder + " holds no " + kind.what() + ": files ending in "
                            + kind.endings().stream()
                                    .sorted()
                                    .map(ending -> "." + ending)
                                    .collect(Collectors.joining(", "))
                            + " are looked at.");
        }
        return files.stream()
                .map(file -> new Input(
                        folder.relativize(file).toString(), true, () -> InputFile.read(file, InputFile.DEFAULT_LIMIT)))
                .toList();
    }
}
