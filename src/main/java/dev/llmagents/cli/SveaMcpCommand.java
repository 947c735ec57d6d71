package dev.llmagents.cli;

import dev.llmagents.mcp.SveaTools;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code llm-agents svea mcp}. */
@Command(
        name = "mcp",
        description = "Serve Svea's checks as tools of the Model Context Protocol on standard input and output.",
        sortOptions = false,
        footer = {
            "",
            "Example, in an assistant's configuration:",
            "  {\"mcpServers\": {\"svea\": {\"command\": \"llm-agents\",",
            "    \"args\": [\"svea\", \"mcp\", \"--root\", \"/home/anna/bokforing\"]}}}"
        })
final class SveaMcpCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private ToolServing serving;

    SveaMcpCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        return serving.serve(context, SveaTools::of);
    }
}
