package dev.llmagents.report;

import dev.llmagents.report.clean.PlainText;
import dev.llmagents.team.meetmind.Evidence;

/** Items with what they rest on: in colour the quote dimmed below them, else the line's number behind them. */
final class Evidences {
    // Narrower than this beside a lead, words fall apart; then they go below it.
    private static final int LEAST_ROOM = 24;

    private Evidences() {}

    static void print(TextPage page, Wording words, String lead, int leadColumns, String text, Evidence evidence) {
        int indent = leadColumns;
        String start = lead;
        int startColumns = leadColumns;
        if (page.width() - leadColumns < LEAST_ROOM) {
            page.prose(0, lead.stripTrailing(), Ink.PLAIN);
            indent = 4;
            start = "";
            startColumns = 0;
        }
        if (!page.hasColour()) {
            page.hanging(start, startColumns, indent, text + " [" + evidence.line() + "]", Ink.PLAIN);
            return;
        }
        page.hanging(start, startColumns, indent, text, Ink.PLAIN);
        page.prose(indent, quote(words, evidence), Ink.DIM);
    }

    private static String quote(Wording words, Evidence evidence) {
        return words.say(Phrase.QUOTED, PlainText.of(evidence.quote(), Lengths.QUOTE)) + " "
                + PlainText.of(words.speaker(evidence.speaker()), Lengths.NAME) + ", " + words.place(evidence);
    }
}
