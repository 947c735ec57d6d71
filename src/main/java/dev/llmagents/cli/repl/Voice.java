package dev.llmagents.cli.repl;

import dev.llmagents.report.FilledText;
import dev.llmagents.report.clean.PlainText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntSupplier;

/** Says things to the user: results to one stream, the rest to the other, both cleaned of what a terminal obeys. */
final class Voice {
    private static final String FAINT = "\u001B[2m";
    private static final String PLAIN = "\u001B[0m";

    private final OutputStream out;
    private final OutputStream err;
    private final boolean colour;
    private final IntSupplier columns;

    /** @param columns of the terminal, between whose words lines are broken; 0 where there is none */
    Voice(OutputStream out, OutputStream err, boolean colour, IntSupplier columns) {
        this.out = out;
        this.err = err;
        this.colour = colour;
        this.columns = columns;
    }

    /** A line, or several, of what was asked for. */
    void say(String text) {
        write(out, clean(text) + "\n");
    }

    /** Rows of cells, in columns as wide as they need; what does not fit goes on below the last cell. */
    void table(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        List<List<String>> clean = rows.stream()
                .map(row -> row.stream().map(PlainText::of).toList())
                .toList();
        for (List<String> row : clean) {
            StringBuilder line = new StringBuilder();
            int last = 0;
            for (int column = 0; column < row.size(); column++) {
                int at = column;
                int width = clean.stream()
                        .mapToInt(each -> each.get(at).length())
                        .max()
                        .orElse(0);
                last = line.length();
                line.append(row.get(column))
                        .append(" ".repeat(width - row.get(column).length() + 2));
            }
            text.append(FilledText.of(line.toString().stripTrailing(), columns.getAsInt(), last))
                    .append('\n');
        }
        write(out, text.toString());
    }

    /** A line that stands behind another. */
    void faint(String text) {
        write(out, (colour ? FAINT : "") + clean(text) + (colour ? PLAIN : "") + "\n");
    }

    /** A line beside what was asked for. */
    void tell(String sentence) {
        write(err, clean(sentence) + "\n");
    }

    private String clean(String text) {
        StringBuilder lines = new StringBuilder();
        text.stripTrailing().lines().forEach(line -> {
            String indent =
                    line.substring(0, line.length() - line.stripLeading().length());
            lines.append(lines.isEmpty() ? "" : "\n")
                    .append(FilledText.of(
                            indent.replace('\t', ' ') + PlainText.of(line), columns.getAsInt(), indent.length()));
        });
        return lines.toString();
    }

    private static synchronized void write(OutputStream stream, String text) {
        try {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
            stream.flush();
        } catch (IOException nowhereToSayIt) {
            // The terminal is gone; the next read will tell.
        }
    }
}
