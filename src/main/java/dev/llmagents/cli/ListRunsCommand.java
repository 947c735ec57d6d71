package dev.llmagents.cli;

import dev.llmagents.record.RunRecord;
import dev.llmagents.report.runs.RunJson;
import dev.llmagents.report.runs.RunTexts;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code llm-agents runs list}. */
@Command(name = "list", description = "List runs that asked a model, newest first.", sortOptions = false)
final class ListRunsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-n", "--most"},
            paramLabel = "NUMBER",
            description = "How many at most: 20 if not given, 0 for all.")
    private int most = 20;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or json.")
    private RunFormat format = RunFormat.TABLE;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("unused") // Read by the library alone.
    private boolean help;

    ListRunsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (most < 0) {
            throw new ParameterException(spec.commandLine(), "-n is a number of runs, 0 for all");
        }
        KnownRuns known = KnownRuns.of(context, spec);
        List<RunRecord> all = known.all().newestFirst();
        List<RunRecord> shown = most == 0 ? all : all.subList(0, Math.min(most, all.size()));
        if (format == RunFormat.JSON) {
            context.streams().result(RunJson.list(shown));
        } else if (!all.isEmpty()) {
            context.streams()
                    .result(RunTexts.list(
                            shown,
                            context.terminal().columns(),
                            context.terminal().colour()));
        }
        if (all.isEmpty()) {
            context.streams()
                    .tell("No runs yet: every run that asks a model will leave one in "
                            + known.all().folder() + ".");
        } else if (shown.size() < all.size()) {
            context.streams().tell((all.size() - shown.size()) + " older runs are not shown: -n 0 shows all.");
        }
        return ExitCode.DONE.code();
    }
}
