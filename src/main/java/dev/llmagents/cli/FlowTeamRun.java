package dev.llmagents.cli;

import dev.llmagents.agent.AgentReply;
import dev.llmagents.agent.flow.FlowRun;
import dev.llmagents.app.App;
import dev.llmagents.app.Settings;
import dev.llmagents.app.WorkflowRun;
import dev.llmagents.report.RunFacts;
import dev.llmagents.report.TeamRun;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** A run of a workflow of the user's own as reports tell of it. */
final class FlowTeamRun {
    private FlowTeamRun() {}

    /** @param outcome with a result */
    static TeamRun of(App app, Settings settings, WorkflowRun.Outcome outcome, List<String> warnings) {
        FlowRun.Result result = outcome.result().orElseThrow();
        List<AgentReply<?>> replies = new ArrayList<>();
        result.answers().forEach(answer -> replies.add(answer.reply()));
        Set<String> all = new LinkedHashSet<>(warnings);
        all.addAll(outcome.warnings());
        return new TeamRun(
                result.plan().name(),
                TeamRun.WORKFLOW,
                app.runId(),
                settings.tenant(),
                outcome.inputs().stream()
                        .map(input -> new RunFacts.Input(input.name(), input.sha256(), input.bytes()))
                        .toList(),
                OptionalLong.empty(),
                replies,
                List.copyOf(all),
                outcome.problems(),
                MeetingTeamRun.models(app));
    }
}
