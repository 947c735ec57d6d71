package dev.llmagents.report.ledger;

import dev.llmagents.report.HtmlPage;
import dev.llmagents.report.RunFacts;
import dev.llmagents.report.WhoAnswered;
import dev.llmagents.report.clean.HtmlText;
import dev.llmagents.team.meetmind.Evidence;
import dev.llmagents.team.meetmind.ledger.Ledger;
import dev.llmagents.team.meetmind.ledger.LedgerEntry;
import dev.llmagents.team.meetmind.ledger.LedgerEntry.State;
import dev.llmagents.team.meetmind.ledger.LedgerEvent;
import dev.llmagents.team.meetmind.ledger.Reversal;
import java.util.List;

/** A ledger as one page that needs nothing else: no script, no font, no request. Safe for threads. */
final class LedgerHtml implements LedgerRenderer {
    private static final int NAME = 60;
    private static final int TEXT = 600;
    private static final int QUOTE = 280;

    @Override
    public String render(Ledger ledger, RunFacts facts) {
        LedgerView view = new LedgerView(ledger);
        StringBuilder out = new StringBuilder(16_384);
        HtmlPage.open(out, view.language().code(), HtmlText.escape(view.title()), List.of("meeting.css", "ledger.css"));
        out.append("<header class=\"cover first\">\n<p class=\"eyebrow\">MeetMind</p>\n<h1>");
        out.append(HtmlText.escape(view.title())).append("</h1>\n<p class=\"facts\">");
        out.append(HtmlText.escape(view.counts())).append("</p>\n</header>\n");
        if (ledger.entries().isEmpty()) {
            out.append("<p class=\"none\">").append(view.say(LedgerPhrase.NONE)).append("</p>\n");
        }
        section(out, view, State.OVERDUE);
        section(out, view, State.OPEN);
        reversals(out, view);
        section(out, view, State.DONE);
        meetings(out, view);
        out.append("<footer>\n<p>").append(HtmlText.escape(WhoAnswered.always(facts, view.language())));
        out.append("</p>\n");
        for (String warning : facts.warnings()) {
            out.append("<p class=\"warning\">")
                    .append(HtmlText.of(warning, TEXT))
                    .append("</p>\n");
        }
        return out.append("</footer>\n</main>\n</body>\n</html>\n").toString();
    }

    private static void section(StringBuilder out, LedgerView view, State state) {
        List<LedgerEntry> entries = view.entries(state);
        if (entries.isEmpty()) {
            return;
        }
        out.append("<section class=\"ledger ").append(state.label()).append("\">\n<h2>");
        out.append(view.say(LedgerPhrase.of(state)))
                .append(" <span class=\"muted\">")
                .append(entries.size());
        out.append("</span></h2>\n<ol>\n");
        for (LedgerEntry entry : entries) {
            out.append("<li id=\"")
                    .append(entry.id())
                    .append("\">\n<h3><span class=\"id\">")
                    .append(entry.id());
            out.append("</span> ").append(HtmlText.of(entry.text(), TEXT)).append("</h3>\n<p class=\"who\">");
            out.append(HtmlText.of(entry.owner().orElse(view.say(LedgerPhrase.NOBODY)), NAME))
                    .append(" · ");
            due(out, view, entry);
            out.append("</p>\n<ul>\n");
            for (LedgerEvent event : entry.history()) {
                said(out, view, event.meeting(), view.what(event), event.evidence());
            }
            out.append("</ul>\n</li>\n");
        }
        out.append("</ol>\n</section>\n");
    }

    private static void due(StringBuilder out, LedgerView view, LedgerEntry entry) {
        if (entry.due().isPresent()) {
            out.append("<time datetime=\"").append(entry.due().get()).append("\">");
            out.append(entry.due().get()).append("</time>");
        } else {
            out.append(HtmlText.of(entry.dueText().orElse(view.say(LedgerPhrase.NO_DATE)), NAME));
        }
    }

    private static void said(StringBuilder out, LedgerView view, int meeting, String what, Evidence evidence) {
        out.append("<li class=\"said\"><b>")
                .append(HtmlText.of(view.day(meeting), NAME))
                .append(' ');
        out.append(HtmlText.of(what, NAME)).append("</b> <q>").append(HtmlText.of(evidence.quote(), QUOTE));
        out.append("</q> <cite>")
                .append(HtmlText.of(view.place(meeting, evidence), 200))
                .append("</cite></li>\n");
    }

    private static void reversals(StringBuilder out, LedgerView view) {
        List<Reversal> reversals = view.ledger().reversals();
        if (reversals.isEmpty()) {
            return;
        }
        out.append("<section class=\"ledger reversed\">\n<h2>").append(view.say(LedgerPhrase.REVERSED));
        out.append(" <span class=\"muted\">").append(reversals.size()).append("</span></h2>\n<ol>\n");
        for (Reversal reversal : reversals) {
            Reversal.Decision earlier = reversal.earlier();
            Reversal.Decision later = reversal.later();
            out.append("<li>\n<h3>")
                    .append(HtmlText.of(later.finding().text(), TEXT))
                    .append("</h3>\n<ul>\n");
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
            out.append("</ul>\n</li>\n");
        }
        out.append("</ol>\n</section>\n");
    }

    private static void meetings(StringBuilder out, LedgerView view) {
        out.append("<section>\n<h2>").append(view.say(LedgerPhrase.MEETINGS)).append("</h2>\n<ol>\n");
        for (int at = 0; at < view.ledger().meetings().size(); at++) {
            out.append("<li>").append(HtmlText.of(view.day(at), NAME)).append(" <span class=\"muted\">");
            out.append(HtmlText.of(view.meeting(at), 160)).append("</span></li>\n");
        }
        out.append("</ol>\n</section>\n");
    }
}
