package dev.llmagents.cli;

import dev.llmagents.app.App;
import dev.llmagents.app.ArtefactFolder;
import dev.llmagents.app.FeliciaRun;
import dev.llmagents.app.Folders;
import dev.llmagents.app.OutputFile;
import dev.llmagents.app.OutputFolder;
import dev.llmagents.app.RunOptions;
import dev.llmagents.app.Settings;
import dev.llmagents.app.SettingsReader;
import dev.llmagents.json.Json;
import dev.llmagents.report.RunFacts;
import dev.llmagents.report.TeamRun;
import dev.llmagents.report.felicia.TradeFiles;
import dev.llmagents.report.felicia.TradeFormats;
import dev.llmagents.team.felicia.FeliciaTeam;
import dev.llmagents.team.felicia.mission.Missions;
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

/** {@code llm-agents felicia trade}. */
@Command(
        name = "trade",
        description = "Turn a mission and its price files into a plan, paper fills, a backtest and a verdict.",
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  done",
            "  2  wrong usage or setting",
            "  3  unreadable or invalid mission or prices",
            "  4  rules answered where a model was asked for, and --strict",
            "  5  a budget was exceeded, and --strict",
            "  6  a provider failed, and --no-fallback",
            "  7  the plan was rejected, or --fail-on",
            "",
            "Examples:",
            "  llm-agents felicia init mission",
            "  llm-agents felicia trade mission/mission.yaml --out plan",
            "  llm-agents felicia trade mission.yaml --format html -o plan.html"
        })
final class TradeCommand implements Callable<Integer> {
    private final CommandContext context;

    /** Whether orders are carried out. */
    enum Execute {
        PAPER,
        NONE
    }

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "MISSION",
            arity = "0..1",
            description = "A mission as YAML, JSON or Markdown; - for standard input.")
    private String mission;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write plan, orders, fills, charts, journal and report here.")
    private Path out;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = AnalyzeMeetingCommand.DateConverter.class,
            description = "The day from which everything is seen, in place of the mission's.")
    private LocalDate asOf;

    @Option(
            names = "--execute",
            paramLabel = "HOW",
            description = "paper (if not given) or none. Given as paper, the plan is noted and not executed twice.")
    private Execute execute;

    @Option(names = "--again", description = "Execute on paper a plan that was executed before.")
    private boolean again;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            description = "Exit with 7 at: never, error (a rejected plan), warning; error if not given.")
    private FailOn failOn = FailOn.ERROR;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, markdown, json or html.")
    private TradeFormats format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the report to this file.")
    private Path output;

    @Option(names = "--print-schema", description = "Print the JSON Schema of a mission and exit.")
    private boolean printSchema;

    @Option(names = "--dry-run", description = "Show what a model would be asked and cost; send nothing.")
    private boolean dryRun;

    @Mixin
    private TeamOptions team;

    TradeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (printSchema) {
            context.streams().result(Json.writePretty(Missions.schema()) + "\n");
            return ExitCode.DONE.code();
        }
        check();
        Consumer<String> tell = team.isQuiet() ? sentence -> {} : context.streams()::tell;
        Settings settings = SettingsReader.read(context.environment(), context.workingFolder(), team.settings(), tell);
        if (output != null) {
            OutputFile.check(context.workingFolder().resolve(output));
        }
        if (out != null) {
            OutputFolder.check(context.workingFolder().resolve(out));
        }
        Folders folders = Folders.of(context.environment());
        List<String> warnings = Collections.synchronizedList(new ArrayList<>());
        long start = context.time().nanos().getAsLong();
        RunOptions options = dryRun ? team.run().previewed() : team.run();
        try (App app = new App(
                settings, folders, options, context.time(), context.random(), warnings::add, team.keeping(context))) {
            context.watch(app);
            FeliciaRun.Opened opened = MissionFile.open(mission, Optional.ofNullable(asOf), context, app::begin);
            Optional<Path> executed = execute == Execute.PAPER
                    ? folders.state().map(state -> state.resolve("felicia"))
                    : Optional.empty();
            FeliciaRun.Wish wish = new FeliciaRun.Wish(executed, again, execute != Execute.NONE);
            FeliciaTeam.Result result;
            RunWatch.Work work =
                    new RunWatch.Work(FeliciaTeam.ID, "trade", List.of(mission), FeliciaTeam.STAGES, false);
            try (RunWatch watch = RunWatch.of(context, team, settings, app, work)) {
                result = new FeliciaRun(app.felicia(), app.access(), watch.listener()).trade(opened, wish);
            }
            if (app.isBrokenOff()) {
                return ExitCode.INTERRUPTED.code();
            }
            if (dryRun) {
                context.streams().result(PlannedCalls.of(app, FeliciaTeam.STAGES));
                return ExitCode.DONE.code();
            }
            if (team.isShowMasked()) {
                write(MaskedText.of(mission, app.preview(), FeliciaTeam.STAGES));
                return ExitCode.DONE.code();
            }
            ExitCode code = finish(app, settings, result, warnings, tell, start);
            if (executed.isPresent()
                    && code.isResult()
                    && !result.report().trades().orders().isEmpty()) {
                FeliciaRun.executed(executed.get(), result);
            }
            return app.finished(code.code(), code.isResult(), tell);
        }
    }

    private void check() throws IOException {
        team.check();
        if (mission == null) {
            throw new ParameterException(
                    spec.commandLine(), "Which mission? Name a file, or 'llm-agents felicia init DIR' writes one");
        }
        team.checkDryRun(dryRun);
    }

    private ExitCode finish(
            App app,
            Settings settings,
            FeliciaTeam.Result result,
            List<String> warnings,
            Consumer<String> tell,
            long start)
            throws IOException {
        TeamRun teamRun =
                FeliciaTeamRun.of(app, settings, "trade", result.report().felicia(), result.agents(), warnings);
        Verdict verdict = new Verdict(context, team, app, teamRun);
        if (verdict.isRefused()) {
            return ExitCode.PROVIDER;
        }
        RunFacts facts = teamRun.facts(context.time().since(start));
        if (context.isWatched()) {
            context.onlooker().reported(SessionReports.felicia(result, facts, mission));
        }
        if (out != null) {
            Path folder = context.workingFolder().resolve(out);
            ArtefactFolder.write(folder, TradeFiles.of(result), TradeFiles.NAMES);
        }
        write(chosen().render(result, facts));
        Remarks.of(teamRun).forEach(tell);
        if (team.isVerbose()) {
            teamRun.details(facts).forEach(tell);
        }
        return verdict.code(
                facts, false, failOn.fails(result.report().overview().verdict()));
    }

    private TradeFormats chosen() {
        return FormatChoice.of(
                TradeFormats.class, Optional.ofNullable(format), Optional.ofNullable(output), context.terminal());
    }

    private void write(String text) throws IOException {
        if (output != null) {
            OutputFile.write(context.workingFolder().resolve(output), text);
        } else {
            context.streams().result(text);
        }
    }
}
