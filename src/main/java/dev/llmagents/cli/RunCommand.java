package dev.llmagents.cli;

import dev.llmagents.agent.flow.FlowPlan;
import dev.llmagents.agent.flow.FlowReader;
import dev.llmagents.agent.flow.FlowRun;
import dev.llmagents.app.App;
import dev.llmagents.app.Folders;
import dev.llmagents.app.Inputs;
import dev.llmagents.app.Mode;
import dev.llmagents.app.NewFolder;
import dev.llmagents.app.OutputFile;
import dev.llmagents.app.RunOptions;
import dev.llmagents.app.SampleWorkflow;
import dev.llmagents.app.Settings;
import dev.llmagents.app.SettingsReader;
import dev.llmagents.app.WorkflowFile;
import dev.llmagents.app.WorkflowRun;
import dev.llmagents.prompt.LintFinding;
import dev.llmagents.report.RunFacts;
import dev.llmagents.report.TeamRun;
import dev.llmagents.report.flow.FlowFormats;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code llm-agents run}. */
@Command(
        name = "run",
        description = {
            "Run a workflow of your own: agents with a prompt file each, side by side or one after the other.",
            "All files go through it together. docs/workflows.md says how to write one; --init writes one that runs."
        },
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  done",
            "  2  wrong usage or setting",
            "  3  a mistake in the workflow or its prompts, or unreadable input",
            "  4  no model answered where one was asked for, and --strict",
            "  5  a budget was exceeded, and --strict",
            "  6  a provider failed, and --no-fallback",
            "",
            "Examples:",
            "  llm-agents run --init letters",
            "  llm-agents run letters/workflow.yaml letters/letter.txt",
            "  llm-agents run letters/workflow.yaml mail/*.txt --dry-run",
            "  llm-agents run letters/workflow.yaml letters/letter.txt --provider simulated"
        })
