package dev.llmagents.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses the format of a report for somebody who may not have said which. */
final class FormatChoice {
    private static final String TEXT = "TEXT";
    private static final String MARKDOWN = "MARKDOWN";
    private static final Map<String, String> BY_ENDING = Map.of(
            "txt", TEXT, "md", MARKDOWN, "json", "JSON", "csv", "CSV", "html", "HTML", "ics", "ICS", "sarif", "SARIF");

    private FormatChoice() {}

    /**
     * The format asked for; else the one the file's name ends in; else text for a terminal and markdown for the rest.
     *
     * @param formats the formats of a team, {@code TEXT} and {@code MARKDOWN} among them
     */
    static <F extends Enum<F>> F of(Class<F> formats, Optional<F> asked, Optional<Path> file, Terminal terminal) {
        return asked.or(() -> file.flatMap(path -> ofName(formats, path)))
                .orElseGet(() -> Enum.valueOf(formats, file.isEmpty() && terminal.out() ? TEXT : MARKDOWN));
    }

    private static <F extends Enum<F>> Optional<F> ofName(Class<F> formats, Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        String wanted = BY_ENDING.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "");
        return Stream.of(formats.getEnumConstants())
                .filter(format -> format.name().equals(wanted))
                .findFirst();
    }
}
