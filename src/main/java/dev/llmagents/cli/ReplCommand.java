package dev.llmagents.cli;

import dev.llmagents.cli.repl.TerminalSettings;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code llm-agents repl}. */
@Command(
        name = "repl",
        description = {
            "Interactive mode: every command, completed and remembered, and questions about the last report. Starts by"
                    + " itself in a terminal when no command is given.",
            "Where standard input is no terminal, each of its lines is run as a command line."
        },
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  done; always, when somebody sat at the terminal",
            "  2  wrong usage, or standard input is a terminal and standard output is none",
            "     else that of the last line that failed",
            "",
            "Examples:",
            "  llm-agents repl --edit-mode vi",
            "  printf 'meetmind analyze meeting.vtt\\n/why A1\\n/save minutes.html\\n' | llm-agents repl"
        })
final class ReplCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = "--edit-mode",
            paramLabel = "KEYS",
            description = "emacs or vi; if not given, what inputrc says, else emacs.")
    private TerminalSettings.Keys keys;

    @Option(names = "--no-history", description = "Do not keep what is typed for later sessions.")
    private boolean noHistory;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("unused") // Read by the library alone.
    private boolean help;

    ReplCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (context.terminal().isConversation()) {
            return ReplSession.converse(context, new TerminalSettings(Optional.ofNullable(keys), !noHistory));
        }
        if (context.terminal().in()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "The interactive mode needs a terminal, and standard output is none: leave out the redirection, or"
                            + " give the lines to run on standard input.");
        }
        return ReplSession.batch(context);
    }
}
