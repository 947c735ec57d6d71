package dev.llmagents.cli;

import dev.llmagents.app.App;
import dev.llmagents.app.Folders;
import dev.llmagents.app.Inputs;
import dev.llmagents.app.OutputFile;
import dev.llmagents.app.OutputFolder;
import dev.llmagents.app.RunOptions;
import dev.llmagents.app.Settings;
import dev.llmagents.app.SettingsReader;
import dev.llmagents.app.SveaRun;
import dev.llmagents.report.RunFacts;
import dev.llmagents.report.TeamRun;
import dev.llmagents.report.svea.ComplianceFormats;
import dev.llmagents.report.svea.ComplianceWords;
import dev.llmagents.report.svea.JudgedReport;
import dev.llmagents.team.svea.ComplianceReport;
import dev.llmagents.team.svea.SveaTeam;
import dev.llmagents.team.svea.baseline.Baseline;
import dev.llmagents.team.svea.book.BookOptions;
import dev.llmagents.team.svea.rule.RuleCatalogue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

/** {@code llm-agents svea comply}. */
@Command(
        name = "comply",
        description = "Review SIE files, invoices, registers of processing and policies against Swedish law.",
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  done, nothing wrong that can be proven",
            "  2  wrong usage or setting",
            "  3  unreadable or invalid input",
            "  4  rules answered where a model was asked for, and --strict",
            "  5  a budget was exceeded, and --strict",
            "  6  a provider failed, and --no-fallback",
            "  7  --fail-on: errors (fel) unless told otherwise",
            "",
            "Examples:",
            "  llm-agents svea comply bokforing.se",
            "  llm-agents svea comply 2024.se 2025.se faktura.xml --format html -o granskning.html",
            "  llm-agents svea comply --diff fore.se efter.se",
            "  llm-agents svea comply bokforing.se --erpnext-out erpnext/",
            "  llm-agents svea comply bokforing.se --baseline godtaget.json --format sarif -o svea.sarif"
        })
