package dev.llmagents.report;

import dev.llmagents.report.clean.MarkdownText;
import dev.llmagents.team.meetmind.ActionItem;
import dev.llmagents.team.meetmind.Evidence;
import dev.llmagents.team.meetmind.Feature;
import dev.llmagents.team.meetmind.Finding;
import dev.llmagents.team.meetmind.MeetingReport;
import dev.llmagents.team.meetmind.QualityReport;
import dev.llmagents.team.meetmind.Requirement;
import dev.llmagents.team.meetmind.SummarySentence;
import dev.llmagents.team.meetmind.Topic;
import dev.llmagents.team.meetmind.transcript.Participant;
import java.util.List;

/** The sections of one meeting's report in Markdown, each written where it is called. */
final class MarkdownSections {
    private final StringBuilder out;
    private final MeetingReport report;
    private final Wording words;
    private final int level;

    /** @param level of the sections' headings */
    MarkdownSections(StringBuilder out, MeetingReport report, Wording words, int level) {
        this.out = out;
        this.report = report;
        this.words = words;
        this.level = level;
    }

    void summary() {
        StringBuilder prose = new StringBuilder();
        for (SummarySentence sentence : report.minutes().summary()) {
            prose.append(prose.isEmpty() ? "" : " ").append(MarkdownText.of(sentence.text(), Lengths.TEXT));
        }
        if (!prose.isEmpty()) {
            heading(Phrase.SUMMARY);
            MeetingMarkdown.paragraph(out, prose.toString());
        }
    }

    /** @param table whether the items are to stand in a table before the list to tick off */
    void actionItems(boolean table) {
        heading(Phrase.ACTION_ITEMS);
        MarkdownTasks tasks = new MarkdownTasks(out, words);
        List<ActionItem> items = report.minutes().actionItems();
        for (int at = 0; at < items.size(); at++) {
            tasks.add("A" + (at + 1), items.get(at), "");
        }
        if (items.isEmpty() || table) {
            tasks.table();
        }
        if (!items.isEmpty()) {
            if (table) {
                MeetingMarkdown.heading(out, level + 1, words.say(Phrase.CHECKLIST));
            }
            tasks.checklist();
        }
    }

    void decisions() {
        if (report.minutes().decisions().isEmpty()) {
            heading(Phrase.DECISIONS);
            MeetingMarkdown.paragraph(out, words.say(Phrase.NO_DECISIONS));
        }
        findings(Phrase.DECISIONS, "D", report.minutes().decisions());
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
        heading(title);
        for (int at = 0; at < findings.size(); at++) {
            item(letter + (at + 1)).append(text(findings.get(at).text())).append('\n');
            quote(out, words, findings.get(at).evidence());
        }
        out.append('\n');
    }

    void requirements() {
        List<Requirement> requirements = report.wishes().requirements();
        if (requirements.isEmpty()) {
            return;
        }
        heading(Phrase.REQUIREMENTS);
        for (int at = 0; at < requirements.size(); at++) {
            Requirement wish = requirements.get(at);
            item("W" + (at + 1)).append(text(wish.text()));
            out.append(" – *").append(words.priority(wish.priority())).append("*, ");
            out.append(words.say(Phrase.ASKED_BY, name(wish.requestedBy())));
            out.append(" (").append(words.place(wish.evidence())).append(")\n");
        }
        out.append('\n');
    }

    void features() {
        List<Feature> features = report.wishes().features();
        if (features.isEmpty()) {
            return;
        }
        heading(Phrase.FEATURES);
        for (int at = 0; at < features.size(); at++) {
            Feature feature = features.get(at);
            item("F" + (at + 1)).append(text(feature.name()));
            out.append(" – *").append(words.priority(feature.priority())).append("*, ");
            out.append(words.mentions(feature.mentions()));
            out.append(" (").append(words.place(feature.evidence())).append(")\n");
        }
        out.append('\n');
    }

    void topics() {
        List<Topic> topics = report.framework().topics();
        if (topics.isEmpty()) {
            return;
        }
        heading(Phrase.TOPICS);
        List<TopicSpan> spans = TopicSpan.of(report);
        for (int at = 0; at < topics.size(); at++) {
            Topic topic = topics.get(at);
            item("T" + (at + 1)).append(text(topic.title()));
            spans.get(at).begins().ifPresent(begin -> out.append(" – ").append(Figures.clock(begin)));
            out.append(" (")
                    .append(words.lines(topic.firstLine(), topic.lastLine()))
                    .append(")");
            String separator = ": ";
            for (String phrase : topic.keyPhrases()) {
                out.append(separator).append(MarkdownText.of(phrase, Lengths.PHRASE));
                separator = ", ";
            }
            out.append('\n');
        }
        out.append('\n');
    }

    void participants() {
        List<Participant> people = report.participants();
        if (people.isEmpty()) {
            return;
        }
        boolean timed = people.get(0).talkTime().isPresent();
        heading(Phrase.PARTICIPANTS);
        out.append("| ").append(words.say(Phrase.NAME)).append(" | ").append(words.say(Phrase.SHARE));
        out.append(timed ? " | " + words.say(Phrase.TALK_TIME) : "");
        out.append(" | ").append(words.say(Phrase.WORDS)).append(" | ").append(words.say(Phrase.TURNS));
        out.append(" |\n| --- | ---: |").append(timed ? " ---: |" : "").append(" ---: | ---: |\n");
        for (Participant person : people) {
            out.append("| ").append(name(person.name()));
            out.append(" | ")
                    .append(Figures.percent(person.share(), words.language()).replace("<", "\\<"));
            if (timed) {
                out.append(" | ")
                        .append(person.talkTime()
                                .map(time -> Figures.length(time, words.language()))
                                .orElse("–"));
            }
            out.append(" | ").append(Figures.whole(person.words(), words.language()));
            out.append(" | ")
                    .append(Figures.whole(person.utterances(), words.language()))
                    .append(" |\n");
        }
        out.append('\n');
    }

    void quality() {
        QualityReport quality = report.quality();
        heading(Phrase.QUALITY);
        String passed = words.checksPassed(quality);
        String verdict = "**" + Wording.capital(words.verdict(quality.verdict())) + "**";
        MeetingMarkdown.paragraph(out, passed.isEmpty() ? verdict : verdict + " – " + passed);
        for (QualityReport.Issue issue : quality.issues()) {
            out.append("- ");
            if (!issue.item().isEmpty()) {
                out.append("**").append(MarkdownText.of(issue.item(), 8)).append("** ");
            }
            out.append(text(issue.problem())).append('\n');
        }
        out.append(quality.issues().isEmpty() ? "" : "\n");
    }

    /** A quote below a list item, with who said it and where. */
    static void quote(StringBuilder out, Wording words, Evidence evidence) {
        String quote = MarkdownText.of(evidence.quote(), Lengths.QUOTE);
        out.append("  > ").append(words.say(Phrase.QUOTED, quote)).append(" – ");
        out.append(MarkdownText.of(words.speaker(evidence.speaker()), Lengths.NAME));
        out.append(", ").append(words.place(evidence)).append('\n');
    }

    private StringBuilder item(String id) {
        return out.append("- **").append(id).append("** ");
    }

    private void heading(Phrase title) {
        MeetingMarkdown.heading(out, level, words.say(title));
    }

    private static String text(String text) {
        return MarkdownText.of(text, Lengths.TEXT);
    }

    private String name(String name) {
        return MarkdownText.of(words.speaker(name), Lengths.NAME);
    }
}
