package dev.llmagents.app;

import dev.llmagents.document.TextDocument;
import dev.llmagents.document.UnreadableInputException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The lines of the files a command line names, for somebody who looks something up in them. */
public final class InputLines {
    private static final int MOST_LINES = 200_000;

    private InputLines() {}

    /**
     * A line that is not blank.
     *
     * @param file its name
     * @param number from 1
     */
    public record Line(String file, int number, String text) {}

    /** What can be read as text of {@code files}; standard input cannot be read again and is left out. */
    public static List<Line> of(List<String> files, Inputs.Kind kind) {
        List<Line> lines = new ArrayList<>();
        for (String file : files) {
            if (file.equals("-")) {
                continue;
            }
            try {
                for (Inputs.Input input : Inputs.of(List.of(file), InputStream.nullInputStream(), kind)) {
                    add(lines, input);
                }
            } catch (UnreadableInputException gone) {
                // It was there when the report was made; the report itself can still be searched.
            }
        }
        return lines;
    }

    private static void add(List<Line> lines, Inputs.Input input) throws UnreadableInputException {
        List<String> text = TextDocument.of(input.name(), input.bytes().read()).lines();
        for (int at = 0; at < text.size() && lines.size() < MOST_LINES; at++) {
            if (!text.get(at).isBlank()) {
                lines.add(new Line(input.name(), at + 1, text.get(at).strip()));
            }
        }
    }
}
