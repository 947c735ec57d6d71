package dev.llmagents.cli;

import dev.llmagents.agent.AgentReply;
import dev.llmagents.app.App;
import dev.llmagents.app.Settings;
import dev.llmagents.report.RunFacts;
import dev.llmagents.report.TeamRun;
import dev.llmagents.team.felicia.FeliciaCase;
import java.util.List;
import java.util.OptionalLong;

/** A run of Felicia's Finance as reports tell of it. */
final class FeliciaTeamRun {
    private FeliciaTeamRun() {}

    static TeamRun of(
            App app,
            Settings settings,
            String command,
            FeliciaCase felicia,
            List<AgentReply<?>> replies,
            List<String> warnings) {
        List<RunFacts.Input> inputs = felicia.files().stream()
                .map(file -> new RunFacts.Input(file.name(), file.sha256(), file.bytes()))
                .toList();
        return new TeamRun(
                "felicia",
                command,
                app.runId(),
                settings.tenant(),
                inputs,
                OptionalLong.empty(),
                replies,
                warnings.stream().distinct().toList(),
                List.of(),
                MeetingTeamRun.models(app));
    }
}
