package dev.llmagents.cli;

import dev.llmagents.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code llm-agents completion}. */
@Command(
        name = "completion",
        description = "Print the script that lets a shell complete commands, options, values and files.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(llm-agents completion bash)          # in ~/.bashrc",
            "  source <(llm-agents completion zsh)           # in ~/.zshrc, after compinit",
            "  llm-agents completion fish | source           # in ~/.config/fish/config.fish"
        })
final class CompletionCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    private Shell shell;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("unused") // Read by the library alone.
    private boolean help;

    CompletionCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.streams().result(shell.completion(spec.root()));
        return ExitCode.DONE.code();
    }
}
