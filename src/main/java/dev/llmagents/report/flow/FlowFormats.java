package dev.llmagents.report.flow;

import java.util.Locale;
import java.util.Optional;

/** The formats a workflow's report can be had in. */
public enum FlowFormats {
    TEXT("txt"),
    MARKDOWN("md"),
    JSON("json"),
    CSV("csv"),
    HTML("html");

    private final String ending;

    FlowFormats(String ending) {
        this.ending = ending;
    }

    /** The format that files of that name usually have. */
    public static Optional<FlowFormats> ofFile(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        wanted = wanted.substring(wanted.lastIndexOf('.') + 1);
        for (FlowFormats format : values()) {
            if (format.ending.equals(wanted)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /**
     * @param width columns of the terminal
     * @param colour whether it shows ANSI codes
     * @param file whether the report goes to a file that people open
     */
    public FlowRenderer renderer(int width, boolean colour, boolean file) {
        return switch (this) {
            case TEXT -> new FlowText(width, colour);
            case MARKDOWN -> new FlowMarkdown();
            case JSON -> new FlowJson();
            case CSV -> new FlowCsv(file);
            case HTML -> new FlowHtml();
        };
    }
}
