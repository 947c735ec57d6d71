package dev.llmagents.report.flow;

import dev.llmagents.agent.flow.FlowRun;
import dev.llmagents.report.RunFacts;

/** Writes what a workflow came to in one format. */
@FunctionalInterface
public interface FlowRenderer {
    String render(FlowRun.Result result, RunFacts facts);
}
