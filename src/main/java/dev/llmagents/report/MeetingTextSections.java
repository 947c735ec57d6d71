package dev.llmagents.report;

import dev.llmagents.report.clean.PlainText;
import dev.llmagents.team.meetmind.ActionItem;
import dev.llmagents.team.meetmind.Feature;
import dev.llmagents.team.meetmind.Finding;
import dev.llmagents.team.meetmind.MeetingReport;
import dev.llmagents.team.meetmind.QualityReport;
import dev.llmagents.team.meetmind.Requirement;
import dev.llmagents.team.meetmind.SummarySentence;
import dev.llmagents.team.meetmind.Topic;
import dev.llmagents.team.meetmind.transcript.Participant;
import java.util.List;
import java.util.Locale;

/** The sections of one meeting's report in a terminal, each printed where it is called. */
final class MeetingTextSections {
    private static final int MOST_FEATURES = 8;
    private static final int MOST_ISSUES = 6;
    private static final int WIDEST_NAME = 24;
    private static final int LONGEST_BAR = 40;

    private final TextPage page;
    private final MeetingReport report;
    private final Wording words;

    MeetingTextSections(TextPage page, MeetingReport report, Wording words) {
        this.page = page;
        this.report = report;
        this.words = words;
    }

    void summary() {
        List<SummarySentence> sentences = report.minutes().summary();
        if (sentences.isEmpty()) {
            return;
        }
        StringBuilder prose = new StringBuilder();
        for (SummarySentence sentence : sentences) {
            prose.append(prose.isEmpty() ? "" : " ").append(PlainText.of(sentence.text(), Lengths.TEXT));
        }
        heading(Phrase.SUMMARY);
        page.prose(2, prose.toString(), Ink.PLAIN);
    }

    void decisions() {
        findings(Phrase.DECISIONS, "D", report.minutes().decisions());
        if (report.minutes().decisions().isEmpty()) {
            nothing(Phrase.NO_DECISIONS);
        }
    }

    void actionItems() {
        List<ActionItem> items = report.minutes().actionItems();
        if (items.isEmpty()) {
            nothing(Phrase.NO_ACTION_ITEMS);
            return;
        }
        heading(Phrase.ACTION_ITEMS, items.size());
        TaskTable table = new TaskTable(page, words);
        for (int at = 0; at < items.size(); at++) {
            table.add("A" + (at + 1), items.get(at), "");
        }
        table.print();
    }

    void openQuestions() {
        findings(Phrase.OPEN_QUESTIONS, "Q", report.minutes().openQuestions());
    }

    void risks() {
        findings(Phrase.RISKS, "R", report.minutes().risks());
    }

    private void findings(Phrase title, String letter, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        heading(title, findings.size());
        int idWidth = 1 + Integer.toString(findings.size()).length();
        for (int at = 0; at < findings.size(); at++) {
            Finding finding = findings.get(at);
            String lead = lead(letter + (at + 1), idWidth);
            String text = PlainText.of(finding.text(), Lengths.TEXT);
            Evidences.print(page, words, lead, 2 + idWidth + 2, text, finding.evidence());
        }
    }

    void requirements() {
        List<Requirement> requirements = report.wishes().requirements();
        if (requirements.isEmpty()) {
            return;
        }
        heading(Phrase.REQUIREMENTS, requirements.size());
        int idWidth = 1 + Integer.toString(requirements.size()).length();
        for (int at = 0; at < requirements.size(); at++) {
            Requirement wish = requirements.get(at);
            String priority = Columns.padded(words.priority(wish.priority()), 8);
            String text = PlainText.of(wish.text(), Lengths.TEXT) + " ["
                    + wish.evidence().line() + "]";
            page.hanging(lead("W" + (at + 1), idWidth) + priority, idWidth + 12, idWidth + 12, text, Ink.PLAIN);
        }
    }

    void features() {
        List<Feature> features = report.wishes().features();
        if (features.isEmpty()) {
            return;
        }
        heading(Phrase.FEATURES, features.size());
        int shown = Math.min(MOST_FEATURES, features.size());
        int idWidth = 1 + Integer.toString(shown).length();
        for (int at = 0; at < shown; at++) {
            Feature feature = features.get(at);
            String priority = Columns.padded(words.priority(feature.priority()), 8);
            String text = PlainText.of(feature.name(), Lengths.PHRASE) + ", " + words.mentions(feature.mentions())
                    + " [" + feature.evidence().line() + "]";
            page.hanging(lead("F" + (at + 1), idWidth) + priority, idWidth + 12, idWidth + 12, text, Ink.PLAIN);
        }
        more(features.size() - shown);
    }

