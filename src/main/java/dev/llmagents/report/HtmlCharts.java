package dev.llmagents.report;

import dev.llmagents.report.clean.HtmlText;
import dev.llmagents.team.meetmind.MeetingReport;
import dev.llmagents.team.meetmind.Topic;
import dev.llmagents.team.meetmind.transcript.Participant;
import java.util.List;

/** The timeline of topics and the bars of who spoke how much: SVG whose numbers are also written out beside it. */
final class HtmlCharts {
    // A narrower stretch has no room for its name.
    private static final double LEAST_LABELLED = 0.06;

    private final StringBuilder out;
    private final MeetingReport report;
    private final Wording words;
    private final String prefix;
    private final int level;

    HtmlCharts(StringBuilder out, MeetingReport report, Wording words, String prefix, int level) {
        this.out = out;
        this.report = report;
        this.words = words;
        this.prefix = prefix;
        this.level = level;
    }

    void topics() {
        List<Topic> topics = report.framework().topics();
        if (topics.isEmpty()) {
            return;
        }
        List<TopicSpan> spans = TopicSpan.of(report);
        open("topics", Phrase.TOPICS);
        out.append("<svg class=\"timeline\" width=\"100%\" height=\"30\" aria-hidden=\"true\">\n");
        for (int at = 0; at < topics.size(); at++) {
            stretch(at, spans.get(at));
        }
        out.append("</svg>\n<ol class=\"topics-list\">\n");
        for (int at = 0; at < topics.size(); at++) {
            topic(at, topics.get(at), spans.get(at));
        }
        out.append("</ol>\n</section>\n");
    }

    private void stretch(int at, TopicSpan span) {
        double width = Math.max(0, span.to() - span.from());
        String from = percent(span.from());
        out.append("<svg x=\"")
                .append(from)
                .append("\" width=\"")
                .append(percent(width))
                .append("\" height=\"30\">");
        out.append("<rect class=\"").append(at % 2 == 0 ? "even" : "odd").append("\" width=\"100%\" height=\"30\"/>");
        if (width >= LEAST_LABELLED) {
            out.append("<text class=\"").append(at % 2 == 0 ? "even" : "odd").append("\" x=\"50%\" y=\"20\">T");
            out.append(at + 1).append("</text>");
        }
        out.append("</svg>\n");
    }

    private void topic(int at, Topic topic, TopicSpan span) {
        out.append("<li id=\"").append(prefix).append('T').append(at + 1).append("\"><span class=\"id\">T");
        out.append(at + 1).append("</span><div><p>").append(HtmlText.of(topic.title(), Lengths.TITLE));
        out.append("</p><p class=\"said\">");
        span.begins().ifPresent(begin -> {
            out.append(Figures.clock(begin));
            span.ends().ifPresent(end -> out.append('–').append(Figures.clock(end)));
            out.append(", ");
        });
        out.append(words.lines(topic.firstLine(), topic.lastLine()));
        String separator = " · ";
        for (String phrase : topic.keyPhrases()) {
            out.append(separator).append(HtmlText.of(phrase, Lengths.PHRASE));
            separator = ", ";
        }
        out.append("</p></div></li>\n");
    }

    void participants() {
        List<Participant> people = report.participants();
        if (people.isEmpty()) {
            return;
        }
        double largest = 0;
        for (Participant person : people) {
            largest = Math.max(largest, person.share());
        }
        open("people", Phrase.PARTICIPANTS);
        out.append("<ul class=\"people-list\">\n");
        for (Participant person : people) {
            out.append("<li><p><span class=\"name\">");
            out.append(HtmlText.of(words.speaker(person.name()), Lengths.NAME))
                    .append("</span> <span class=\"share\">");
            out.append(HtmlText.escape(Figures.percent(person.share(), words.language())))
                    .append("</span></p>\n");
            out.append("<svg class=\"bar\" width=\"100%\" height=\"6\" aria-hidden=\"true\">");
            out.append("<rect class=\"track\" width=\"100%\" height=\"6\" rx=\"3\"/><rect class=\"fill\" width=\"");
            out.append(percent(largest == 0 ? 0 : person.share() / largest));
            out.append("\" height=\"6\" rx=\"3\"/></svg>\n<p class=\"said\">")
                    .append(said(person))
                    .append("</p></li>\n");
        }
        out.append("</ul>\n</section>\n");
    }

    private String said(Participant person) {
        String time = person.talkTime()
                .map(length -> Figures.length(length, words.language()) + ", ")
                .orElse("");
        return time + words.wordCount(person.words());
    }

    private void open(String kind, Phrase title) {
        out.append("<section class=\"")
                .append(kind)
                .append("\">\n<h")
                .append(level)
                .append('>');
        out.append(words.say(title)).append("</h").append(level).append(">\n");
    }

    private static String percent(double share) {
        return Figures.rounded(share * 100, 2).toPlainString() + "%";
    }
}
