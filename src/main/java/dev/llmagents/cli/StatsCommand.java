package dev.llmagents.cli;

import dev.llmagents.app.BudgetStandings;
import dev.llmagents.app.Folders;
import dev.llmagents.app.OutputFile;
import dev.llmagents.app.Settings;
import dev.llmagents.app.SettingsReader;
import dev.llmagents.json.NearName;
import dev.llmagents.llm.BudgetLedger.Standing;
import dev.llmagents.llm.ModelTable;
import dev.llmagents.report.stats.BudgetReport;
import dev.llmagents.report.stats.StatsFormats;
import dev.llmagents.usage.stats.Dimension;
import dev.llmagents.usage.stats.TooManyGroups;
import dev.llmagents.usage.stats.UsageQuery;
import dev.llmagents.usage.stats.UsageReport;
import dev.llmagents.usage.stats.UsageStats;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code llm-agents stats}. */
@Command(
        name = "stats",
        description = "Show what model calls came to: cost, tokens, cache, errors and latency, from the usage log.",
        subcommands = StatsAuditCommand.class,
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  done, also if there is no usage yet",
            "  2  wrong usage",
            "  3  a file of the log cannot be read",
            "",
            "Examples:",
            "  llm-agents stats --since 7d --by agent",
            "  llm-agents stats --since 2026-11-01 --until 2026-11-30 --by tenant,model --format csv",
            "  llm-agents stats --by day -o usage.html",
            "  llm-agents stats --format prometheus -o /var/lib/node_exporter/llm.prom"
        })
