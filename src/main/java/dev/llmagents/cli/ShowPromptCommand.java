package dev.llmagents.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code llm-agents prompts show}. */
@Command(
        name = "show",
        description =
                "Print an agent's prompt file as it is. To change it, write it to the folder of your own prompts.",
        sortOptions = false,
        footerHeading = "%nExample:%n",
        footer = "  llm-agents prompts show meetmind.qa > my-prompts/meetmind/qa.prompt")
final class ShowPromptCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "AGENT", description = "An agent, a team, a .prompt file or a workflow.")
    private String name;

    @Option(names = "--config", paramLabel = "FILE", description = "Read settings from this file.")
    private Path config;

    @Option(
            names = {"-q", "--quiet"},
            description = "Do not say on standard error where it comes from.")
    private boolean quiet;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("unused") // Read by the library alone.
    private boolean help;

    ShowPromptCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        PromptTargets found = PromptTargets.of(context, PromptTargets.settings(context, config), List.of(name));
        found.findings().forEach(finding -> context.streams().tell(finding.line(true)));
        StringBuilder text = new StringBuilder();
        for (PromptTargets.Target target : found.targets()) {
            if (!quiet) {
                context.streams()
                        .tell(target.source().id() + ": " + target.source().file()
                                + (target.source().isOwn() ? "" : ", ships with the program") + ".");
            }
            text.append(target.source().text());
        }
        context.streams().result(text.toString());
        return (found.findings().isEmpty() ? ExitCode.DONE : ExitCode.INPUT).code();
    }
}
