package dev.llmagents.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code llm-agents prompts}. */
@Command(
        name = "prompts",
        description = "Look at the prompts of the agents, check them, and try them without a model.",
        subcommands = {
            ListPromptsCommand.class,
            ShowPromptCommand.class,
            LintPromptsCommand.class,
            RenderPromptCommand.class,
            TestPromptsCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
final class PromptsCommand implements Runnable {
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
                spec.commandLine(), "Which command? 'llm-agents prompts list' lists the prompts of all agents.");
    }
}
