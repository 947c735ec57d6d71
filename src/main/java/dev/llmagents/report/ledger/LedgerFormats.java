package dev.llmagents.report.ledger;

import dev.llmagents.report.MeetingFormats;

/** The renderers of a ledger, for the formats that meetings can be had in. */
public final class LedgerFormats {
    private LedgerFormats() {}

    /** Loads only the classes of this format. */
    public static LedgerRenderer renderer(MeetingFormats format, MeetingFormats.Destination destination) {
        return switch (format) {
            case TEXT -> new LedgerText(destination.width(), destination.colour());
            case MARKDOWN -> new LedgerMarkdown();
            case JSON -> new LedgerJson();
            case CSV -> new LedgerCsv(destination.file());
            case HTML -> new LedgerHtml();
            case ICS -> LedgerTodos.calendar();
            case ISSUES -> LedgerTodos.issues();
        };
    }
}
