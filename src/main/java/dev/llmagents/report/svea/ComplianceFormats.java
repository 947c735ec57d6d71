package dev.llmagents.report.svea;

import java.util.Locale;

/** The formats a compliance report can be had in. A new one is a renderer and a line here. */
public enum ComplianceFormats {
    TEXT,
    MARKDOWN,
    JSON,
    CSV,
    HTML,
    SARIF;

    /** The name in options, for instance {@code sarif}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Loads only the classes of this format.
     *
     * @param width columns of the terminal
     * @param colour whether it shows ANSI codes
     * @param file whether the report goes to a file that people open
     */
    public ComplianceRenderer renderer(ComplianceWords words, int width, boolean colour, boolean file) {
        return switch (this) {
            case TEXT -> new ComplianceText(words, width, colour);
            case MARKDOWN -> new ComplianceMarkdown(words);
            case JSON -> new ComplianceJson();
            case CSV -> new ComplianceCsv(file);
            case HTML -> new ComplianceHtml(words);
            case SARIF -> new ComplianceSarif();
        };
    }
}
