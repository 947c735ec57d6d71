package dev.llmagents.cli;

import dev.llmagents.agent.AgentReply;
import dev.llmagents.agent.ModelAccess;
import dev.llmagents.app.App;
import dev.llmagents.app.MeetingRun;
import dev.llmagents.app.Settings;
import dev.llmagents.report.RunFacts;
import dev.llmagents.report.TeamRun;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A run of MeetMind as reports tell of it. */
final class MeetingTeamRun {
    private MeetingTeamRun() {}

    static TeamRun of(
            App app, Settings settings, String command, List<MeetingRun.Outcome> outcomes, List<String> warnings) {
        List<RunFacts.Input> inputs = new ArrayList<>();
        List<AgentReply<?>> replies = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Set<String> all = new LinkedHashSet<>(warnings);
        long words = 0;
        for (MeetingRun.Outcome outcome : outcomes) {
            all.addAll(outcome.warnings());
            outcome.problem().ifPresent(problems::add);
            if (outcome.result().isPresent()) {
                inputs.add(new RunFacts.Input(outcome.name(), outcome.sha256(), outcome.bytes()));
                words += outcome.words();
                replies.addAll(outcome.result().get().agents());
            }
        }
        return new TeamRun(
                "meetmind",
                command,
                app.runId(),
                settings.tenant(),
                inputs,
                OptionalLong.of(words),
                replies,
                List.copyOf(all),
                problems,
                models(app));
    }

    /** Whether models could be asked in {@code app}'s run. */
    static TeamRun.Models models(App app) {
        Optional<String> closed =
                app.access() instanceof ModelAccess.Closed reason ? Optional.of(reason.reason()) : Optional.empty();
        return new TeamRun.Models(closed, closed.filter(App.OFFLINE::equals).isPresent(), app.usage());
    }
}
