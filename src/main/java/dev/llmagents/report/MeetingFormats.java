package dev.llmagents.report;

import java.util.Locale;
import java.util.Optional;

/** The formats a meeting report can be had in. A new one is a renderer and a line here. */
public enum MeetingFormats {
    TEXT,
    MARKDOWN,
    JSON,
    CSV,
    HTML,
    /** The action items that have a day, for calendars. */
    ICS,
    /** The action items for issue trackers. */
    ISSUES;

    /**
     * Where a report goes.
     *
     * @param width columns of the terminal; {@link MeetingText#USUAL_WIDTH} where there is none
     * @param colour whether it shows ANSI codes
     * @param file whether it is a file that people open, not a terminal or a pipe
     */
    public record Destination(int width, boolean colour, boolean file) {
        /** A pipe to another program. */
        public static final Destination PIPE = new Destination(MeetingText.USUAL_WIDTH, false, false);
    }

    /** The name in options, for instance {@code markdown}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of that name; empty if there is none. */
    public static Optional<MeetingFormats> named(String label) {
        for (MeetingFormats format : values()) {
            if (format.label().equals(label)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** Loads only the classes of this format, so that a report in the terminal does not wait for a JSON library. */
    public MeetingRenderer renderer(Destination destination) {
        return switch (this) {
            case TEXT -> new MeetingText(destination.width(), destination.colour());
            case MARKDOWN -> new MeetingMarkdown();
            case JSON -> new MeetingJson();
            case CSV -> new MeetingCsv(destination.file());
            case HTML -> new MeetingHtml();
            case ICS -> MeetingTodos.calendar();
            case ISSUES -> MeetingTodos.issues();
        };
    }
}
