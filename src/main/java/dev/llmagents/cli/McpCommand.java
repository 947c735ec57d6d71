package dev.llmagents.cli;

import dev.llmagents.mcp.FeliciaTools;
import dev.llmagents.mcp.MeetingTools;
import dev.llmagents.mcp.ReadableFolder;
import dev.llmagents.mcp.SveaTools;
import dev.llmagents.mcp.Tool;
import dev.llmagents.mcp.WritableFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code llm-agents mcp}. */
@Command(
        name = "mcp",
        description = "Serve the teams as tools of the Model Context Protocol on standard input and output.",
        sortOptions = false,
        footer = {
            "",
            "Example, in an assistant's configuration:",
            "  {\"mcpServers\": {\"llm-agents\": {\"command\": \"llm-agents\",",
            "    \"args\": [\"mcp\", \"--root\", \"/home/anna/meetings\"]}}}"
        })
final class McpCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "The folder, inside the one for --root, below which tools may write files; none if not given.")
    private Path out;

    @Mixin
    private ToolServing serving;

    McpCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        return serving.serve(context, (runs, folder) -> {
            List<Tool> tools = new ArrayList<>(MeetingTools.of(runs, folder));
            tools.addAll(SveaTools.of(runs, folder));
            tools.addAll(FeliciaTools.of(runs, folder, writable(folder)));
            return tools;
        });
    }

    private Optional<WritableFolder> writable(ReadableFolder readable) {
        if (out == null) {
            return Optional.empty();
        }
        Path asked = context.workingFolder().resolve(out);
        if (Files.exists(asked) && !Files.isDirectory(asked)) {
            throw new CommandFailure(
                    ExitCode.INPUT, "--out needs a folder, and " + asked + " is a file: name a folder in --root.");
        }
        try {
            return Optional.of(new WritableFolder(asked, readable));
        } catch (IOException missing) {
            throw new CommandFailure(
                    ExitCode.INPUT, "The folder " + asked + " for --out does not exist: make it, or name another.");
        } catch (IllegalArgumentException outside) {
            throw new CommandFailure(
                    ExitCode.USAGE, "The folder " + asked + " for --out has to lie in the folder for --root.");
        }
    }
}
