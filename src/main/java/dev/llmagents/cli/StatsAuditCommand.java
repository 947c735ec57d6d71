package dev.llmagents.cli;

import dev.llmagents.app.Folders;
import dev.llmagents.report.clean.CsvText;
import dev.llmagents.usage.stats.AuditTrail;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code llm-agents stats audit}. */
@Command(
        name = "audit",
        description = "Write who had what sent where as CSV: a row for each line of the usage log, no text of prompts.",
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  done, also if there is no usage yet",
            "  2  wrong usage",
            "  3  a file of the log cannot be read",
            "",
            "Example:",
            "  llm-agents stats audit --since 30d > audit.csv"
        })
final class StatsAuditCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "From so long ago (30d) or from a day (2026-11-01) of UTC on.")
    private String since;

    @Option(names = "--tenant", paramLabel = "NAME", description = "Only what was done on behalf of this tenant.")
    private String tenant;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("unused") // Read by the library alone.
    private boolean help;

    StatsAuditCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Instant now = context.time().now().truncatedTo(ChronoUnit.SECONDS);
        Optional<Instant> begin = Optional.ofNullable(since)
                .map(text -> Moments.begin(text, now)
                        .orElseThrow(() -> wrong("'" + text
                                + "' for --since is no time: write 24h, 30d, 2026-11-01 or 2026-11-01T10:00")));
        Path folder = Folders.of(context.environment())
                .state()
                .map(state -> state.resolve("usage"))
                .orElseThrow(() -> wrong("There is no usage log, since neither HOME nor LLM_AGENTS_HOME is set"));
        write(AuditTrail.COLUMNS);
        long damaged = new AuditTrail(folder).rows(begin, Optional.ofNullable(tenant), this::write);
        if (damaged > 0) {
            context.streams()
                    .tell(damaged + (damaged == 1 ? " line" : " lines")
                            + " of the log could not be read and are not in the list.");
        }
        return ExitCode.DONE.code();
    }

    private void write(List<String> row) {
        context.streams().result(row.stream().map(CsvText::cell).collect(Collectors.joining(",")) + "\r\n");
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
