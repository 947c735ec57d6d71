package dev.llmagents.report.ledger;

import dev.llmagents.report.Columns;
import dev.llmagents.report.Ink;
import dev.llmagents.report.RunFacts;
import dev.llmagents.report.TextPage;
import dev.llmagents.report.clean.PlainText;
import dev.llmagents.team.meetmind.Evidence;
import dev.llmagents.team.meetmind.ledger.Ledger;
import dev.llmagents.team.meetmind.ledger.LedgerEntry;
import dev.llmagents.team.meetmind.ledger.LedgerEntry.State;
import dev.llmagents.team.meetmind.ledger.LedgerEvent;
import dev.llmagents.team.meetmind.ledger.Reversal;
import java.util.List;
import java.util.Locale;

/** A ledger for a terminal. Safe for threads. */
final class LedgerText implements LedgerRenderer {
    private static final int NAME = 60;
    private static final int TEXT = 600;
    private static final int QUOTE = 280;

    private final int width;
    private final boolean colour;

    LedgerText(int width, boolean colour) {
        this.width = width;
        this.colour = colour;
    }

    @Override
    public String render(Ledger ledger, RunFacts facts) {
        LedgerView view = new LedgerView(ledger);
        TextPage page = new TextPage(width, colour);
        page.prose(0, view.title(), Ink.BOLD);
        page.prose(0, view.counts(), Ink.PLAIN);
        if (ledger.entries().isEmpty()) {
            page.blank();
            page.prose(0, view.say(LedgerPhrase.NONE), Ink.PLAIN);
        }
        section(page, view, State.OVERDUE);
        section(page, view, State.OPEN);
        reversals(page, view);
        section(page, view, State.DONE);
        return page.toString();
    }

    private static void section(TextPage page, LedgerView view, State state) {
        List<LedgerEntry> entries = view.entries(state);
        if (!entries.isEmpty()) {
            page.blank();
            page.prose(0, view.say(LedgerPhrase.of(state)).toUpperCase(Locale.ROOT), heading(state));
            entries.forEach(entry -> entry(page, view, entry));
        }
    }

    private static void reversals(TextPage page, LedgerView view) {
        List<Reversal> reversals = view.ledger().reversals();
        if (!reversals.isEmpty()) {
            page.blank();
            page.prose(0, view.say(LedgerPhrase.REVERSED).toUpperCase(Locale.ROOT), Ink.YELLOW);
            reversals.forEach(reversal -> reversal(page, view, reversal));
        }
    }

    private static Ink heading(State state) {
        return switch (state) {
            case OVERDUE -> Ink.RED;
            case OPEN -> Ink.BOLD;
            case DONE -> Ink.GREEN;
        };
    }

    private static void entry(TextPage page, LedgerView view, LedgerEntry entry) {
        String lead =
                "  " + Columns.padded(entry.id(), 4) + Columns.padded(PlainText.of(view.due(entry), NAME), 10) + "  ";
        String owner = entry.owner().map(name -> PlainText.of(name, NAME)).orElse(view.say(LedgerPhrase.NOBODY));
        page.hanging(lead, Columns.of(lead), 18, PlainText.of(entry.text(), TEXT) + " – " + owner, Ink.PLAIN);
        for (LedgerEvent event : entry.history()) {
            said(page, view, event.meeting(), view.what(event), event.evidence());
        }
    }

    private static void said(TextPage page, LedgerView view, int meeting, String what, Evidence evidence) {
        String text = PlainText.of(view.day(meeting), NAME) + " " + PlainText.of(what, NAME) + ": "
                + view.say(LedgerPhrase.QUOTED, PlainText.of(evidence.quote(), QUOTE)) + " "
                + PlainText.of(view.place(meeting, evidence), 200);
        page.hanging("      ", 6, 8, text, Ink.DIM);
    }

    private static void reversal(TextPage page, LedgerView view, Reversal reversal) {
        Reversal.Decision earlier = reversal.earlier();
        Reversal.Decision later = reversal.later();
        page.prose(2, PlainText.of(later.finding().text(), TEXT), Ink.PLAIN);
        said(
                page,
                view,
                earlier.meeting(),
                view.say(LedgerPhrase.FIRST_DECIDED),
                earlier.finding().evidence());
        said(
                page,
                view,
                later.meeting(),
                view.say(LedgerPhrase.THEN_REVERSED),
                later.finding().evidence());
    }
}
