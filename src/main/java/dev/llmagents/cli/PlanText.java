package dev.llmagents.cli;

import dev.llmagents.agent.ModelAccess;
import dev.llmagents.app.App;
import dev.llmagents.app.Inputs;
import dev.llmagents.app.MeetingRun;
import dev.llmagents.team.meetmind.MeetingPlan;
import java.io.IOException;
import java.math.RoundingMode;
import java.util.List;

/** A plan for people: who would do what, and what a model would take. */
final class PlanText {
    private static final int DOLLAR_DIGITS = 4;

    private PlanText() {}

    /** Shows what would be done with each input; returns the exit code. */
    static int show(Streams streams, App app, MeetingRun run, List<Inputs.Input> inputs) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Inputs.Input input : inputs) {
            text.append(of(input.name(), run.plan(input), app.access(), app.meetMindWays()));
        }
        streams.result(text.toString());
        return ExitCode.DONE.code();
    }

    /** @param ways the models that would be asked, in order, with their regions */
    static String of(String name, MeetingPlan plan, ModelAccess access, List<String> ways) {
        StringBuilder text = new StringBuilder();
        text.append("Plan for ").append(Sentence.of(name)).append('\n');
        for (MeetingPlan.ChosenAnalysis chosen : plan.analyses()) {
            text.append("  ")
                    .append(chosen.priority())
                    .append(". ")
                    .append(padded(chosen.analysis().label(), 16))
                    .append(padded(chosen.agent(), 26))
                    .append(chosen.why())
                    .append('\n');
        }
        text.append("Order: ");
        for (int i = 0; i < plan.stages().size(); i++) {
            text.append(i == 0 ? "" : " → ")
                    .append(String.join(" + ", plan.stages().get(i)));
        }
        MeetingPlan.Estimate estimate = plan.estimate();
        text.append("\nWith ")
                .append(estimate.model())
                .append(": about ")
                .append(estimate.calls())
                .append(" calls, ")
                .append(estimate.promptTokens())
                .append(" tokens in, ")
                .append(estimate.completionTokens())
                .append(" out, ");
        text.append(estimate.costUsd()
                .map(cost ->
                        "$" + cost.setScale(DOLLAR_DIGITS, RoundingMode.HALF_UP).toPlainString() + " at most")
                .orElse("price unknown"));
        text.append(".\nWith these settings: ").append(now(access, ways)).append(". Nothing was sent.\n");
        return text.toString();
    }

    private static String now(ModelAccess access, List<String> ways) {
        if (access instanceof ModelAccess.Closed closed) {
            return "the rules alone (" + closed.reason() + ")";
        }
        return ways.isEmpty()
                ? "the rules alone (no model of this tier can be asked)"
                : "a model is asked (" + String.join("; then ", ways) + "), and the rules check what it says";
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
