package dev.llmagents.report;

import dev.llmagents.report.clean.PlainText;
import dev.llmagents.team.meetmind.ActionItem;
import java.util.ArrayList;
import java.util.List;

/**
 * Action items in aligned columns: id, due date, owner, meeting where there are several, and the task, whose further lines
 * stay in its column. Columns nobody has anything in are left out. Use once.
 */
final class TaskTable {
    private static final int WIDEST_OWNER = 18;
    private static final String NONE = "–";

    private final TextPage page;
    private final Wording words;
    private final List<Row> rows = new ArrayList<>();
    private int idWidth;
    private int dueWidth;
    private int ownerWidth;
    private int meetingWidth;

    private record Row(String id, ActionItem item, String due, String owner, String meeting) {}

    TaskTable(TextPage page, Wording words) {
        this.page = page;
        this.words = words;
    }

    /** @param meeting its clean and short name; empty where there is only one */
    void add(String id, ActionItem item, String meeting) {
        String due = item.due().isPresent() ? item.due().get().toString() : "";
        String owner = item.owner().isPresent()
                ? Columns.cut(PlainText.of(item.owner().get(), Lengths.NAME), WIDEST_OWNER)
                : "";
        rows.add(new Row(id, item, due, owner, meeting));
        idWidth = Math.max(idWidth, Columns.of(id));
        dueWidth = Math.max(dueWidth, Columns.of(due));
        ownerWidth = Math.max(ownerWidth, Columns.of(owner));
        meetingWidth = Math.max(meetingWidth, Columns.of(meeting));
    }

    void print() {
        for (Row row : rows) {
            StringBuilder lead = new StringBuilder("  ");
            int columns = 2;
            columns += cell(lead, row.id, idWidth, Ink.CYAN);
            columns += cell(lead, row.due, dueWidth, Ink.PLAIN);
            columns += cell(lead, row.owner, ownerWidth, Ink.BOLD);
            columns += cell(lead, row.meeting, meetingWidth, Ink.DIM);
            Evidences.print(page, words, lead.toString(), columns, text(row), row.item.evidence());
        }
    }

    private int cell(StringBuilder lead, String text, int width, Ink ink) {
        if (width == 0) {
            return 0;
        }
        String shown = text.isEmpty() ? NONE : text;
        lead.append(page.inked(shown, text.isEmpty() ? Ink.DIM : ink))
                .append(" ".repeat(width - Columns.of(shown) + 2));
        return width + 2;
    }

    /** The task; words about time that gave no date follow it. */
    private String text(Row row) {
        String task = PlainText.of(row.item.text(), Lengths.TEXT);
        boolean loose = row.item.due().isEmpty() && row.item.dueText().isPresent();
        if (!loose) {
            return task;
        }
        String said = words.say(Phrase.QUOTED, PlainText.of(row.item.dueText().get(), Lengths.PHRASE));
        return Wording.withoutPeriod(task) + " (" + said + ").";
    }
}
