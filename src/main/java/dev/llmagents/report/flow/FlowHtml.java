package dev.llmagents.report.flow;

import dev.llmagents.agent.flow.FlowRun;
import dev.llmagents.report.HtmlPage;
import dev.llmagents.report.RunFacts;
import dev.llmagents.report.clean.HtmlText;
import java.util.List;

/** A workflow's report as one page that needs nothing else. Safe for threads. */
final class FlowHtml implements FlowRenderer {
    @Override
    public String render(FlowRun.Result result, RunFacts facts) {
        StringBuilder out = new StringBuilder(16_384);
        String title = text(result.plan().name());
        HtmlPage.open(out, "en", title, List.of("meeting.css"));
        out.append("<header class=\"cover\">\n<p class=\"eyebrow\">Workflow</p>\n<h1>")
                .append(title);
        out.append("</h1>\n<p>").append(text(result.plan().description())).append("</p>\n<p class=\"muted\">");
        out.append(text(FlowWords.files(facts))).append("</p>\n</header>\n");
        for (FlowRun.Answer answer : result.answers()) {
            out.append("<section>\n<h2>")
                    .append(text(FlowOutline.words(answer.agent().name())))
                    .append("</h2>\n");
            if (!FlowWords.isEmpty(answer)) {
                lines(out, FlowWords.outline(answer));
            }
            out.append("<p class=\"muted\">")
                    .append(text(FlowWords.who(answer)))
                    .append("</p>\n</section>\n");
        }
        out.append("<footer>\n");
        facts.warnings()
                .forEach(warning -> out.append("<p class=\"warning\">")
                        .append(text(warning))
                        .append("</p>\n"));
        out.append("</footer>\n</main>\n</body>\n</html>\n");
        return out.toString();
    }

    private static void lines(StringBuilder out, List<FlowOutline.Line> lines) {
        int depth = -1;
        for (FlowOutline.Line line : lines) {
            boolean deeper = line.depth() > depth;
            for (; depth < line.depth(); depth++) {
                out.append("<ul>\n<li>");
            }
            for (; depth > line.depth(); depth--) {
                out.append("</li>\n</ul>\n");
            }
            out.append(deeper ? "" : "</li>\n<li>");
            item(out, line);
        }
        for (; depth >= 0; depth--) {
            out.append("</li>\n</ul>\n");
        }
    }

    private static void item(StringBuilder out, FlowOutline.Line line) {
        if (!line.label().isEmpty()) {
            out.append("<strong>").append(text(line.label())).append("</strong>");
            out.append(line.value().isEmpty() ? "" : ": ");
        }
        String between = "";
        for (String paragraph : line.value()) {
            out.append(between).append(text(paragraph));
            between = "<br>";
        }
    }

    private static String text(String text) {
        return HtmlText.of(text, FlowWords.LONGEST);
    }
}
