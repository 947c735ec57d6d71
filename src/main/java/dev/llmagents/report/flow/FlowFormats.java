package dev.llmagents.report.flow;

/** The formats a workflow's report can be had in. */
public enum FlowFormats {
    TEXT,
    MARKDOWN,
    JSON,
    CSV,
    HTML;

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
