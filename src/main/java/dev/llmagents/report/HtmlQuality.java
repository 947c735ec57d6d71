package dev.llmagents.report;

import dev.llmagents.report.clean.HtmlText;
import dev.llmagents.team.meetmind.QualityReport;

/** The box that says how far the report can be relied on. */
final class HtmlQuality {
    private final StringBuilder out;
    private final Wording words;
    private final String prefix;
    private final int level;

    HtmlQuality(StringBuilder out, Wording words, String prefix, int level) {
        this.out = out;
        this.words = words;
        this.prefix = prefix;
        this.level = level;
    }

    void write(QualityReport quality) {
        out.append("<section class=\"quality ")
                .append(quality.verdict().label())
                .append("\">\n<h")
                .append(level);
        out.append('>')
                .append(words.say(Phrase.QUALITY))
                .append("</h")
                .append(level)
                .append(">\n");
        out.append("<p class=\"verdict\">")
                .append(Wording.capital(words.verdict(quality.verdict())))
                .append("</p>\n");
        out.append("<p class=\"said\">").append(words.checksPassed(quality)).append("</p>\n");
        if (!quality.checks().isEmpty()) {
            out.append("<ul class=\"checks\">\n");
            quality.checks().forEach(this::check);
            out.append("</ul>\n");
        }
        if (!quality.issues().isEmpty()) {
            out.append("<h").append(level + 1).append('>').append(words.say(Phrase.LOOK_AT));
            out.append("</h").append(level + 1).append(">\n<ul class=\"issues\">\n");
            quality.issues().forEach(this::issue);
            out.append("</ul>\n");
        }
        out.append("</section>\n");
    }

    private void check(QualityReport.Check check) {
        out.append("<li class=\"").append(check.isPassed() ? "passed" : "open").append("\"><span>");
        out.append(HtmlText.of(words.check(check.name()), Lengths.PHRASE)).append("</span> <span class=\"count\">");
        out.append(check.passed()).append('/').append(check.total()).append("</span></li>\n");
    }

    private void issue(QualityReport.Issue issue) {
        out.append("<li>");
        if (!issue.item().isEmpty()) {
            String id = HtmlText.of(issue.item(), 8);
            out.append("<a class=\"id\" href=\"#")
                    .append(prefix)
                    .append(id)
                    .append("\">")
                    .append(id)
                    .append("</a> ");
        }
        out.append(HtmlText.of(issue.problem(), Lengths.TEXT)).append("</li>\n");
    }
}
