package dev.llmagents.cli;

import dev.llmagents.agent.Workflow;
import dev.llmagents.app.App;
import dev.llmagents.app.Folders;
import dev.llmagents.app.Inputs;
import dev.llmagents.app.MeetingRun;
import dev.llmagents.app.OutputFile;
import dev.llmagents.app.Settings;
import dev.llmagents.app.SettingsReader;
import dev.llmagents.app.SpeakerNames;
import dev.llmagents.report.MeetingFormats;
import dev.llmagents.report.RunFacts;
import dev.llmagents.report.TeamRun;
import dev.llmagents.report.ledger.LedgerFormats;
import dev.llmagents.report.todo.TodoCalendar;
import dev.llmagents.team.meetmind.MeetMindTeam;
import dev.llmagents.team.meetmind.MeetingReport;
import dev.llmagents.team.meetmind.ledger.Ledger;
import dev.llmagents.team.meetmind.ledger.LedgerEntry;
import dev.llmagents.team.meetmind.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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

/** {@code llm-agents meetmind actions}. */
@Command(
        name = "actions",
        description =
                "Put the action items of many meetings into one list: open, overdue, done later, handed on, moved;"
                        + " and decisions that a later meeting turned around.",
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  done",
            "  2  wrong usage or setting",
            "  3  unreadable or invalid input",
            "  4  rules answered where a model was asked for, and --strict",
            "  5  a budget was exceeded, and --strict",
            "  6  a provider failed, and --no-fallback",
            "  7  --fail-on",
            "",
            "Examples:",
            "  llm-agents meetmind actions meetings/",
            "  llm-agents meetmind actions meetings/ --aliases names.yaml --as-of today",
            "  llm-agents meetmind actions meetings/ --format ics -o tasks.ics"
        })