final class ComplyCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "SIE 1-5, UBL or Peppol invoices, registers, policies, PDF or DOCX; folders; - for standard input.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, markdown, json, csv, html or sarif; text in a terminal, markdown elsewhere.")
    private ComplianceFormats format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the report to this file.")
    private Path output;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            description = "Language of the headings, sv or en (sv if not given).")
    private ComplianceWords lang = ComplianceWords.SV;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = AnalyzeMeetingCommand.DateConverter.class,
            description = "The day on which to judge, 2026-03-16; today if not given.")
    private LocalDate asOf;

    @Option(
            names = "--turnover",
            paramLabel = "SEK",
            description = "Yearly turnover, where the file does not tell; decides how late may be booked.")
    private BigDecimal turnover;

    @Option(names = "--audit", description = "Also point at samples an auditor would take.")
    private boolean audit;

    @Option(
            names = "--certified-cash-register",
            description = "Cash sales go through a certified register (kassaregister).")
    private boolean certifiedCashRegister;

    @Option(names = "--diff", description = "The two files are an older and a newer export of the same year: OLD NEW.")
    private boolean diff;

    @Option(names = "--erpnext-out", paramLabel = "DIR", description = "Write importable ERPNext files to this folder.")
    private Path erpnextOut;

    @Option(names = "--baseline", paramLabel = "FILE", description = "Findings that were accepted, as JSON.")
    private Path baseline;

    @Option(
            names = "--write-baseline",
            paramLabel = "FILE",
            description = "Write a baseline that accepts what was found, to be filled in.")
    private Path writeBaseline;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            description = "Exit with 7 at: never, error (fel), warning (varning); error if not given.")
    private FailOn failOn = FailOn.ERROR;

    @Option(names = "--dry-run", description = "Show what a model would be asked and cost; send nothing.")
    private boolean dryRun;

    @Mixin
    private TeamOptions team;

    ComplyCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        check();
        Consumer<String> tell = team.isQuiet() ? sentence -> {} : context.streams()::tell;
        Settings settings = SettingsReader.read(context.environment(), context.workingFolder(), team.settings(), tell);
        checkOutputs();
        Baseline accepted = baseline();
        List<Inputs.Input> inputs = Inputs.of(files, context.streams().in(), SveaRun.DOCUMENTS);
        if (diff && inputs.size() != 2) {
            throw new ParameterException(
                    spec.commandLine(), "--diff compares two files, OLD and NEW; " + inputs.size() + " were named");
        }
        List<String> warnings = Collections.synchronizedList(new ArrayList<>());
        long start = context.time().nanos().getAsLong();
        RunOptions options = dryRun ? team.run().previewed() : team.run();
        try (App app = new App(
                settings,
                Folders.of(context.environment()),
                options,
                context.time(),
                context.random(),
                warnings::add,
                team.keeping(context))) {
            context.watch(app);
            RuleCatalogue catalogue = RuleCatalogue.builtIn();
            SveaRun.Outcome outcome;
            try (RunWatch watch = RunWatch.of(context, team, settings, app, work(inputs))) {
                SveaRun run =
                        new SveaRun(app.svea(catalogue), catalogue, app.access(), bookOptions(), watch.listener());
                outcome = run.comply(app.begin(inputs), diff, erpnextOut != null);
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
                context.streams().result(PlannedCalls.of(app, SveaTeam.STAGES));
                return ExitCode.DONE.code();
            }
            if (team.isShowMasked()) {
                write(MaskedText.of(String.join(", ", files), app.preview(), SveaTeam.STAGES));
                return ExitCode.DONE.code();
            }
            ExitCode code = finish(app, settings, outcome, accepted, warnings, tell, start);
            return app.finished(code.code(), code.isResult(), tell);
        }
    }

    /** The papers of a company are judged together: one tree for all. */
    private static RunWatch.Work work(List<Inputs.Input> inputs) {
        List<String> names = inputs.stream().map(Inputs.Input::name).toList();
        return new RunWatch.Work(SveaTeam.ID, "comply", names, SveaTeam.STAGES, false);
    }

    private void check() {
        team.check();
        team.checkDryRun(dryRun);
        if (turnover != null && turnover.signum() < 0) {
            throw new ParameterException(spec.commandLine(), "--turnover is kronor a year and not below zero");
        }
    }

    private void checkOutputs() throws IOException {
        if (output != null) {
            OutputFile.check(context.workingFolder().resolve(output));
        }
        if (writeBaseline != null) {
            OutputFile.check(context.workingFolder().resolve(writeBaseline));
        }
        if (erpnextOut != null) {
            OutputFolder.check(context.workingFolder().resolve(erpnextOut));
        }
    }

    private Baseline baseline() throws IOException {
        if (baseline == null) {
            return Baseline.NONE;
        }
        Path file = context.workingFolder().resolve(baseline);
        if (!Files.isRegularFile(file)) {
            throw new IOException("There is no baseline " + baseline + ": make one with --write-baseline.");
        }
        return Baseline.read(baseline.toString(), Files.readString(file, StandardCharsets.UTF_8));
    }

    private BookOptions bookOptions() {
        LocalDate day =
                asOf == null ? context.time().now().atOffset(ZoneOffset.UTC).toLocalDate() : asOf;
        return new BookOptions(day, Optional.ofNullable(turnover), audit, certifiedCashRegister);
    }

    private ExitCode finish(
            App app,
            Settings settings,
            SveaRun.Outcome outcome,
            Baseline accepted,
            List<String> warnings,
            Consumer<String> tell,
            long start)
            throws IOException {
        ComplianceReport report = outcome.result().orElseThrow().report();
        TeamRun teamRun = SveaTeamRun.of(app, settings, outcome, warnings);
        Verdict verdict = new Verdict(context, team, app, teamRun);
        if (verdict.isRefused()) {
            return ExitCode.PROVIDER;
        }
        Baseline.Outcome judged = accepted.judge(
                report.compliance().findings(), report.compliance().asOf());
        JudgedReport whole = new JudgedReport(report, judged.accepted(), judged.notes());
        RunFacts facts = teamRun.facts(context.time().since(start));
        if (context.isWatched()) {
            context.onlooker().reported(SessionReports.svea(whole, lang, facts, files, outcome.names()));
        }
        writeFiles(report);
        write(render(whole, facts));
        Remarks.of(teamRun).forEach(tell);
        if (team.isVerbose()) {
            outcome.skipped().forEach(tell);
            teamRun.details(facts).forEach(tell);
        }
        return verdict.code(facts, !outcome.problems().isEmpty(), failOn.fails(whole::open));
    }

    private void writeFiles(ComplianceReport report) throws IOException {
        if (erpnextOut != null) {
            if (report.implementation().files().isEmpty()) {
                throw new IOException("There is no SIE file among the inputs, so there is nothing to write to "
                        + erpnextOut + ": name the company's bookkeeping, or leave out --erpnext-out.");
            }
            OutputFolder.write(
                    context.workingFolder().resolve(erpnextOut),
                    report.implementation().files());
        }
        if (writeBaseline != null) {
            OutputFile.write(
                    context.workingFolder().resolve(writeBaseline),
                    Baseline.draft(report.compliance().findings(), "ange skäl", "ange namn"));
        }
    }

    private String render(JudgedReport report, RunFacts facts) {
        Optional<Path> file = Optional.ofNullable(output);
        ComplianceFormats chosen =
                FormatChoice.of(ComplianceFormats.class, Optional.ofNullable(format), file, context.terminal());
        boolean colour = context.terminal().colour() && !team.isNoColor() && file.isEmpty();
        return chosen.renderer(lang, context.terminal().columns(), colour, file.isPresent())
                .render(report, facts);
    }

    private void write(String text) throws IOException {
        if (output != null) {
            OutputFile.write(context.workingFolder().resolve(output), text);
        } else {
            context.streams().result(text);
        }
    }
}
