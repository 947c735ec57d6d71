package dev.llmagents.report;

import dev.llmagents.report.RunFacts.AgentRow;
import dev.llmagents.report.clean.HtmlText;

/** The foot of a page: who answered, what that cost, and for those who want to know, agent by agent. */
final class HtmlFooter {
    private final StringBuilder out;
    private final Wording words;

    HtmlFooter(StringBuilder out, Wording words) {
        this.out = out;
        this.words = words;
    }

    void write(RunFacts facts) {
        out.append("<footer>\n<p>").append(HtmlText.escape(WhoAnswered.always(facts, words.language())));
        out.append("</p>\n");
        for (String warning : facts.warnings()) {
            out.append("<p class=\"warning\">")
                    .append(HtmlText.of(warning, Lengths.TEXT))
                    .append("</p>\n");
        }
        if (!facts.agents().isEmpty()) {
            out.append("<details>\n<summary>")
                    .append(words.say(Phrase.HOW_MADE))
                    .append("</summary>\n");
            out.append("<table class=\"agents\">\n<thead><tr>");
            header(Phrase.AGENT);
            header(Phrase.ANSWERED_BY);
            header(Phrase.REMARK);
            out.append("</tr></thead>\n<tbody>\n");
            facts.agents().forEach(this::row);
            out.append("</tbody>\n</table>\n</details>\n");
        }
        out.append("</footer>\n");
    }

    private void header(Phrase title) {
        out.append("<th scope=\"col\">").append(words.say(title)).append("</th>");
    }

    private void row(AgentRow agent) {
        out.append("<tr><td>").append(HtmlText.of(agent.id(), Lengths.NAME)).append("</td><td>");
        out.append(words.source(agent.source()));
        agent.model()
                .ifPresent(model -> out.append(" (")
                        .append(HtmlText.of(model, Lengths.NAME))
                        .append(')'));
        out.append("</td><td>")
                .append(HtmlText.of(agent.reason().orElse(""), Lengths.TEXT))
                .append("</td></tr>\n");
    }
}