final class ActionsCommand implements Callable<Integer> {
    private static final String TODAY = "today";

    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Transcripts of a series of meetings, folders of them, or - for standard input.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "The day from which it is told what is overdue: 2026-03-16, or today; the last meeting's day if"
                            + " not given.")
    private String asOf;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, markdown, json, csv, html, ics (calendar) or issues (JSON for issue trackers);"
                    + " text in a terminal, markdown elsewhere.")
    private MeetingFormats format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the list to this file.")
    private Path output;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            description = "The meetings' language, en or sv, if it cannot be told.")
    private Language language;

    @Option(
            names = {"--aliases", "--speakers"},
            paramLabel = "FILE",
            description = "Names to use for spellings: YAML, CSV, or lines of 'Spelling = Name'.")
    private Path aliases;

    @Option(names = "--dry-run", description = "Show what would be done and what a model would cost; send nothing.")
    private boolean dryRun;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            description =
                    "Exit with 7 at: never, error (a task is overdue), warning (a decision was turned around, too).")
    private FailOn failOn = FailOn.NEVER;

    @Mixin
    private TeamOptions team;

    ActionsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        team.check();
        check();
        Optional<LocalDate> day = day();
        Consumer<String> tell = team.isQuiet() ? sentence -> {} : context.streams()::tell;
        Settings settings = SettingsReader.read(context.environment(), context.workingFolder(), team.settings(), tell);
        if (output != null) {
            OutputFile.check(outputFile());
        }
        List<Inputs.Input> inputs = Inputs.of(files, context.streams().in(), Inputs.Kind.TRANSCRIPTS);
        MeetingRun.Options options = new MeetingRun.Options(
                Optional.ofNullable(language),
                Optional.empty(),
                aliases == null
                        ? Map.of()
                        : SpeakerNames.read(context.workingFolder().resolve(aliases)));
        // The steps of a call warn from the threads of their calls.
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
            if (dryRun) {
                MeetingRun run = new MeetingRun(app.meetMind(), app.access(), options, Workflow.Listener.NONE);
                return PlanText.show(context.streams(), app, run, inputs);
            }
            List<String> names = inputs.stream().map(Inputs.Input::name).toList();
            RunWatch.Work work = new RunWatch.Work(MeetMindTeam.ID, "actions", names, MeetMindTeam.STAGES, true);
            List<MeetingRun.Outcome> outcomes;
            try (RunWatch watch = RunWatch.of(context, team, settings, app, work)) {
                outcomes = new MeetingRun(app.meetMind(), app.access(), options, watch.listener())
                        .analyze(app.begin(inputs));
            }
            if (app.isBrokenOff()) {
                return ExitCode.INTERRUPTED.code();
            }
            ExitCode code = finish(app, settings, outcomes, warnings, day, tell, start);
            return app.finished(code.code(), code.isResult(), tell);
        }
    }

    private void check() {
        if (team.isShowMasked()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--show-masked shows one meeting's messages: use 'llm-agents meetmind analyze FILE --show-masked'");
        }
        team.checkDryRun(dryRun);
    }

    private Optional<LocalDate> day() {
        if (asOf == null) {
            return Optional.empty();
        }
        if (asOf.equals(TODAY)) {
            return Optional.of(context.time().now().atOffset(ZoneOffset.UTC).toLocalDate());
        }
        try {
            return Optional.of(new AnalyzeMeetingCommand.DateConverter().convert(asOf));
        } catch (picocli.CommandLine.TypeConversionException noDate) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for --as-of: " + noDate.getMessage() + ", nor is it 'today'",
                    noDate);
        }
    }

    private ExitCode finish(
            App app,
            Settings settings,
            List<MeetingRun.Outcome> outcomes,
            List<String> warnings,
            Optional<LocalDate> day,
            Consumer<String> tell,
            long start)
            throws IOException {
        MeetingOutcomes met = MeetingOutcomes.of(outcomes, context.streams()::tell);
        List<MeetingReport> reports = met.reports();
        if (reports.isEmpty()) {
            return ExitCode.INPUT;
        }
        Ledger ledger = Ledger.of(reports, day);
        warnings.addAll(ledger.warnings());
        TeamRun teamRun = MeetingTeamRun.of(app, settings, "actions", outcomes, warnings);
        Verdict verdict = new Verdict(context, team, app, teamRun);
        if (verdict.isRefused()) {
            return ExitCode.PROVIDER;
        }
        RunFacts facts = teamRun.facts(context.time().since(start));
        if (context.isWatched()) {
            context.onlooker().reported(SessionReports.ledger(ledger, reports, facts));
        }
        write(ledger, facts);
        Remarks.of(teamRun).forEach(tell);
        if (team.isVerbose()) {
            teamRun.details(facts).forEach(tell);
        }
        return verdict.code(facts, met.unreadable(), isGateClosed(ledger));
    }

    private boolean isGateClosed(Ledger ledger) {
        boolean overdue = ledger.count(LedgerEntry.State.OVERDUE) > 0;
        return switch (failOn) {
            case NEVER -> false;
            case ERROR -> overdue;
            case WARNING -> overdue || !ledger.reversals().isEmpty();
        };
    }

    private void write(Ledger ledger, RunFacts facts) throws IOException {
        Optional<Path> file = Optional.ofNullable(output);
        MeetingFormats chosen =
                FormatChoice.of(MeetingFormats.class, Optional.ofNullable(format), file, context.terminal());
        boolean colour = context.terminal().colour() && !team.isNoColor() && file.isEmpty();
        MeetingFormats.Destination destination =
                new MeetingFormats.Destination(context.terminal().columns(), colour, file.isPresent());
        String text = LedgerFormats.renderer(chosen, destination).render(ledger, facts);
        if (chosen == MeetingFormats.ICS && TodoCalendar.isEmpty(text) && !team.isQuiet()) {
            context.streams().tell("No open task has a day, so the calendar is empty.");
        }
        if (output != null) {
            OutputFile.write(outputFile(), text);
        } else {
            context.streams().result(text);
        }
    }

    private Path outputFile() {
        return context.workingFolder().resolve(output);
    }
}
