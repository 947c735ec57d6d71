package dev.llmagents.report;

import dev.llmagents.report.clean.CsvText;
import dev.llmagents.team.meetmind.ActionItem;
import dev.llmagents.team.meetmind.Evidence;

/**
 * The action items of all meetings as CSV (RFC 4180: commas, CRLF, one header line). Safe for threads.
 *
 * <p>Items stand in the order of the reports, so that the same line of two runs is the same item.
 */
public final class MeetingCsv implements MeetingRenderer {
    private static final String HEADER =
            "meeting,id,task,owner,due,due_words,quote,line,speaker,start,confidence,source";
    private static final String LINE_END = "\r\n";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final boolean marked;

    /**
     * @param marked whether to begin with a byte order mark. Excel reads UTF-8 rightly only with it, so a file that people
     *     open wants one; a program at the other end of a pipe would take it for a part of the first column's name
     */
    public MeetingCsv(boolean marked) {
        this.marked = marked;
    }

    @Override
    public String render(MeetingReports reports, RunFacts facts) {
        StringBuilder csv = new StringBuilder(1024);
        if (marked) {
            csv.append(BYTE_ORDER_MARK);
        }
        csv.append(HEADER).append(LINE_END);
        for (MeetingTask task : MeetingTask.inOrder(reports)) {
            String meeting = reports.meetings().get(task.meeting()).transcript().name();
            row(csv, meeting, task.id(), task.item());
        }
        return csv.toString();
    }

    private static void row(StringBuilder csv, String meeting, String id, ActionItem item) {
        Evidence evidence = item.evidence();
        cell(csv, meeting).append(',');
        cell(csv, id).append(',');
        cell(csv, item.text()).append(',');
        cell(csv, item.owner().orElse("")).append(',');
        cell(csv, item.due().map(Object::toString).orElse("")).append(',');
        cell(csv, item.dueText().orElse("")).append(',');
        cell(csv, evidence.quote()).append(',');
        csv.append(evidence.line()).append(',');
        cell(csv, evidence.speaker()).append(',');
        cell(csv, evidence.start().map(Figures::isoClock).orElse("")).append(',');
        csv.append(Figures.rounded(item.confidence(), 4).toPlainString()).append(',');
        csv.append(item.source().label()).append(LINE_END);
    }

    private static StringBuilder cell(StringBuilder csv, String text) {
        return csv.append(CsvText.cell(text));
    }
}