final class RunCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "WORKFLOW", description = "The workflow, a YAML file.")
    private String workflow;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "FILE",
            description = "Texts of any kind, Word, PDF; folders of them, or - for standard input.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--init",
            arity = "0..1",
            fallbackValue = "workflow",
            paramLabel = "DIR",
            description =
                    "Write a workflow of three agents that runs as it is to this folder (workflow if not given), and end."
                            + " Overwrites nothing.")
    private Path init;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, markdown, json, csv or html; text in a terminal, markdown elsewhere.")
    private FlowFormats format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the report to this file.")
    private Path output;

    @Option(names = "--dry-run", description = "Show which agent would be asked what and what it costs; send nothing.")
    private boolean dryRun;

    @Mixin
    private TeamOptions team;

    RunCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (init != null) {
            return writeSample();
        }
        check();
        Consumer<String> tell = team.isQuiet() ? sentence -> {} : context.streams()::tell;
        Settings settings = SettingsReader.read(context.environment(), context.workingFolder(), team.settings(), tell);
        if (output != null) {
            OutputFile.check(context.workingFolder().resolve(output));
        }
        if (settings.mode() != Mode.OFFLINE) {
            loadBeside();
        }
        FlowPlan plan = plan();
        List<Inputs.Input> inputs = Inputs.of(files, context.streams().in(), WorkflowRun.TEXTS);
        List<String> warnings = Collections.synchronizedList(new ArrayList<>());
        long start = context.time().nanos().getAsLong();
        try (App app = new App(
                settings,
                Folders.of(context.environment()),
                options(plan),
                context.time(),
                context.random(),
                warnings::add,
                team.keeping(context))) {
            context.watch(app);
            List<String> names = inputs.stream().map(Inputs.Input::name).toList();
            RunWatch.Work work = new RunWatch.Work(plan.name(), "run", names, plan.idStages(), false);
            WorkflowRun.Outcome outcome;
            try (RunWatch watch = RunWatch.of(context, team, settings, app, work)) {
                outcome = new WorkflowRun(
                                plan,
                                app.access(),
                                watch.listener(),
                                context.time().nanos())
                        .run(app.begin(inputs));
            }
            if (app.isBrokenOff()) {
                return ExitCode.INTERRUPTED.code();
            }
            outcome.problems().forEach(context.streams()::tell);
            if (outcome.result().isEmpty()) {
                outcome.skipped().forEach(context.streams()::tell);
                return app.finished(ExitCode.INPUT.code(), false, tell);
            }
            if (dryRun) {
                context.streams().result(PlannedCalls.of(app, plan.idStages()));
                return ExitCode.DONE.code();
            }
            if (team.isShowMasked()) {
                write(MaskedText.of(String.join(", ", files), app.preview(), plan.idStages()));
                return ExitCode.DONE.code();
            }
            ExitCode code = finish(app, settings, outcome, warnings, tell, start);
            return app.finished(code.code(), code.isResult(), tell);
        }
    }

    private int writeSample() throws IOException {
        if (workflow != null) {
            throw new ParameterException(spec.commandLine(), "--init writes a sample and reads no workflow");
        }
        Map<String, byte[]> sample = SampleWorkflow.files();
        NewFolder.write(context.workingFolder().resolve(init), sample);
        context.streams()
                .result("Wrote " + sample.size() + " files to " + init + ". Next: llm-agents run "
                        + init.resolve("workflow.yaml") + " " + init.resolve("letter.txt") + "\n");
        return ExitCode.DONE.code();
    }

    private void check() {
        team.check();
        if (workflow == null) {
            throw new ParameterException(
                    spec.commandLine(), "Which workflow? 'llm-agents run --init DIR' writes one to begin with");
        }
        if (files.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "What is " + workflow + " to work on? Name files behind it, or - for standard input");
        }
        team.checkDryRun(dryRun);
    }

    /** The first question is asked the sooner for it; if it fails, the question itself fails in the same way and says so. */
    private static void loadBeside() {
        Thread loading = new Thread(FlowRun::load, "llm-agents-load");
        loading.setDaemon(true);
        loading.setUncaughtExceptionHandler((thread, failure) -> {});
        loading.start();
    }

    private FlowPlan plan() throws IOException {
        FlowReader.Reading reading = WorkflowFile.read(context.workingFolder().resolve(workflow), workflow);
        if (reading.plan().isPresent()) {
            FlowPlan plan = reading.plan().get();
            return team.settings().timeout().map(plan::within).orElse(plan);
        }
        List<LintFinding> findings = reading.findings();
        findings.stream().skip(1).forEach(finding -> context.streams().tell(finding.line(true)));
        throw new CommandFailure(ExitCode.INPUT, findings.get(0).line(true));
    }

    private RunOptions options(FlowPlan plan) {
        Map<String, BigDecimal> costs = new TreeMap<>();
        plan.agents().forEach(agent -> agent.maxCost().ifPresent(limit -> costs.put(agent.id(), limit)));
        RunOptions options = team.run().within(plan.maxCost(), costs);
        return dryRun ? options.previewed() : options;
    }

    private ExitCode finish(
            App app,
            Settings settings,
            WorkflowRun.Outcome outcome,
            List<String> warnings,
            Consumer<String> tell,
            long start)
            throws IOException {
        TeamRun teamRun = FlowTeamRun.of(app, settings, outcome, warnings);
        Verdict verdict = new Verdict(context, team, app, teamRun);
        if (verdict.isRefused()) {
            return ExitCode.PROVIDER;
        }
        RunFacts facts = teamRun.facts(context.time().since(start));
        if (context.isWatched()) {
            context.onlooker().reported(SessionReports.workflow(outcome.result().orElseThrow(), facts, files));
        }
        Optional<Path> file = Optional.ofNullable(output);
        FlowFormats chosen = FormatChoice.of(FlowFormats.class, Optional.ofNullable(format), file, context.terminal());
        boolean colour = context.terminal().colour() && !team.isNoColor() && file.isEmpty();
        write(chosen.renderer(context.terminal().columns(), colour, file.isPresent())
                .render(outcome.result().orElseThrow(), facts));
        Remarks.ofWorkflow(teamRun).forEach(tell);
        if (team.isVerbose()) {
            outcome.skipped().forEach(tell);
            teamRun.details(facts).forEach(tell);
        }
        return verdict.code(facts, !outcome.problems().isEmpty(), false);
    }

    private void write(String text) throws IOException {
        if (output != null) {
            OutputFile.write(context.workingFolder().resolve(output), text);
        } else {
            context.streams().result(text);
        }
    }
}
