package dev.llmagents.report.stats;

import dev.llmagents.usage.stats.Dimension;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats usage can be had in. A new one is a renderer and a line here. */
public enum StatsFormats {
    TABLE("txt"),
    JSON("json"),
    CSV("csv"),
    MARKDOWN("md"),
    PROMETHEUS("prom"),
    HTML("html");

    private final String ending;

    StatsFormats(String ending) {
        this.ending = ending;
    }

    /**
     * Where a report goes.
     *
     * @param width columns of the terminal
     * @param colour whether it shows ANSI codes
     * @param unicode whether it shows more than ASCII
     * @param file whether it is a file that people open, not a terminal or a pipe
     */
    public record Destination(int width, boolean colour, boolean unicode, boolean file) {
        /** A pipe to another program. */
        public static final Destination PIPE = new Destination(100, false, true, false);
    }

    /** The name in options, for instance {@code markdown}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of a file of that name; empty if its ending says nothing. */
    public static Optional<StatsFormats> ofFile(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        for (StatsFormats format : values()) {
            if (format.ending.equals(ending)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** The dimensions a format cannot do without; empty if the user may choose. */
    public Optional<List<Dimension>> dimensions() {
        return this == PROMETHEUS ? Optional.of(StatsPrometheus.DIMENSIONS) : Optional.empty();
    }

    /** Loads only the classes of this format. */
    public StatsRenderer renderer(Destination destination) {
        return switch (this) {
            case TABLE -> new StatsTable(destination);
            case JSON -> new StatsJson();
            case CSV -> new StatsCsv(destination.file());
            case MARKDOWN -> new StatsMarkdown();
            case PROMETHEUS -> new StatsPrometheus();
            case HTML -> new StatsHtml();
        };
    }
}
