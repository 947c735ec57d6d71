package dev.llmagents.report;

import dev.llmagents.report.clean.HtmlText;
import dev.llmagents.team.meetmind.ActionItem;
import dev.llmagents.team.meetmind.Feature;
import dev.llmagents.team.meetmind.Finding;
import dev.llmagents.team.meetmind.MeetingReport;
import dev.llmagents.team.meetmind.Requirement;
import dev.llmagents.team.meetmind.SummarySentence;
import dev.llmagents.team.meetmind.text.Language;
import java.util.List;

/** One meeting's part of a page: what came of it first, then where that was said. Use once. */
final class HtmlMeeting {
    private final StringBuilder out;
    private final MeetingReport report;
    private final Wording words;
    private final String prefix;
    private final int level;

    /**
     * @param prefix goes before the ids of the items
     * @param level of the meeting's own heading
     */
    HtmlMeeting(StringBuilder out, MeetingReport report, String prefix, int level) {
        this.out = out;
        this.report = report;
        this.words = new Wording(report.language());
        this.prefix = prefix;
        this.level = level;
    }

    void whole(String name) {
        Language language = report.language();
        out.append("<article id=\"")
                .append(prefix)
                .append("top\" lang=\"")
                .append(language.code())
                .append("\">\n");
        out.append("<div class=\"cover").append(level == 1 ? " first" : "").append("\">\n");
        top(name);
        lead();
        out.append("</div>\n");
        out.append("<div class=\"columns\">\n<div class=\"body\">\n");
        summary();
        actionItems();
        findings(Phrase.DECISIONS, "D", report.minutes().decisions(), Phrase.NO_DECISIONS);
        findings(Phrase.OPEN_QUESTIONS, "Q", report.minutes().openQuestions());
        findings(Phrase.RISKS, "R", report.minutes().risks());
        requirements();
        features();
        HtmlCharts charts = new HtmlCharts(out, report, words, prefix, level + 1);
        charts.topics();
        out.append("</div>\n<aside>\n");
        charts.participants();
        new HtmlQuality(out, words, prefix, level + 1).write(report.quality());
        out.append("</aside>\n</div>\n</article>\n");
    }

    private void top(String name) {
        out.append("<header class=\"top\">\n<p class=\"eyebrow\">");
        out.append(words.say(level == 1 ? Phrase.MEETING_REPORT : Phrase.MEETING))
                .append("</p>\n<h")
                .append(level);
        out.append(" class=\"title\">")
                .append(HtmlText.of(name, Lengths.TITLE))
                .append("</h")
                .append(level);
        out.append(">\n<p class=\"facts\">").append(words.facts(report)).append("</p>\n</header>\n");
    }

    private void lead() {
        out.append("<p class=\"headline\">");
        out.append(HtmlText.of(report.headline().text(), Lengths.TEXT)).append("</p>\n");
        List<String> focus = report.headline().focus();
        if (!focus.isEmpty()) {
            out.append("<p class=\"focus\">").append(words.say(Phrase.MOST_URGENT));
            for (String id : focus) {
                String shown = HtmlText.of(id, 8);
                out.append(" <a class=\"id\" href=\"#")
                        .append(prefix)
                        .append(shown)
                        .append("\">");
                out.append(shown).append("</a>");
            }
            out.append("</p>\n");
        }
    }

    private void summary() {
        List<SummarySentence> sentences = report.minutes().summary();
        open(Phrase.SUMMARY, "summary");
        if (sentences.isEmpty()) {
            nothing(Phrase.NO_SUMMARY);
        } else {
            out.append("<p class=\"prose\">");
            for (int at = 0; at < sentences.size(); at++) {
                out.append(at == 0 ? "" : " ").append(text(sentences.get(at).text()));
            }
            out.append("</p>\n");
        }
        close();
    }

    private void actionItems() {
        open(Phrase.ACTION_ITEMS, "actions");
        List<ActionItem> items = report.minutes().actionItems();
        HtmlTasks tasks = new HtmlTasks(out, words);
        for (int at = 0; at < items.size(); at++) {
            tasks.add("A" + (at + 1), items.get(at), prefix);
        }
        tasks.write();
        close();
    }

    private void findings(Phrase title, String letter, List<Finding> findings, Phrase none) {
        if (findings.isEmpty()) {
            open(title, "findings");
            nothing(none);
            close();
        }
        findings(title, letter, findings);
    }

    private void findings(Phrase title, String letter, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        open(title, "findings");
        out.append("<ul class=\"items\">\n");
        for (int at = 0; at < findings.size(); at++) {
            Finding finding = findings.get(at);
            item(letter + (at + 1));
            out.append("<div><p>").append(text(finding.text())).append(HtmlTasks.tag(words, finding.source()));
            out.append("</p>");
            HtmlTasks.quote(out, words, finding.evidence());
            out.append("</div></li>\n");
        }
        out.append("</ul>\n");
        close();
    }

    private void requirements() {
        List<Requirement> requirements = report.wishes().requirements();
        if (requirements.isEmpty()) {
            return;
        }
        open(Phrase.REQUIREMENTS, "wishes");
        out.append("<ul class=\"items\">\n");
        for (int at = 0; at < requirements.size(); at++) {
            Requirement wish = requirements.get(at);
            item("W" + (at + 1));
            out.append("<div><p>").append(text(wish.text()));
            priority(wish.priority().label(), words.priority(wish.priority()));
            out.append(HtmlTasks.tag(words, wish.source())).append("</p><p class=\"said\">");
            String who = HtmlText.of(words.speaker(wish.requestedBy()), Lengths.NAME);
            out.append(words.say(Phrase.ASKED_BY, who)).append(", ").append(words.place(wish.evidence()));
            out.append("</p></div></li>\n");
        }
        out.append("</ul>\n");
        close();
    }

    private void features() {
        List<Feature> features = report.wishes().features();
        if (features.isEmpty()) {
            return;
        }
        open(Phrase.FEATURES, "wishes");
        out.append("<ul class=\"chips\">\n");
        for (int at = 0; at < features.size(); at++) {
            Feature feature = features.get(at);
            out.append("<li id=\"").append(prefix).append("F").append(at + 1).append("\">");
            out.append(HtmlText.of(feature.name(), Lengths.PHRASE));
            priority(feature.priority().label(), words.priority(feature.priority()));
            out.append(" <span class=\"muted\">")
                    .append(words.mentions(feature.mentions()))
                    .append("</span></li>\n");
        }
        out.append("</ul>\n");
        close();
    }

    private void priority(String name, String shown) {
        out.append(" <span class=\"tag ")
                .append(name)
                .append("\">")
                .append(shown)
                .append("</span>");
    }

    private void item(String id) {
        out.append("<li id=\"")
                .append(prefix)
                .append(id)
                .append("\"><span class=\"id\">")
                .append(id);
        out.append("</span>");
    }

    private void open(Phrase title, String kind) {
        out.append("<section class=\"")
                .append(kind)
                .append("\">\n<h")
                .append(level + 1)
                .append('>');
        out.append(words.say(title)).append("</h").append(level + 1).append(">\n");
    }

    private void close() {
        out.append("</section>\n");
    }

    private void nothing(Phrase sentence) {
        out.append("<p class=\"none\">").append(words.say(sentence)).append("</p>\n");
    }

    private static String text(String text) {
        return HtmlText.of(text, Lengths.TEXT);
    }
}
