package dev.llmagents.cli;

import dev.llmagents.agent.AgentReply;
import dev.llmagents.app.App;
import dev.llmagents.app.Settings;
import dev.llmagents.app.SveaRun;
import dev.llmagents.report.RunFacts;
import dev.llmagents.report.TeamRun;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** A run of Agent Svea as reports tell of it. */
final class SveaTeamRun {
    private SveaTeamRun() {}

    static TeamRun of(App app, Settings settings, SveaRun.Outcome outcome, List<String> warnings) {
        List<RunFacts.Input> inputs = outcome.inputs().stream()
                .map(input -> new RunFacts.Input(input.name(), input.sha256(), input.bytes()))
                .toList();
        List<AgentReply<?>> replies =
                outcome.result().map(result -> result.agents()).orElse(List.of());
        Set<String> all = new LinkedHashSet<>(warnings);
        all.addAll(outcome.warnings());
        return new TeamRun(
                "svea",
                "comply",
                app.runId(),
                settings.tenant(),
                inputs,
                OptionalLong.empty(),
                replies,
                List.copyOf(all),
                outcome.problems(),
                MeetingTeamRun.models(app));
    }
}
