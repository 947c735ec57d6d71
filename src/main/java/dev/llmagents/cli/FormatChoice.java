package dev.llmagents.cli;

import dev.llmagents.report.MeetingFormats;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Chooses the format of a report for somebody who may not have said which. */
final class FormatChoice {
    private static final Map<String, MeetingFormats> BY_ENDING = Map.of(
            "txt", MeetingFormats.TEXT,
            "md", MeetingFormats.MARKDOWN,
            "json", MeetingFormats.JSON,
            "csv", MeetingFormats.CSV,
            "html", MeetingFormats.HTML,
            "ics", MeetingFormats.ICS);

    private FormatChoice() {}

    /** The format asked for; else the one the file's name ends in; else text for a terminal and markdown for the rest. */
    static MeetingFormats of(Optional<MeetingFormats> asked, Optional<Path> file, Terminal terminal) {
        return asked.or(() -> file.flatMap(FormatChoice::ofName))
                .orElse(file.isEmpty() && terminal.out() ? MeetingFormats.TEXT : MeetingFormats.MARKDOWN);
    }

    private static Optional<MeetingFormats> ofName(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY_ENDING.get(name.substring(name.lastIndexOf('.') + 1)));
    }
}
