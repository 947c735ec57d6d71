package dev.llmagents.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code llm-agents felicia}. */
@Command(
        name = "felicia",
        description = "Felicia's Finance: trading plans on paper and payment drafts, from files of your own.",
        subcommands = {TradeCommand.class, BankCommand.class, InitMissionCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class FeliciaCommand implements Runnable {
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
                spec.commandLine(), "What about money? 'llm-agents felicia init DIR' writes a mission to begin with.");
    }
}
