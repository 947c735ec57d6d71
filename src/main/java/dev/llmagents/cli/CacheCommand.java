package dev.llmagents.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code llm-agents cache}. */
@Command(
        name = "cache",
        description = "Look at, check and clear the answers of models that are kept on this machine.",
        subcommands = {CacheStatsCommand.class, CacheClearCommand.class, CacheVerifyCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class CacheCommand implements Runnable {
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
        throw new ParameterException(spec.commandLine(), "Which command? There are stats, clear and verify");
    }
}
