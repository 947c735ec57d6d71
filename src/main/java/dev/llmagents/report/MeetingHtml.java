package dev.llmagents.report;

import dev.llmagents.report.clean.HtmlText;
import dev.llmagents.team.meetmind.MeetingReport;
import java.util.List;

/**
 * Reports as one page that needs nothing else: no script, no font, no request. A content security policy holds it to that
 * even if a text of others should slip through. Reads in light and dark, on a phone and on paper. Safe for threads.
 */
public final class MeetingHtml implements MeetingRenderer {
    private static final String STYLE = "meeting.css";

    @Override
    public String render(MeetingReports reports, RunFacts facts) {
        Wording words = Wording.of(reports);
        List<String> names = Wording.names(reports);
        StringBuilder out = new StringBuilder(32_768);
        String title = reports.isSingle() ? names.get(0) : words.say(Phrase.MEETINGS) + " (" + names.size() + ")";
        head(out, title, words);
        if (reports.isSingle()) {
            new HtmlMeeting(out, reports.meetings().get(0), "", 1).whole(names.get(0));
        } else {
            several(out, reports, names, title, words);
        }
        new HtmlFooter(out, words).write(facts);
        out.append("</main>\n</body>\n</html>\n");
        return out.toString();
    }

    private static void several(
            StringBuilder out, MeetingReports reports, List<String> names, String title, Wording words) {
        out.append("<header class=\"cover first\">\n<p class=\"eyebrow\">").append(words.say(Phrase.MEETING_REPORT));
        out.append("</p>\n<h1>").append(HtmlText.escape(title)).append("</h1>\n<nav><ol>\n");
        for (int at = 0; at < names.size(); at++) {
            MeetingReport report = reports.meetings().get(at);
            out.append("<li><a href=\"#").append(prefix(at)).append("top\">");
            out.append(HtmlText.of(names.get(at), Lengths.TITLE)).append("</a> <span class=\"muted\">");
            out.append(words.facts(report)).append("</span></li>\n");
        }
        out.append("</ol></nav>\n</header>\n<section class=\"all\">\n<h2>").append(words.say(Phrase.ACTION_ITEMS));
        out.append("</h2>\n");
        HtmlTasks tasks = new HtmlTasks(out, words);
        for (MeetingTask task : MeetingTask.byDue(reports)) {
            tasks.addLinked(task.id(), task.item(), prefix(task.meeting()), names.get(task.meeting()));
        }
        tasks.write();
        out.append("</section>\n");
        for (int at = 0; at < names.size(); at++) {
            new HtmlMeeting(out, reports.meetings().get(at), prefix(at), 2).whole(names.get(at));
        }
    }

    /** What goes before the ids of a meeting's items, so that those of several do not collide. */
    private static String prefix(int meeting) {
        return "m" + (meeting + 1) + "-";
    }

    private static void head(StringBuilder out, String title, Wording words) {
        HtmlPage.open(
                out,
                words.language().code(),
                HtmlText.of(title, Lengths.TITLE) + " · " + words.say(Phrase.MEETING_REPORT),
                List.of(STYLE));
    }
}
