package dev.llmagents.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code llm-agents svea}. */
@Command(
        name = "svea",
        description = "Swedish bookkeeping, invoices and data protection: findings with the law's section; ERPNext files.",
        subcommands = {ComplyCommand.class, ConvertCommand.class, SveaMcpCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class SveaCommand implements Runnable {
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
                spec.commandLine(), "What should Svea do? 'llm-agents svea comply FILE' reviews books and papers.");
    }
}
