package dev.llmagents.mcp;

import dev.llmagents.agent.AgentReply;
import dev.llmagents.app.App;
import dev.llmagents.app.MeetingRun;
import dev.llmagents.app.SveaRun;
import dev.llmagents.report.TeamRun;
import dev.llmagents.team.felicia.FeliciaCase;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** What tools need to make a run of their own for each call. Safe for use by several threads. */
public interface ToolRuns {
    /** A program for one run, to be closed after it. */
    App open(Consumer<String> warnings);

    /** A run of MeetMind as reports tell of it. */
    TeamRun told(App app, String command, List<MeetingRun.Outcome> outcomes, List<String> warnings);

    /** A run of Felicia's Finance as reports tell of it. */
    TeamRun told(App app, String command, FeliciaCase felicia, List<AgentReply<?>> replies, List<String> warnings);

    /** A run of Agent Svea as reports tell of it. */
    TeamRun told(App app, SveaRun.Outcome outcome, List<String> warnings);

    /** The day on which inputs are judged unless a call says otherwise. */
    LocalDate today();

    /** A clock that never runs back. */
    long nanos();
}
