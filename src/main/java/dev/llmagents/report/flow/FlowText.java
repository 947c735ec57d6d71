package dev.llmagents.report.flow;

import dev.llmagents.agent.flow.FlowRun;
import dev.llmagents.report.Ink;
import dev.llmagents.report.RunFacts;
import dev.llmagents.report.TextPage;
import dev.llmagents.report.clean.PlainText;
import java.util.Locale;

/** A workflow's report for a terminal. Safe for threads. */
final class FlowText implements FlowRenderer {
    private static final int STEP = 2;
    private static final int DEEPEST = 8;

    private final int width;
    private final boolean colour;

    FlowText(int width, boolean colour) {
        this.width = width;
        this.colour = colour;
    }

    @Override
    public String render(FlowRun.Result result, RunFacts facts) {
        TextPage page = new TextPage(width, colour);
        page.prose(0, PlainText.of(result.plan().name(), FlowWords.NAME), Ink.BOLD);
        String about = result.plan().description().isEmpty()
                ? FlowWords.files(facts)
                : result.plan().description() + " · " + FlowWords.files(facts);
        page.prose(0, PlainText.of(about, FlowWords.LONGEST), Ink.DIM);
        for (FlowRun.Answer answer : result.answers()) {
            page.blank();
            page.prose(0, FlowOutline.words(answer.agent().name()).toUpperCase(Locale.ROOT), Ink.BOLD);
            if (!FlowWords.isEmpty(answer)) {
                FlowWords.outline(answer).forEach(line -> line(page, line));
            }
            page.prose(STEP, PlainText.of(FlowWords.who(answer), FlowWords.LONGEST), Ink.DIM);
        }
        return page.toString();
    }

    private static void line(TextPage page, FlowOutline.Line line) {
        int indent = STEP + STEP * Math.min(line.depth(), DEEPEST);
        String label = PlainText.of(line.label(), FlowWords.NAME);
        if (line.value().isEmpty()) {
            page.prose(indent, label, Ink.CYAN);
            return;
        }
        String lead = label.isEmpty() ? "- " : label + ": ";
        boolean first = true;
        for (String paragraph : line.value()) {
            String text = PlainText.of(paragraph, FlowWords.LONGEST);
            if (first && label.isEmpty()) {
                page.hanging(
                        " ".repeat(indent) + lead, indent + lead.length(), indent + lead.length(), text, Ink.PLAIN);
            } else {
                page.prose(first ? indent : indent + STEP, (first ? lead : "") + text, Ink.PLAIN);
            }
            first = false;
        }
    }
}
