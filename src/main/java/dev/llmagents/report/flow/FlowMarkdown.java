package dev.llmagents.report.flow;

import dev.llmagents.agent.flow.FlowRun;
import dev.llmagents.report.RunFacts;
import dev.llmagents.report.clean.MarkdownText;

/** A workflow's report as Markdown. Safe for threads. */
final class FlowMarkdown implements FlowRenderer {
    private static final String STEP = "  ";

    @Override
    public String render(FlowRun.Result result, RunFacts facts) {
        StringBuilder out = new StringBuilder(4096);
        out.append("# ").append(text(result.plan().name())).append("\n\n");
        if (!result.plan().description().isEmpty()) {
            out.append(text(result.plan().description())).append("\n\n");
        }
        out.append("Input: ").append(text(FlowWords.files(facts))).append("\n\n");
        for (FlowRun.Answer answer : result.answers()) {
            out.append("## ")
                    .append(text(FlowOutline.words(answer.agent().name())))
                    .append("\n\n");
            if (!FlowWords.isEmpty(answer)) {
                FlowWords.outline(answer).forEach(line -> line(out, line));
                out.append('\n');
            }
            out.append('*').append(text(FlowWords.who(answer))).append("*\n\n");
        }
        out.setLength(out.length() - 1);
        return out.toString();
    }

    private static void line(StringBuilder out, FlowOutline.Line line) {
        String indent = STEP.repeat(line.depth());
        out.append(indent).append("- ");
        if (!line.label().isEmpty()) {
            out.append("**")
                    .append(text(line.label()))
                    .append("**")
                    .append(line.value().isEmpty() ? "" : ": ");
        }
        String between = "";
        for (String paragraph : line.value()) {
            out.append(between).append(text(paragraph));
            // A backslash at the end of a line breaks it (CommonMark 0.31, section 6.7).
            between = "\\\n" + indent + STEP;
        }
        out.append('\n');
    }

    private static String text(String text) {
        return MarkdownText.of(text, FlowWords.LONGEST);
    }
}
