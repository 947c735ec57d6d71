package dev.llmagents.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code llm-agents runs}. */
@Command(
        name = "runs",
        description = "Runs that asked a model: list them, show one, carry on with one that was broken off.",
        subcommands = {ListRunsCommand.class, ShowRunCommand.class, ResumeRunCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class RunsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("unused") // Read by the library alone.
    private boolean help;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "What about runs? 'llm-agents runs list' lists them, newest first.");
    }
}
