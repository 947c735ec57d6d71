package dev.llmagents.report.flow;

import dev.llmagents.agent.AgentReply;
import dev.llmagents.agent.Source;
import dev.llmagents.agent.flow.FlowRun;
import dev.llmagents.report.RunFacts;
import java.util.List;
import java.util.stream.Collectors;

/** The sentences of a workflow's report. */
final class FlowWords {
    /** Characters of one paragraph at most. */
    static final int LONGEST = 20_000;

    static final int NAME = 160;

    private FlowWords() {}

    static String files(RunFacts facts) {
        return facts.inputs().stream().map(RunFacts.Input::name).collect(Collectors.joining(", "));
    }

    /** Who answered for an agent. */
    static String who(FlowRun.Answer answer) {
        AgentReply<?> reply = answer.reply();
        if (reply.source() == Source.RULES) {
            return "No answer: " + reply.reason().orElse(FlowRun.NO_RULES) + ".";
        }
        String model = reply.calls().isEmpty()
                ? "a model"
                : reply.calls().get(reply.calls().size() - 1).model();
        return (reply.source() == Source.CACHE ? "Answered by " + model + ", kept." : "Answered by " + model + ".")
                + reply.reason().map(reason -> " In part only: " + reason + ".").orElse("")
                + dropped(reply.dropped());
    }

    private static String dropped(int dropped) {
        return dropped == 0
                ? ""
                : dropped == 1
                        ? " One thing it said was dropped: the input does not hold it, or it had not its form."
                        : " " + dropped + " things it said were dropped: the input does not hold them, or they had not"
                                + " their form.";
    }

    static boolean isEmpty(FlowRun.Answer answer) {
        return answer.reply().source() == Source.RULES;
    }

    static List<FlowOutline.Line> outline(FlowRun.Answer answer) {
        return FlowOutline.of(answer.reply().value());
    }
}
