package dev.llmagents.cli;

import dev.llmagents.app.OutputFolder;
import dev.llmagents.cli.shell.ManPages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code llm-agents man}. */
@Command(
        name = "man",
        description = "Print the manual page of the program or of a command, or write all of them to a folder.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {"  llm-agents man svea comply | man -l -", "  llm-agents man --out ~/.local/share/man/man1"})
final class ManCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "The words of a command; none for the program.")
    private List<String> command = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", description = "Write the pages of all commands to this folder.")
    private Path out;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("unused") // Read by the library alone.
    private boolean help;

    ManCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Map<Integer, String> exitCodes = new TreeMap<>();
        for (ExitCode code : ExitCode.values()) {
            exitCodes.put(code.code(), code.meaning());
        }
        ManPages pages = new ManPages(Version.line(), exitCodes);
        if (out == null) {
            context.streams().result(pages.page(named()));
            return ExitCode.DONE.code();
        }
        if (!command.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--out writes the pages of all commands: leave out '" + command.get(0) + "'");
        }
        SortedMap<String, byte[]> files = new TreeMap<>();
        pages.all(spec.root()).forEach((name, page) -> files.put(name, page.getBytes(StandardCharsets.UTF_8)));
        Path folder = context.workingFolder().resolve(out);
        OutputFolder.check(folder);
        OutputFolder.write(folder, files);
        context.streams().result("Wrote " + files.size() + " pages to " + out + ".\n");
        return ExitCode.DONE.code();
    }

    private CommandSpec named() {
        CommandSpec found = spec.root();
        for (String word : command) {
            CommandLine below = found.subcommands().get(word);
            if (below == null) {
                throw new ParameterException(
                        spec.commandLine(),
                        "There is no command '" + word + "' in " + found.qualifiedName(" ") + ": it has "
                                + (found.subcommands().isEmpty()
                                        ? "none"
                                        : String.join(", ", found.subcommands().keySet())));
            }
            found = below.getCommandSpec();
        }
        return found;
    }
}