final class StatsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description =
                    "From so long ago (24h, 7d) or from a day (2026-11-01) or moment (2026-11-01T10:00) of UTC on.")
    private String since;

    @Option(names = "--until", paramLabel = "TIME", description = "Up to and with that day, or up to that moment.")
    private String until;

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            split = ",",
            converter = DimensionConverter.class,
            description = "Group by team, agent, model, provider, tenant, day, hour, status; several with commas.")
    private List<Dimension> by = new ArrayList<>();

    @Option(names = "--tenant", paramLabel = "NAME", description = "Only what was done on behalf of this tenant.")
    private String tenant;

    @Option(
            names = "--reprice",
            description =
                    "Reckon costs anew from tokens, by the price list of this version for the day of each attempt.")
    private boolean reprice;

    @Option(
            names = "--budget",
            description = "How the daily budgets stand instead: limit, spent, reserved by calls on their way, left.")
    private boolean budget;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table, json, csv, markdown, prometheus or html; table in a terminal, markdown elsewhere.")
    private StatsFormats format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the report to this file.")
    private Path output;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing on standard error but failures.")
    private boolean quiet;

    @Option(names = "--no-color", description = "No colours; the variable NO_COLOR does the same.")
    private boolean noColor;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("unused") // Read by the library alone.
    private boolean help;

    StatsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        StatsFormats chosen = chosenFormat();
        if (budget) {
            return showBudgets(chosen);
        }
        UsageQuery query = query(chosen);
        Optional<Path> file = Optional.ofNullable(output).map(context.workingFolder()::resolve);
        if (file.isPresent()) {
            OutputFile.check(file.get());
        }
        Path folder = Folders.of(context.environment())
                .state()
                .map(state -> state.resolve("usage"))
                .orElseThrow(() -> wrong("There is no usage log, since neither HOME nor LLM_AGENTS_HOME is set"));
        UsageReport report = read(folder, query);
        if (report.total().lines() == 0) {
            tellWhyNothing(folder, report);
        }
        boolean people = chosen == StatsFormats.TABLE || chosen == StatsFormats.MARKDOWN;
        if (report.total().lines() > 0 || !people || file.isPresent()) {
            write(chosen, report, file);
        }
        return ExitCode.DONE.code();
    }

    private int showBudgets(StatsFormats chosen) throws IOException {
        if (since != null || until != null || !by.isEmpty() || reprice) {
            throw wrong("--budget tells of today: leave out --since, --until, --by and --reprice");
        }
        if (chosen == StatsFormats.CSV || chosen == StatsFormats.PROMETHEUS || chosen == StatsFormats.HTML) {
            throw wrong("--budget has no " + chosen.label() + ": use --format table, markdown or json");
        }
        Settings settings = SettingsReader.read(
                context.environment(),
                context.workingFolder(),
                new SettingsReader.Options(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                quiet ? sentence -> {} : context.streams()::tell);
        List<Standing> standings = BudgetStandings.today(
                settings,
                Folders.of(context.environment()),
                context.time(),
                context.random(),
                Optional.ofNullable(tenant));
        LocalDate today = context.time().now().atOffset(ZoneOffset.UTC).toLocalDate();
        if (standings.isEmpty() && !quiet) {
            context.streams().tell("There are no daily budgets: set budgets.daily in config.yaml.");
        }
        String text = switch (chosen) {
            case JSON -> BudgetReport.json(today, standings);
            case MARKDOWN -> BudgetReport.markdown(today, standings);
            case TABLE, CSV, PROMETHEUS, HTML -> BudgetReport.table(today, standings);
        };
        if (output != null) {
            Path file = context.workingFolder().resolve(output);
            OutputFile.check(file);
            OutputFile.write(file, text);
        } else if (!standings.isEmpty() || chosen == StatsFormats.JSON) {
            context.streams().result(text);
        }
        return ExitCode.DONE.code();
    }

    private UsageReport read(Path folder, UsageQuery query) throws IOException {
        try {
            return new UsageStats(folder).report(query);
        } catch (TooManyGroups failure) {
            throw new CommandFailure(ExitCode.USAGE, failure.getMessage());
        }
    }

    private void tellWhyNothing(Path folder, UsageReport report) {
        if (quiet) {
            return;
        }
        if (report.log().files() == 0) {
            context.streams().tell("No usage yet: every model call will leave a line in " + folder + ".");
        } else if (report.log().damaged() > 0) {
            context.streams()
                    .tell("No usage in this range, and " + report.log().damaged() + " lines that cannot be read.");
        } else {
            context.streams().tell("No usage in this range: leave out --since, --until or --tenant to see more.");
        }
    }

    private StatsFormats chosenFormat() {
        Optional<StatsFormats> asked = Optional.ofNullable(format);
        return asked.or(() -> Optional.ofNullable(output).flatMap(file -> StatsFormats.ofFile(file.toString())))
                .orElse(output == null && context.terminal().out() ? StatsFormats.TABLE : StatsFormats.MARKDOWN);
    }

    private UsageQuery query(StatsFormats chosen) {
        // Nobody means fractions of a second.
        Instant now = context.time().now().truncatedTo(ChronoUnit.SECONDS);
        if (chosen.dimensions().isPresent() && (since != null || until != null || !by.isEmpty())) {
            throw wrong("--format " + chosen.label()
                    + " counts all there is, so that its counters only rise: leave out --since, --until and --by");
        }
        Optional<Instant> begin = Optional.ofNullable(since)
                .map(text -> Moments.begin(text, now).orElseThrow(() -> noTime("--since", text)));
        Optional<Instant> end = Optional.ofNullable(until)
                .map(text -> Moments.end(text, now).orElseThrow(() -> noTime("--until", text)));
        if (begin.isPresent() && end.isPresent() && !begin.get().isBefore(end.get())) {
            throw wrong("--since " + since + " is not before --until " + until + ": give an earlier --since");
        }
        return new UsageQuery(
                begin,
                end,
                Optional.ofNullable(tenant),
                chosen.dimensions().orElseGet(() -> List.copyOf(new LinkedHashSet<>(by))),
                reprice ? Optional.of(ModelTable.builtIn()) : Optional.empty());
    }

    private ParameterException noTime(String option, String text) {
        return wrong("'" + text + "' for " + option + " is no time: write 24h, 7d, 2026-11-01 or 2026-11-01T10:00");
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private void write(StatsFormats chosen, UsageReport report, Optional<Path> file) throws IOException {
        boolean colour = context.terminal().colour() && !noColor && file.isEmpty();
        StatsFormats.Destination destination =
                new StatsFormats.Destination(context.terminal().columns(), colour, hasUnicode(), file.isPresent());
        String text = chosen.renderer(destination).render(report);
        if (file.isPresent()) {
            OutputFile.write(file.get(), text);
        } else {
            context.streams().result(text);
        }
    }

    /** Whether the terminal shows more than ASCII: POSIX' order of the variables. Where none is set, it does nowadays. */
    private boolean hasUnicode() {
        for (String variable : List.of("LC_ALL", "LC_CTYPE", "LANG")) {
            String value = context.environment().getOrDefault(variable, "");
            if (!value.isEmpty()) {
                String encoding = value.toUpperCase(java.util.Locale.ROOT);
                return encoding.contains("UTF-8") || encoding.contains("UTF8");
            }
        }
        return true;
    }

    /** Reads dimensions. */
    static final class DimensionConverter implements ITypeConverter<Dimension> {
        @Override
        public Dimension convert(String value) {
            return Dimension.named(value.strip()).orElseThrow(() -> {
                List<String> known =
                        Arrays.stream(Dimension.values()).map(Dimension::label).toList();
                return new TypeConversionException("unknown group '" + value.strip() + "'"
                        + NearName.to(value.strip(), known)
                                .map(near -> ": did you mean " + near + "?")
                                .orElse(":")
                        + " There are " + String.join(", ", known));
            });
        }
    }
}
