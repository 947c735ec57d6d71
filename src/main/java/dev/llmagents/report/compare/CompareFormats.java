package dev.llmagents.report.compare;

import java.util.Locale;
import java.util.Optional;

/** The formats a comparison can be had in. */
public enum CompareFormats {
    TEXT("txt"),
    MARKDOWN("md"),
    JSON("json"),
    HTML("html");

    private final String ending;

    CompareFormats(String ending) {
        this.ending = ending;
    }

    /** The format of a file of that name; empty if its ending says nothing. */
    public static Optional<CompareFormats> ofFile(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        for (CompareFormats format : values()) {
            if (format.ending.equals(ending)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /**
     * @param width columns of the terminal
     * @param colour whether it shows ANSI codes
     */
    public CompareRenderer renderer(int width, boolean colour) {
        return switch (this) {
            case TEXT -> new CompareText(width, colour);
            case MARKDOWN -> new CompareMarkdown();
            case JSON -> new CompareJson();
            case HTML -> new CompareHtml();
        };
    }
}
