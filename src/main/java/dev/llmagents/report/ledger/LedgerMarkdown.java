package dev.llmagents.report.ledger;

import dev.llmagents.report.RunFacts;
import dev.llmagents.report.WhoAnswered;
import dev.llmagents.report.clean.MarkdownText;
import dev.llmagents.team.meetmind.Evidence;
import dev.llmagents.team.meetmind.ledger.Ledger;
import dev.llmagents.team.meetmind.ledger.LedgerEntry;
import dev.llmagents.team.meetmind.ledger.LedgerEntry.State;
import dev.llmagents.team.meetmind.ledger.LedgerEvent;
import dev.llmagents.team.meetmind.ledger.Reversal;
import java.util.List;

/** A ledger as Markdown: a task list to tick off, with what each meeting said below each task. Safe for threads. */
final class LedgerMarkdown implements LedgerRenderer {
    private static final int NAME = 60;
    private static final int TEXT = 600;
    private static final int QUOTE = 280;

    @Override
    public String render(Ledger ledger, RunFacts facts) {
        LedgerView view = new LedgerView(ledger);
        StringBuilder out = new StringBuilder(4096);
        out.append("# ").append(view.title()).append("\n\n");
        if (!view.counts().isEmpty()) {
            out.append(view.counts()).append("\n\n");
        }
        if (ledger.entries().isEmpty()) {
            out.append(view.say(LedgerPhrase.NONE)).append("\n\n");
        }
        section(out, view, State.OVERDUE);
        section(out, view, State.OPEN);
        reversals(out, view);
        section(out, view, State.DONE);
        out.append("## ").append(view.say(LedgerPhrase.MEETINGS)).append("\n\n");
        for (int at = 0; at < ledger.meetings().size(); at++) {
            out.append("- ").append(MarkdownText.of(view.day(at), NAME)).append(": ");
            out.append(MarkdownText.of(view.meeting(at), 160)).append('\n');
        }
        return out.append("\n---\n\n")
                .append(WhoAnswered.always(facts, view.language()))
                .append('\n')
                .toString();
    }

    private static void section(StringBuilder out, LedgerView view, State state) {
        List<LedgerEntry> entries = view.entries(state);
        if (!entries.isEmpty()) {
            out.append("## ").append(view.say(LedgerPhrase.of(state))).append("\n\n");
            entries.forEach(entry -> entry(out, view, entry));
            out.append('\n');
        }
    }

    private static void reversals(StringBuilder out, LedgerView view) {
        List<Reversal> reversals = view.ledger().reversals();
        if (!reversals.isEmpty()) {
            out.append("## ").append(view.say(LedgerPhrase.REVERSED)).append("\n\n");
            reversals.forEach(reversal -> reversal(out, view, reversal));
            out.append('\n');
        }
    }

    private static void entry(StringBuilder out, LedgerView view, LedgerEntry entry) {
        out.append(entry.state() == State.DONE ? "- [x] **" : "- [ ] **")
                .append(entry.id())
                .append("** ");
        out.append(MarkdownText.of(entry.text(), TEXT)).append(" – ");
        out.append(MarkdownText.of(entry.owner().orElse(view.say(LedgerPhrase.NOBODY)), NAME));
        entry.due()
                .ifPresentOrElse(
                        due -> out.append(" 📅 ").append(due),
                        () -> entry.dueText().ifPresent(said -> out.append(", ").append(MarkdownText.of(said, NAME))));
        out.append('\n');
        for (LedgerEvent event : entry.history()) {
            said(out, view, event.meeting(), view.what(event), event.evidence());
        }
    }

    private static void reversal(StringBuilder out, LedgerView view, Reversal reversal) {
        Reversal.Decision earlier = reversal.earlier();
        Reversal.Decision later = reversal.later();
        out.append("- ").append(MarkdownText.of(later.finding().text(), TEXT)).append('\n');
        said(
                out,
                view,
                earlier.meeting(),
                view.say(LedgerPhrase.FIRST_DECIDED),
                earlier.finding().evidence());
        said(
                out,
                view,
                later.meeting(),
                view.say(LedgerPhrase.THEN_REVERSED),
                later.finding().evidence());
    }

    private static void said(StringBuilder out, LedgerView view, int meeting, String what, Evidence evidence) {
        out.append("  - ").append(MarkdownText.of(view.day(meeting), NAME)).append(' ');
        out.append(MarkdownText.of(what, NAME)).append(": ");
        out.append(view.say(LedgerPhrase.QUOTED, MarkdownText.of(evidence.quote(), QUOTE)))
                .append(" – ");
        out.append(MarkdownText.of(view.place(meeting, evidence), 200)).append('\n');
    }
}
