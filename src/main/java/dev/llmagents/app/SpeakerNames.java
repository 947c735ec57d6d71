package dev.llmagents.app;

import dev.llmagents.document.InputFile;
import dev.llmagents.document.TextDocument;
import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.document.UnreadableInputException.Reason;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a file of speakers' names: lines of {@code Spelling = Name}, comments with {@code #}. */
public final class SpeakerNames {
    private static final long LARGEST = 1L << 20;

    private SpeakerNames() {}

    /**
     * The names by spelling.
     *
     * @throws UnreadableInputException if the file cannot be read or a line is of another form
     */
    public static Map<String, String> read(Path file) throws UnreadableInputException {
        Map<String, String> names = new LinkedHashMap<>();
        int number = 0;
        for (String raw :
                TextDocument.of(file.toString(), InputFile.read(file, LARGEST)).lines()) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            if (equals < 1 || equals == line.length() - 1) {
                throw new UnreadableInputException(
                        Reason.DAMAGED, file + ", line " + number + ": expected 'Spelling = Name'.");
            }
            names.put(
                    line.substring(0, equals).strip(),
                    line.substring(equals + 1).strip());
        }
        return names;
    }
}
