package dev.llmagents.cli;

import dev.llmagents.record.KeptCall;
import dev.llmagents.record.RunFolder;
import dev.llmagents.record.RunRecord;
import dev.llmagents.report.runs.RunJson;
import dev.llmagents.report.runs.RunTexts;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code llm-agents runs show}. */
@Command(
        name = "show",
        description = "Show a run: its command line, its inputs, and each call with source, tokens, cost and error.",
        sortOptions = false)
final class ShowRunCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "The run's id, or as much of its beginning as no other run has.")
    private String id;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or json.")
    private RunFormat format = RunFormat.TABLE;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("unused") // Read by the library alone.
    private boolean help;

    ShowRunCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        KnownRuns known = KnownRuns.of(context, spec);
        RunFolder folder = known.named(id);
        RunRecord run = known.outline(folder);
        List<KeptCall> calls = folder.standingCalls();
        Terminal terminal = context.terminal();
        context.streams()
                .result(
                        format == RunFormat.JSON
                                ? RunJson.show(run, calls)
                                : RunTexts.show(run, calls, terminal.columns(), terminal.colour()));
        return ExitCode.DONE.code();
    }
}
