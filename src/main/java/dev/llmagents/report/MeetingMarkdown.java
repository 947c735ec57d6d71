package dev.llmagents.report;

import dev.llmagents.report.clean.MarkdownText;
import dev.llmagents.team.meetmind.MeetingReport;
import java.util.List;

/**
 * Reports as Markdown that reads well in GitHub and Obsidian and as plain text. No front matter, no HTML. Safe for threads.
 */
public final class MeetingMarkdown implements MeetingRenderer {

    @Override
    public String render(MeetingReports reports, RunFacts facts) {
        Wording words = Wording.of(reports);
        StringBuilder out = new StringBuilder(8192);
        if (reports.isSingle()) {
            meeting(
                    out,
                    reports.meetings().get(0),
                    Wording.title(reports.meetings().get(0)),
                    1,
                    true);
        } else {
            several(out, reports, words);
        }
        out.append("---\n\n");
        paragraph(out, WhoAnswered.always(facts, words.language()));
        out.setLength(out.length() - 1);
        return out.toString();
    }

    private static void several(StringBuilder out, MeetingReports reports, Wording words) {
        List<String> names = Wording.names(reports);
        heading(out, 1, words.say(Phrase.MEETINGS) + " (" + names.size() + ")");
        MarkdownTasks tasks = new MarkdownTasks(out, words);
        for (MeetingTask task : MeetingTask.byDue(reports)) {
            tasks.add(task.id(), task.item(), names.get(task.meeting()));
        }
        heading(out, 2, words.say(Phrase.ACTION_ITEMS));
        tasks.table();
        for (int at = 0; at < names.size(); at++) {
            meeting(out, reports.meetings().get(at), names.get(at), 2, false);
        }
    }

    private static void meeting(StringBuilder out, MeetingReport report, String name, int level, boolean whole) {
        Wording words = new Wording(report.language());
        heading(out, level, MarkdownText.of(name, Lengths.TITLE));
        paragraph(out, words.facts(report));
        paragraph(out, "**" + MarkdownText.of(report.headline().text(), Lengths.TEXT) + "**");
        if (!report.headline().focus().isEmpty()) {
            paragraph(
                    out,
                    words.say(Phrase.MOST_URGENT) + ": "
                            + focus(report.headline().focus()));
        }
        MarkdownSections sections = new MarkdownSections(out, report, words, level + 1);
        sections.summary();
        // In a run of several, all tables are one, above the meetings.
        sections.actionItems(whole);
        sections.decisions();
        sections.openQuestions();
        sections.risks();
        if (whole) {
            sections.requirements();
            sections.features();
            sections.topics();
        }
        sections.participants();
        sections.quality();
    }

    private static String focus(List<String> ids) {
        StringBuilder text = new StringBuilder();
        for (String id : ids) {
            text.append(text.isEmpty() ? "" : ", ").append(MarkdownText.of(id, 8));
        }
        return text.toString();
    }

    static void heading(StringBuilder out, int level, String text) {
        out.append("#".repeat(level)).append(' ').append(text).append("\n\n");
    }

    static void paragraph(StringBuilder out, String text) {
        if (!text.isEmpty()) {
            out.append(text).append("\n\n");
        }
    }
}
