package dev.llmagents.report;

import dev.llmagents.report.clean.MarkdownText;
import dev.llmagents.team.meetmind.ActionItem;
import java.util.ArrayList;
import java.util.List;

/** Action items in Markdown: a table to read, and a task list to tick off, with what was said below each. Use once. */
final class MarkdownTasks {
    private final StringBuilder out;
    private final Wording words;
    private final List<Row> rows = new ArrayList<>();
    private boolean severalMeetings;

    private record Row(String id, ActionItem item, String meeting) {}

    MarkdownTasks(StringBuilder out, Wording words) {
        this.out = out;
        this.words = words;
    }

    /** @param meeting empty where there is only one */
    void add(String id, ActionItem item, String meeting) {
        rows.add(new Row(id, item, meeting));
        severalMeetings |= !meeting.isEmpty();
    }

    void table() {
        if (rows.isEmpty()) {
            MeetingMarkdown.paragraph(out, words.say(Phrase.NO_ACTION_ITEMS));
            return;
        }
        header();
        for (Row row : rows) {
            out.append("| ").append(row.id).append(" | ").append(task(row.item));
            out.append(" | ").append(row.item.owner().map(MarkdownTasks::name).orElse("–"));
            out.append(" | ").append(due(row.item));
            if (severalMeetings) {
                out.append(" | ").append(MarkdownText.of(row.meeting, Lengths.PHRASE));
            }
            out.append(" | ").append(row.item.evidence().line()).append(" |\n");
        }
        out.append('\n');
    }

    private void header() {
        StringBuilder titles = new StringBuilder("| | ").append(words.say(Phrase.TASK));
        titles.append(" | ").append(words.say(Phrase.OWNER)).append(" | ").append(words.say(Phrase.DUE));
        if (severalMeetings) {
            titles.append(" | ").append(words.say(Phrase.MEETING));
        }
        titles.append(" | ").append(words.say(Phrase.LINE_TITLE)).append(" |\n");
        out.append(titles).append("| --- | --- | --- | --- |");
        out.append(severalMeetings ? " --- |" : "").append(" ---: |\n");
    }

    /** The calendar sign is how Obsidian's and other task plugins know a due date. */
    void checklist() {
        for (Row row : rows) {
            out.append("- [ ] **").append(row.id).append("** ").append(task(row.item));
            row.item.owner().ifPresent(owner -> out.append(" – ").append(name(owner)));
            row.item.due().ifPresent(due -> out.append(" 📅 ").append(due));
            out.append('\n');
            MarkdownSections.quote(out, words, row.item.evidence());
        }
        out.append('\n');
    }

    private static String due(ActionItem item) {
        String words = item.dueText()
                .map(text -> MarkdownText.of(text, Lengths.PHRASE))
                .orElse("");
        if (item.due().isEmpty()) {
            return words.isEmpty() ? "–" : words;
        }
        return item.due().get().toString();
    }

    private static String task(ActionItem item) {
        return MarkdownText.of(item.text(), Lengths.TEXT);
    }

    private static String name(String owner) {
        return MarkdownText.of(owner, Lengths.NAME);
    }
}
