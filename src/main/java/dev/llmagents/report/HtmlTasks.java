package dev.llmagents.report;

import dev.llmagents.agent.Source;
import dev.llmagents.report.clean.HtmlText;
import dev.llmagents.team.meetmind.ActionItem;
import dev.llmagents.team.meetmind.Evidence;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of action items. Its roles are written out because a phone shows rows as cards, and browsers forget that a
 * table is one when its display changes. Use once.
 */
final class HtmlTasks {
    private final StringBuilder out;
    private final Wording words;
    private final List<Row> rows = new ArrayList<>();
    private boolean severalMeetings;

    private record Row(String id, ActionItem item, String prefix, String meeting) {}

    HtmlTasks(StringBuilder out, Wording words) {
        this.out = out;
        this.words = words;
    }

    /** An item that has its place on the page here. */
    void add(String id, ActionItem item, String prefix) {
        rows.add(new Row(id, item, prefix, ""));
    }

    /** An item that is told of further down, with its meeting. */
    void addLinked(String id, ActionItem item, String prefix, String meeting) {
        rows.add(new Row(id, item, prefix, meeting));
        severalMeetings = true;
    }

    void write() {
        if (rows.isEmpty()) {
            out.append("<p class=\"none\">")
                    .append(words.say(Phrase.NO_ACTION_ITEMS))
                    .append("</p>\n");
            return;
        }
        out.append("<table class=\"tasks\" role=\"table\">\n<thead role=\"rowgroup\"><tr role=\"row\">");
        header("<span class=\"hidden\">Id</span>");
        header(words.say(Phrase.TASK));
        header(words.say(Phrase.OWNER));
        header(words.say(Phrase.DUE));
        if (severalMeetings) {
            header(words.say(Phrase.MEETING));
        }
        out.append("</tr></thead>\n<tbody role=\"rowgroup\">\n");
        for (Row row : rows) {
            row(row);
        }
        out.append("</tbody>\n</table>\n");
    }

    private void header(String title) {
        out.append("<th role=\"columnheader\" scope=\"col\">").append(title).append("</th>");
    }

    private void row(Row row) {
        String target = row.prefix + row.id;
        boolean linked = !row.meeting.isEmpty();
        out.append("<tr role=\"row\"")
                .append(linked ? "" : " id=\"" + target + "\"")
                .append('>');
        cell("number", "");
        out.append(linked ? "<a class=\"id\" href=\"#" + target + "\">" : "<span class=\"id\">")
                .append(row.id);
        out.append(linked ? "</a>" : "</span>").append("</td>");
        cell("task", "");
        out.append("<p>").append(HtmlText.of(row.item.text(), Lengths.TEXT)).append(tag(words, row.item.source()));
        out.append("</p>");
        if (!linked) {
            quote(out, words, row.item.evidence());
        }
        out.append("</td>");
        cell("owner", words.say(Phrase.OWNER));
        out.append(row.item
                .owner()
                .map(owner -> HtmlText.of(owner, Lengths.NAME))
                .orElse("<span class=\"muted\">" + words.say(Phrase.NOBODY) + "</span>"));
        out.append("</td>");
        cell("due", words.say(Phrase.DUE));
        due(row.item);
        out.append("</td>");
        if (severalMeetings) {
            cell("meeting", words.say(Phrase.MEETING));
            out.append(HtmlText.of(row.meeting, Lengths.PHRASE)).append("</td>");
        }
        out.append("</tr>\n");
    }

    private void cell(String kind, String label) {
        out.append("<td role=\"cell\" class=\"").append(kind).append('"');
        out.append(label.isEmpty() ? "" : " data-label=\"" + label + "\"").append('>');
    }

    /** The date; the words that were said below it, or alone where they gave none. */
    private void due(ActionItem item) {
        item.due()
                .ifPresent(due -> out.append("<time datetime=\"")
                        .append(due)
                        .append("\">")
                        .append(due)
                        .append("</time>"));
        item.dueText()
                .ifPresent(text -> out.append(item.due().isPresent() ? " " : "")
                        .append("<span class=\"muted\">")
                        .append(HtmlText.of(text, Lengths.PHRASE))
                        .append("</span>"));
        if (item.due().isEmpty() && item.dueText().isEmpty()) {
            out.append("<span class=\"muted\">")
                    .append(words.say(Phrase.NO_DATE))
                    .append("</span>");
        }
    }

    /** A quote, who said it and where. */
    static void quote(StringBuilder out, Wording words, Evidence evidence) {
        out.append("<p class=\"said\"><q>")
                .append(HtmlText.of(evidence.quote(), Lengths.QUOTE))
                .append("</q> ");
        out.append("<cite>")
                .append(HtmlText.of(words.speaker(evidence.speaker()), Lengths.NAME))
                .append(", ");
        out.append("<span class=\"place\">").append(words.place(evidence)).append("</span></cite></p>");
    }

    /** Marks what a model said; what rules found needs no mark. */
    static String tag(Wording words, Source source) {
        return switch (source) {
            case MODEL, CACHE -> " <span class=\"tag model\">" + words.say(Phrase.BY_MODEL) + "</span>";
            case RULES -> "";
        };
    }
}
