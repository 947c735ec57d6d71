package dev.llmagents.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code llm-agents meetmind}. */
@Command(
        name = "meetmind",
        description = "Meetings: summary, decisions, action items, requirements, each with its quote.",
        subcommands = {AnalyzeMeetingCommand.class, ActionsCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class MeetMindCommand implements Runnable {
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
                spec.commandLine(),
                "What about meetings? 'llm-agents meetmind analyze FILE' analyses one, 'llm-agents meetmind actions"
                        + " DIR' lists the tasks of many.");
    }
}
