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
import dev.llmagents.report.MeetingReports;
import dev.llmagents.report.RunFacts;
import dev.llmagents.report.TeamRun;
import dev.llmagents.report.todo.TodoCalendar;
import dev.llmagents.team.meetmind.MeetMindTeam;
import dev.llmagents.team.meetmind.MeetingReport;
import dev.llmagents.team.meetmind.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code llm-agents meetmind analyze}. */
@Command(
        name = "analyze",
        description =
                "Turn transcripts into minutes: summary, decisions, action items, risks, questions, requirements.",
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
            "  llm-agents meetmind analyze meeting.vtt",
            "  llm-agents meetmind analyze meetings/ --format csv -o actions.csv",
            "  llm-agents meetmind analyze meeting.vtt --show-masked",
            "  OPENAI_BASE_URL=http://localhost:11434/v1 llm-agents meetmind analyze meeting.vtt --model llama3"
        })
final class AnalyzeMeetingCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Transcripts in any format, folders of them, or - for standard input.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, markdown, json, csv, html, ics (calendar) or issues (JSON for issue trackers);"
                    + " text in a terminal, markdown elsewhere.")
    private MeetingFormats format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the report to this file.")
    private Path output;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            description = "The meeting's language, en or sv, if it cannot be told.")
    private Language language;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            converter = DateConverter.class,
            description = "The day of the meeting, 2026-03-16, from which due dates are reckoned.")
    private LocalDate date;

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
            description = "Exit with 7 if the quality check finds: never, error, warning.")
    private FailOn failOn = FailOn.NEVER;

    @Mixin
    private TeamOptions team;

    AnalyzeMeetingCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        team.check();
        team.checkDryRun(dryRun);
        Consumer<String> tell = team.isQuiet() ? sentence -> {} : context.streams()::tell;
        Settings settings = SettingsReader.read(context.environment(), context.workingFolder(), team.settings(), tell);
        if (output != null) {
            OutputFile.check(outputFile());
        }
        List<Inputs.Input> inputs = Inputs.of(files, context.streams().in(), Inputs.Kind.TRANSCRIPTS);
        MeetingRun.Options options = new MeetingRun.Options(
                Optional.ofNullable(language),
                Optional.ofNullable(date),
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
            if (dryRun || team.isShowMasked()) {
                MeetingRun run = new MeetingRun(app.meetMind(), app.access(), options, Workflow.Listener.NONE);
                return dryRun ? PlanText.show(context.streams(), app, run, inputs) : showMasked(app, run, inputs);
            }
            List<MeetingRun.Outcome> outcomes;
            try (RunWatch watch = RunWatch.of(context, team, settings, app, work(inputs))) {
                MeetingRun run = new MeetingRun(app.meetMind(), app.access(), options, watch.listener());
                outcomes = run.analyze(app.begin(inputs));
            }
            if (app.isBrokenOff()) {
                return ExitCode.INTERRUPTED.code();
            }
            TeamRun teamRun = MeetingTeamRun.of(app, settings, "analyze", outcomes, warnings);
            ExitCode code = finish(app, teamRun, outcomes, tell, start);
            return app.finished(code.code(), code.isResult(), tell);
        }
    }

    private static RunWatch.Work work(List<Inputs.Input> inputs) {
        List<String> names = inputs.stream().map(Inputs.Input::name).toList();
        return new RunWatch.Work(MeetMindTeam.ID, "analyze", names, MeetMindTeam.STAGES, true);
    }

    private ExitCode finish(
            App app, TeamRun teamRun, List<MeetingRun.Outcome> outcomes, Consumer<String> tell, long start)
            throws IOException {
        MeetingOutcomes met = MeetingOutcomes.of(outcomes, context.streams()::tell);
        List<MeetingReport> reports = met.reports();
        if (reports.isEmpty()) {
            return ExitCode.INPUT;
        }
        Verdict verdict = new Verdict(context, team, app, teamRun);
        if (verdict.isRefused()) {
            return ExitCode.PROVIDER;
        }
        RunFacts runFacts = teamRun.facts(context.time().since(start));
        if (context.isWatched()) {
            context.onlooker().reported(SessionReports.meetings(new MeetingReports(reports), runFacts));
        }
        write(new MeetingReports(reports), runFacts);
        Remarks.of(teamRun).forEach(tell);
        if (team.isVerbose()) {
            teamRun.details(runFacts).forEach(tell);
        }
        boolean isGateClosed = reports.stream()
                .anyMatch(report -> failOn.fails(report.quality().verdict()));
        return verdict.code(runFacts, met.unreadable(), isGateClosed);
    }

    private void write(MeetingReports reports, RunFacts facts) throws IOException {
        Optional<Path> file = Optional.ofNullable(output);
        MeetingFormats chosen =
                FormatChoice.of(MeetingFormats.class, Optional.ofNullable(format), file, context.terminal());
        boolean colour = context.terminal().colour() && !team.isNoColor() && file.isEmpty();
        MeetingFormats.Destination destination =
                new MeetingFormats.Destination(context.terminal().columns(), colour, file.isPresent());
        String text = chosen.renderer(destination).render(reports, facts);
        if (chosen == MeetingFormats.ICS && TodoCalendar.isEmpty(text) && !team.isQuiet()) {
            context.streams().tell("No action item has a day, so the calendar is empty.");
        }
        write(text);
    }

    private void write(String text) throws IOException {
        if (output != null) {
            OutputFile.write(outputFile(), text);
        } else {
            context.streams().result(text);
        }
    }

    private Path outputFile() {
        return context.workingFolder().resolve(output);
    }

    private int showMasked(App app, MeetingRun run, List<Inputs.Input> inputs) throws IOException {
        StringBuilder text = new StringBuilder();
        boolean unreadable = false;
        for (Inputs.Input input : inputs) {
            MeetingRun.Outcome outcome = run.analyze(List.of(input)).get(0);
            outcome.problem().ifPresent(context.streams()::tell);
            unreadable |= outcome.problem().isPresent() && !outcome.isOptional();
            if (outcome.result().isPresent()) {
                text.append(MaskedText.of(input.name(), app.preview(), MeetMindTeam.STAGES));
            }
        }
        write(text.toString());
        return (unreadable ? ExitCode.INPUT : ExitCode.DONE).code();
    }

    /** Reads dates. */
    static final class DateConverter implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String value) {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("'" + value + "' is no date such as 2026-03-16");
            }
        }
    }
}
