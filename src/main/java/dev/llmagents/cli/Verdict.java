package dev.llmagents.cli;

import dev.llmagents.app.App;
import dev.llmagents.report.RunFacts;
import dev.llmagents.report.TeamRun;

/** What a run comes to by the options that all teams have, in one order: what keeps the result back, then what is wrong with it. */
final class Verdict {
    private final CommandContext context;
    private final TeamOptions team;
    private final App app;
    private final TeamRun run;

    Verdict(CommandContext context, TeamOptions team, App app, TeamRun run) {
        this.context = context;
        this.team = team;
        this.app = app;
        this.run = run;
    }

    /** Whether a provider failed and nothing may stand in for it, which is told; with --strict a spent budget comes first. */
    boolean isRefused() {
        if (!team.isNoFallback() || run.providerFailure().isEmpty() || isOverBudget()) {
            return false;
        }
        context.streams().tell(run.providerFailure().get());
        return true;
    }

    /**
     * The exit code of a run whose result was shown.
     *
     * @param isUnreadable whether an input that was named could not be read
     * @param isGateClosed whether --fail-on turns the result down
     */
    ExitCode code(RunFacts facts, boolean isUnreadable, boolean isGateClosed) {
        if (isUnreadable) {
            return ExitCode.INPUT;
        }
        if (isOverBudget()) {
            return ExitCode.BUDGET;
        }
        if (team.isStrict() && facts.degraded() && app.isModelWanted()) {
            return ExitCode.DEGRADED;
        }
        return isGateClosed ? ExitCode.GATE : ExitCode.DONE;
    }

    private boolean isOverBudget() {
        return team.isStrict() && run.isBudgetExceeded();
    }
}
