package dev.llmagents.cli;

import dev.llmagents.app.App;
import dev.llmagents.app.ArtefactFolder;
import dev.llmagents.app.FeliciaRun;
import dev.llmagents.app.Folders;
import dev.llmagents.app.Settings;
import dev.llmagents.app.SettingsReader;
import dev.llmagents.report.RunFacts;
import dev.llmagents.report.TeamRun;
import dev.llmagents.report.felicia.TradeFiles;
import dev.llmagents.report.felicia.TradeFormats;
import dev.llmagents.team.felicia.FeliciaTeam;
import dev.llmagents.team.felicia.bank.BankReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code llm-agents felicia bank}. */
@Command(
        name = "bank",
        description = "Check the banking requests of a mission and draft their payments; nothing is ever sent.",
        sortOptions = false,
        footerHeading = "%nExample:%n",
        footer = "  llm-agents felicia bank mission.yaml --out drafts")
final class BankCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MISSION", description = "A mission as YAML, JSON or Markdown; - for standard input.")
    private String mission;

    @Option(names = "--out", paramLabel = "DIR", description = "Write bank.json, payment drafts and journal here.")
    private Path out;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = AnalyzeMeetingCommand.DateConverter.class,
            description = "The day from which everything is seen, in place of the mission's.")
    private LocalDate asOf;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            description =
                    "Exit with 7 at: never, error (a blocked request), warning (a question too); error if not given.")
    private FailOn failOn = FailOn.ERROR;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, markdown or json.")
    private TradeFormats format;

    @Mixin
    private TeamOptions team;

    BankCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        team.check();
        if (format == TradeFormats.HTML) {
            throw new ParameterException(spec.commandLine(), "felicia bank prints text, markdown or json, no html");
        }
        Consumer<String> tell = team.isQuiet() ? sentence -> {} : context.streams()::tell;
        Settings settings = SettingsReader.read(context.environment(), context.workingFolder(), team.settings(), tell);
        List<String> warnings = Collections.synchronizedList(new ArrayList<>());
        long start = context.time().nanos().getAsLong();
        try (App app = new App(
                settings,
                Folders.of(context.environment()),
                team.run(),
                context.time(),
                context.random(),
                warnings::add,
                team.keeping(context))) {
            context.watch(app);
            FeliciaRun.Opened opened = MissionFile.open(mission, Optional.ofNullable(asOf), context, app::begin);
            FeliciaTeam.BankResult result;
            RunWatch.Work work = new RunWatch.Work(
                    FeliciaTeam.ID, "bank", List.of(mission), List.of(List.of(FeliciaTeam.BANKING)), false);
            try (RunWatch watch = RunWatch.of(context, team, settings, app, work)) {
                result = new FeliciaRun(app.felicia(), app.access(), watch.listener()).bank(opened);
            }
            if (app.isBrokenOff()) {
                return ExitCode.INTERRUPTED.code();
            }
            if (team.isShowMasked()) {
                context.streams().result(MaskedText.of(mission, app.preview(), List.of(List.of(FeliciaTeam.BANKING))));
                return ExitCode.DONE.code();
            }
            ExitCode code = finish(app, settings, result, warnings, tell, start);
            return app.finished(code.code(), code.isResult(), tell);
        }
    }

    private ExitCode finish(
            App app,
            Settings settings,
            FeliciaTeam.BankResult result,
            List<String> warnings,
            Consumer<String> tell,
            long start)
            throws IOException {
        TeamRun teamRun = FeliciaTeamRun.of(app, settings, "bank", result.felicia(), result.agents(), warnings);
        Verdict verdict = new Verdict(context, team, app, teamRun);
        if (verdict.isRefused()) {
            return ExitCode.PROVIDER;
        }
        RunFacts facts = teamRun.facts(context.time().since(start));
        if (context.isWatched()) {
            context.onlooker().reported(SessionReports.bank(result, facts, mission));
        }
        if (out != null) {
            ArtefactFolder.write(context.workingFolder().resolve(out), TradeFiles.of(result), TradeFiles.BANK_NAMES);
        }
        TradeFormats chosen =
                FormatChoice.of(TradeFormats.class, Optional.ofNullable(format), Optional.empty(), context.terminal());
        context.streams().result(chosen.render(result, facts));
        Remarks.of(teamRun).forEach(tell);
        if (team.isVerbose()) {
            teamRun.details(facts).forEach(tell);
        }
        BankReport report = result.outcome().report().orElseThrow();
        boolean blocked = report.count(BankReport.Status.BLOCKED) > 0
                || !result.outcome().problems().isEmpty();
        boolean asks = report.count(BankReport.Status.QUESTION) > 0;
        boolean gate = failOn == FailOn.ERROR && blocked || failOn == FailOn.WARNING && (blocked || asks);
        return verdict.code(facts, false, gate);
    }
}
