package dev.llmagents.cli;

import dev.llmagents.cli.repl.TerminalSettings;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code llm-agents}. */
@Command(
        name = "llm-agents",
        description = "Teams of agents over your own files. Works without a key; better with one.",
        subcommands = {
            MeetMindCommand.class,
            SveaCommand.class,
            FeliciaCommand.class,
            ReplCommand.class,
            RunCommand.class,
            StatsCommand.class,
            RunsCommand.class,
            CompareCommand.class,
            LoadTestCommand.class,
            ModelsCommand.class,
            PromptsCommand.class,
            CacheCommand.class,
            PurgeCommand.class,
            McpCommand.class,
            DoctorCommand.class,
            CompletionCommand.class,
            ManCommand.class
        },
        versionProvider = VersionProvider.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  llm-agents meetmind analyze transcript.txt",
            "  llm-agents svea comply bokforing.se",
            "  llm-agents felicia trade mission.yaml --out plan",
            "  llm-agents stats --since 7d --by agent",
            "  llm-agents runs list"
        })
final class RootCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("unused") // Read by the library alone.
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Show the version and exit.")
    @SuppressWarnings("unused") // Read by the library alone.
    private boolean version;

    RootCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (context.terminal().isConversation()) {
            return ReplSession.converse(context, new TerminalSettings(Optional.empty(), true));
        }
        throw new ParameterException(
                spec.commandLine(),
                "Which command? 'llm-agents meetmind analyze FILE' analyses a meeting. In a terminal 'llm-agents' alone"
                        + " starts the interactive mode, but "
                        + (context.terminal().in() ? "standard output" : "standard input")
                        + " is none; 'llm-agents repl' runs the lines of standard input.");
    }
}