    void topics() {
        List<Topic> topics = report.framework().topics();
        if (topics.isEmpty()) {
            return;
        }
        heading(Phrase.TOPICS, topics.size());
        List<TopicSpan> spans = TopicSpan.of(report);
        String[] places = new String[topics.size()];
        int widest = 0;
        for (int at = 0; at < places.length; at++) {
            places[at] = place(topics.get(at), spans.get(at));
            widest = Math.max(widest, Columns.of(places[at]));
        }
        int idWidth = 1 + Integer.toString(topics.size()).length();
        int indent = 2 + idWidth + 2 + widest + 2;
        for (int at = 0; at < places.length; at++) {
            String start = lead("T" + (at + 1), idWidth) + Columns.padded(places[at], widest + 2);
            page.hanging(start, indent, indent, text(topics.get(at)), Ink.PLAIN);
        }
    }

    private String place(Topic topic, TopicSpan span) {
        String lines = words.lines(topic.firstLine(), topic.lastLine());
        return span.begins()
                .map(begin -> Figures.clock(begin)
                        + span.ends().map(end -> "–" + Figures.clock(end)).orElse("") + ", " + lines)
                .orElse(lines);
    }

    private static String text(Topic topic) {
        StringBuilder text = new StringBuilder(PlainText.of(topic.title(), Lengths.PHRASE));
        for (int at = 0; at < topic.keyPhrases().size() && at < 4; at++) {
            text.append(at == 0 ? ": " : ", ")
                    .append(PlainText.of(topic.keyPhrases().get(at), Lengths.PHRASE));
        }
        return text.toString();
    }

    void participants() {
        List<Participant> people = report.participants();
        if (people.isEmpty()) {
            return;
        }
        heading(Phrase.PARTICIPANTS, people.size());
        int nameWidth = 0;
        double largest = 0;
        for (Participant person : people) {
            nameWidth = Math.max(nameWidth, Columns.of(name(person)));
            largest = Math.max(largest, person.share());
        }
        int barRoom = Math.min(LONGEST_BAR, page.width() / 4);
        for (Participant person : people) {
            int bar = largest == 0 ? 0 : (int) Math.round(barRoom * person.share() / largest);
            String percent = Figures.percent(person.share(), words.language());
            String time = person.talkTime()
                    .map(length -> Figures.length(length, words.language()) + ", ")
                    .orElse("");
            String said = words.wordCount(person.words());
            String lead = "  " + Columns.padded(name(person), nameWidth + 2)
                    + page.inked("█".repeat(bar), Ink.CYAN) + " ".repeat(barRoom - bar)
                    + " ".repeat(Math.max(1, 6 - Columns.of(percent)));
            int columns = 2 + nameWidth + 2 + barRoom + Math.max(1, 6 - Columns.of(percent));
            page.hanging(lead, columns, columns, percent + "  " + time + said, Ink.PLAIN);
        }
    }

    private String name(Participant person) {
        return Columns.cut(
                PlainText.of(words.speaker(person.name()), Lengths.NAME), Math.min(WIDEST_NAME, page.width() / 4));
    }

    void quality() {
        QualityReport quality = report.quality();
        Ink ink = switch (quality.verdict()) {
            case GOOD -> Ink.GREEN;
            case REVIEW -> Ink.YELLOW;
            case POOR -> Ink.RED;
        };
        String passed = words.checksPassed(quality);
        String verdict = words.say(Phrase.QUALITY) + ": " + words.verdict(quality.verdict());
        page.blank();
        page.prose(0, passed.isEmpty() ? verdict : verdict + ", " + passed, ink);
        int shown = Math.min(MOST_ISSUES, quality.issues().size());
        for (int at = 0; at < shown; at++) {
            QualityReport.Issue issue = quality.issues().get(at);
            String about = issue.item().isEmpty() ? "" : PlainText.of(issue.item(), 8) + ": ";
            page.hanging("  - ", 4, 4, about + PlainText.of(issue.problem(), Lengths.TEXT), Ink.PLAIN);
        }
        more(quality.issues().size() - shown);
    }

    private String lead(String id, int idWidth) {
        return "  " + page.inked(id, Ink.CYAN) + " ".repeat(idWidth - id.length() + 2);
    }

    private void more(int count) {
        if (count > 0) {
            page.prose(2, words.say(Phrase.MORE, count), Ink.DIM);
        }
    }

    private void nothing(Phrase sentence) {
        page.blank();
        page.prose(0, words.say(sentence), Ink.PLAIN);
    }

    private void heading(Phrase title) {
        page.blank();
        page.prose(0, words.say(title).toUpperCase(Locale.ROOT), Ink.BOLD);
    }

    private void heading(Phrase title, int count) {
        page.blank();
        page.prose(0, MeetingText.heading(words.say(title), count), Ink.BOLD);
    }
}
