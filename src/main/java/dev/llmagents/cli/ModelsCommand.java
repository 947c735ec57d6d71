package dev.llmagents.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code llm-agents models}. */
@Command(
        name = "models",
        description = "The models that can be asked, what they cost and where they run.",
        subcommands = {ListModelsCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class ModelsCommand implements Runnable {
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
                spec.commandLine(), "What about models? 'llm-agents models list' shows them with their prices.");
    }
}
