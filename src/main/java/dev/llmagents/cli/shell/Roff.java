package dev.llmagents.cli.shell;

import java.util.Locale;

/** Writes the source of a manual page in the macros of man(7). Text is quoted, so that none of it is taken for a request. */
final class Roff {
    private final StringBuilder source = new StringBuilder();

    /**
     * The heading of the page.
     *
     * @param program name and version
     */
    Roff title(String name, String program) {
        // No date: the same program is to write the same page.
        source.append(".TH \"")
                .append(quoted(name.toUpperCase(Locale.ROOT)))
                .append("\" 1 \"\" \"")
                .append(quoted(program))
                .append("\" \"")
                .append(quoted("llm-agents manual"))
                .append("\"\n");
        return this;
    }

    Roff section(String heading) {
        source.append(".SH ").append(quoted(heading.toUpperCase(Locale.ROOT))).append('\n');
        return this;
    }

    Roff text(String text) {
        source.append(line(text)).append('\n');
        return this;
    }

    Roff paragraph(String text) {
        source.append(".PP\n");
        return text(text);
    }

    /** A term and what is to be said of it. */
    Roff item(String markedTerm, String text) {
        source.append(".TP\n").append(markedTerm).append('\n');
        return text(text.isEmpty() ? " " : text);
    }

    /** Lines as they are. */
    Roff verbatim(Iterable<String> lines) {
        source.append(".nf\n");
        for (String text : lines) {
            source.append(line(text)).append('\n');
        }
        source.append(".fi\n");
        return this;
    }

    /** Text that is already marked. */
    Roff marked(String text) {
        source.append(text).append('\n');
        return this;
    }

    static String bold(String text) {
        return "\\fB" + quoted(text) + "\\fR";
    }

    static String italic(String text) {
        return "\\fI" + quoted(text) + "\\fR";
    }

    private static String line(String text) {
        String quoted = quoted(text);
        // At the beginning of a line these two make it a request.
        return quoted.startsWith(".") || quoted.startsWith("'") ? "\\&" + quoted : quoted;
    }

    /** {@code text} with every character that means something to roff quoted, on one line. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder();
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '\\' -> quoted.append("\\e");
                // A hyphen that can be copied into a shell.
                case '-' -> quoted.append("\\-");
                case '"' -> quoted.append("\\(dq");
                case '\'' -> quoted.append("\\(aq");
                case '`' -> quoted.append("\\(ga");
                case '^' -> quoted.append("\\(ha");
                case '~' -> quoted.append("\\(ti");
                case '\n' -> quoted.append(' ');
                default -> {
                    if (letter < 0x80) {
                        quoted.append((char) letter);
                    } else {
                        quoted.append(String.format(Locale.ROOT, "\\[u%04X]", letter));
                    }
                }
            }
        });
        return quoted.toString();
    }

    @Override
    public String toString() {
        return source.toString();
    }
}
