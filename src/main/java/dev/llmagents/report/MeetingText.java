package dev.llmagents.report;

import dev.llmagents.report.clean.PlainText;
import dev.llmagents.team.meetmind.ActionItem;
import dev.llmagents.team.meetmind.MeetingReport;
import java.util.List;
import java.util.Locale;

/**
 * Reports as text for a terminal: what a reader wants first comes first, and it is readable without colour. Safe for
 * threads.
 */
public final class MeetingText implements MeetingRenderer {
    /** For output whose width nobody tells. */
    public static final int USUAL_WIDTH = 80;

    private static final int WIDEST_MEETING = 28;

    private final int width;
    private final boolean colour;

    /**
     * @param width columns to stay within, at least 40
     * @param colour whether ANSI codes may be written; quotes are then shown, dimmed, below what they stand for
     */
    public MeetingText(int width, boolean colour) {
        this.width = width;
        this.colour = colour;
    }

    @Override
    public String render(MeetingReports reports, RunFacts facts) {
        TextPage page = new TextPage(width, colour);
        Wording words = Wording.of(reports);
        if (reports.isSingle()) {
            whole(page, reports.meetings().get(0));
        } else {
            several(page, reports, words);
        }
        if (hasItems(reports)) {
            page.blank();
            page.prose(0, lines(reports, words), Ink.DIM);
        }
        WhoAnswered.sentence(facts, words.language()).ifPresent(sentence -> {
            page.blank();
            page.prose(0, sentence, Ink.DIM);
        });
        return page.toString();
    }

    private static boolean hasItems(MeetingReports reports) {
        for (MeetingReport report : reports.meetings()) {
            if (!MeetingReport.items(report.minutes(), report.wishes()).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** What the numbers in brackets are. */
    private static String lines(MeetingReports reports, Wording words) {
        if (!reports.isSingle()) {
            return words.say(Phrase.LINES_OF_EACH);
        }
        String name = reports.meetings().get(0).transcript().name();
        return words.say(Phrase.LINES_OF, PlainText.of(name, Lengths.TITLE));
    }

    private static void whole(TextPage page, MeetingReport report) {
        Wording words = new Wording(report.language());
        opening(page, report, Wording.title(report), words);
        MeetingTextSections sections = new MeetingTextSections(page, report, words);
        sections.summary();
        sections.decisions();
        sections.actionItems();
        sections.openQuestions();
        sections.risks();
        sections.requirements();
        sections.features();
        sections.topics();
        sections.participants();
        sections.quality();
    }

    private static void several(TextPage page, MeetingReports reports, Wording words) {
        List<String> names = Wording.names(reports);
        page.prose(0, reports.meetings().size() + " " + lower(words.say(Phrase.MEETINGS)), Ink.BOLD);
        allTasks(page, reports, names, words);
        for (int at = 0; at < names.size(); at++) {
            MeetingReport report = reports.meetings().get(at);
            Wording own = new Wording(report.language());
            page.blank();
            page.prose(0, "─".repeat(page.width()), Ink.DIM);
            opening(page, report, names.get(at), own);
            MeetingTextSections sections = new MeetingTextSections(page, report, own);
            sections.summary();
            sections.decisions();
            // Its action items stand in the list above all meetings.
            sections.openQuestions();
            sections.risks();
            sections.quality();
        }
    }

    private static void allTasks(TextPage page, MeetingReports reports, List<String> names, Wording words) {
        List<MeetingTask> tasks = MeetingTask.byDue(reports);
        if (tasks.isEmpty()) {
            page.blank();
            page.prose(0, words.say(Phrase.NO_ACTION_ITEMS), Ink.PLAIN);
            return;
        }
        TaskTable table = new TaskTable(page, words);
        for (MeetingTask task : tasks) {
            String name = PlainText.of(names.get(task.meeting()), Lengths.TITLE);
            String meeting = Columns.cut(name, Math.min(WIDEST_MEETING, page.width() / 5));
            table.add(task.id(), task.item(), meeting);
        }
        page.blank();
        page.prose(0, heading(words.say(Phrase.ACTION_ITEMS), tasks.size()), Ink.BOLD);
        table.print();
    }

    private static void opening(TextPage page, MeetingReport report, String name, Wording words) {
        page.prose(0, PlainText.of(name, Lengths.TITLE), Ink.BOLD);
        String about = words.facts(report);
        if (!about.isEmpty()) {
            page.prose(0, about, Ink.DIM);
        }
        page.blank();
        page.prose(0, PlainText.of(report.headline().text(), Lengths.TEXT), Ink.PLAIN);
        if (!report.headline().focus().isEmpty()) {
            page.prose(0, words.say(Phrase.MOST_URGENT) + ": " + focus(report), Ink.CYAN);
        }
    }

    /** The ids that matter most; a dated action item with its date. */
    private static String focus(MeetingReport report) {
        StringBuilder focus = new StringBuilder();
        List<ActionItem> actions = report.minutes().actionItems();
        for (String id : report.headline().focus()) {
            focus.append(focus.isEmpty() ? "" : ", ").append(PlainText.of(id, 8));
            for (int at = 0; at < actions.size(); at++) {
                if (id.equals("A" + (at + 1)) && actions.get(at).due().isPresent()) {
                    focus.append(" (").append(actions.get(at).due().get()).append(')');
                }
            }
        }
        return focus.toString();
    }

    static String heading(String title, int count) {
        return title.toUpperCase(Locale.ROOT) + " (" + count + ")";
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
